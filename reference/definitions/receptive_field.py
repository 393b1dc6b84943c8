"""Receptive fields, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence


def widest_field(fields: Sequence[int]) -> int:
    """The distance between the outermost cells that any path sees, around one centre."""
    seen = {place for field in fields for place in range(1 - field, field, 2)}  # in half cells
    return (max(seen) - min(seen)) // 2 + 1
