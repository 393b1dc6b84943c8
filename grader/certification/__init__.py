"""Certification: what has to hold of a family before a student sees a variant of it."""
