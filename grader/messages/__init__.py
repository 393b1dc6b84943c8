"""Messages: what is said, in every language."""
