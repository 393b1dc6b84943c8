"""The store: all that was handed in and marked for an assignment, and what came of it."""
