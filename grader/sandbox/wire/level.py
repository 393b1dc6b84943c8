"""The levels of confinement, strongest first."""

from __future__ import annotations

ROOT, USER, CONTAINER, NO_LANDLOCK, NONE = "A", "B", "C", "D", "-"

LEVELS = (ROOT, USER, CONTAINER, NO_LANDLOCK)
REDUCED = (CONTAINER, NO_LANDLOCK)
"""Levels at which one of the two walls is missing; every result made at them says so."""
