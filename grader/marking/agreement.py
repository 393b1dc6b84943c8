"""Whether a value of a program agrees with one that a rule or a slip gives."""

from __future__ import annotations

from typing import Any

import numpy as np

from problems.forms import Form, Numeric, agree


def values_agree(form: Form, found: Any, value: Any) -> bool:
    """Whether two values agree; nothing but zeros agrees with none that is more than rounding."""
    if not agree(form, found, value):
        return False
    is_zero = isinstance(form, Numeric) and not np.any(np.asarray(found))
    return not (is_zero and np.any(np.abs(np.asarray(value)) > Numeric().atol))
