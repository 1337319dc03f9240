"""The guided questions: from what a person feels to an honest result."""
