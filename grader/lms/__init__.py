"""Sheets for learning management systems: questions that Moodle, Canvas and others mark."""
