"""Scripts as tools write them from notebooks, made scripts as a student would write them."""
