"""Advice as text, HTML and JSON; screen, print and PDF say the same. Tables to take away."""
