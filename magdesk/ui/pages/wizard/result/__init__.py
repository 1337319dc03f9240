"""What the answers lead to, card by card."""
