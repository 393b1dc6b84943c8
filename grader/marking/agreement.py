"""Whether a value of a program agrees with one that a rule or a slip gives."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.forms import Form, Numeric, agree


def values_agree(form: Form, found: Any, value: Any) -> bool:
    """Whether two values agree; nothing but zeros agrees with none that is more than rounding.

    What a mistake makes infinite or no number agrees with either, in the same cells.
    """
    if isinstance(form, Numeric) and (lost := _not_finite(value)).any():
        return _agree_elsewhere(form, found, value, lost)
    if not agree(form, found, value):
        return False
    is_zero = isinstance(form, Numeric) and not np.any(np.asarray(found))
    return not (is_zero and np.any(np.abs(np.asarray(value)) > Numeric().atol))


def _not_finite(value: Any) -> NDArray[np.bool_]:
    """Which cells of an array of floats are infinite or no numbers."""
    if isinstance(value, float | np.floating | np.ndarray) and np.asarray(value).dtype.kind == "f":
        return np.asarray(~np.isfinite(value))
    return np.zeros((), dtype=np.bool_)


def _agree_elsewhere(form: Form, found: Any, value: Any, lost: NDArray[np.bool_]) -> bool:
    came = _not_finite(found)
    if came.shape != lost.shape or not np.array_equal(came, lost):
        return False
    return agree(form, np.where(lost, 0.0, found), np.where(lost, 0.0, value))
