"""The layouts of the wizard, which ask each part for its height once."""
