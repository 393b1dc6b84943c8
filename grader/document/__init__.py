"""Documents: prose with formulas, as a tree that every output writes in its own way."""
