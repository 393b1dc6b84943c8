"""Feedback inside of a notebook: ``%load_ext grader`` and ``%check``."""
