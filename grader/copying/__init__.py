"""Answers and programs of students that are to be looked at side by side. A hint, no proof."""
