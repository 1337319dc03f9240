"""From answers to advice: level, options, amount, hours to keep, and why."""
