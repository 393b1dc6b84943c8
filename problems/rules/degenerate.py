"""What makes the inputs of a rule a bad exercise, unless a level is about that.

Each function gives the key of what it finds, or None.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from reference.geometry import Geometry

_SATURATED = 5
"""Logits that differ by more have a probability of over 0.99 between them."""


def tie(x: Any) -> str | None:
    """``tie``: the largest value is there more than once, so that its gradient is a choice."""
    cells = np.asarray(x)
    return "tie" if np.count_nonzero(cells == cells.max()) > 1 else None


def one_sided(x: Any) -> str | None:
    """What a ReLU does not show on: an input at exactly 0, or all of them on one side of it."""
    cells = np.asarray(x)
    if (cells == 0).any():
        return "an input of ReLU at 0"
    return None if (cells < 0).any() and (cells > 0).any() else "ReLU all on or all off"


def saturated(s: Any) -> str | None:
    """``saturated``: softmax gives nearly 1 and nearly 0."""
    cells = np.asarray(s)
    return "saturated" if cells.max() - cells.min() > _SATURATED else None


def rounding_of_convolution(in_shape: Any, kernel: int, geometry: Geometry) -> str | None:
    """``rounding``: a size that does not come out whole."""
    room = [
        n + 2 * geometry.padding - (kernel - 1) * geometry.dilation - 1  # type: ignore[operator]
        for n in in_shape[1:]
    ]
    return "rounding" if any(n % geometry.stride for n in room) else None


def rounding_of_pooling(in_shape: Any, kernel: int, stride: int) -> str | None:
    """``rounding``: a size that does not come out whole."""
    return "rounding" if any((n - kernel) % stride for n in in_shape[1:]) else None
