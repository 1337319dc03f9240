"""What is known: forms, evidence, limits, questions and rules, as immutable records."""
