"""Files: writing them whole, and naming them in messages."""
