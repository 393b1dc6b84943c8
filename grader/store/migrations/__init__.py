"""How the tables of the store came to be what they are, one step after the other."""
