"""Grading: one submission, and many."""
