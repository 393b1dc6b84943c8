"""Figures as SVG: the drawings of `problems.figures`, one module each."""
