"""Sheets: what is set."""
