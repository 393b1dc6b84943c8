"""The errors of the engine."""

from __future__ import annotations

__all__ = ["ShapeError"]


class ShapeError(ValueError):
    """Sizes that do not fit; the message says what was needed and what came."""
