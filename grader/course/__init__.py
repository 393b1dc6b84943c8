"""A course: an assignment, a roster and a key, and what they come to for each student."""
