"""Answers: a typed value is read in the form of its blank."""
