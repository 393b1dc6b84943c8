"""Values in a reader's notation, for messages and reports: exact, plain, and never long."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.sandbox.wire import Opaque, Tensor

_MOST_CHARACTERS = 300


def in_notation(value: Any, most: int = _MOST_CHARACTERS) -> str:
    """``24``, ``1/2``, ``(16, 24, 24)``, ``[[0, 1/2], [0, 0]]``; cut where it gets long."""
    text = _notation(value)
    return text if len(text) <= most else text[: most - 1] + "…"


def _notation(value: Any) -> str:
    if isinstance(value, np.ndarray):
        if value.ndim == 0:
            return _notation(value.item())
        return "[" + ", ".join(_notation(cell) for cell in value[:_MOST_CHARACTERS]) + "]"
    if isinstance(value, list):
        return "[" + ", ".join(_notation(cell) for cell in value[:_MOST_CHARACTERS]) + "]"
    if isinstance(value, tuple):
        inside = ", ".join(_notation(cell) for cell in value[:_MOST_CHARACTERS])
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, np.generic):
        return _notation(value.item())
    if isinstance(value, Opaque):
        return value.text or f"<{value.type_name}>"
    if isinstance(value, Tensor):
        return _notation(value.array)
    if isinstance(value, float):
        return f"{value:.6g}"
    return str(value)
