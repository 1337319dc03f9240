"""What stands around every page of the questions: steps, emergency line, foot."""
