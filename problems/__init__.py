"""The exercises and the slips. Imports ``reference`` and nothing of the grader."""
