"""What is known: forms, evidence, limits, and the wizard's questions and rules, as immutable records."""
