"""Values as they are written in Python: whole, and so that they are the same when read."""

from __future__ import annotations

import math
import pprint
import textwrap
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import numpy as np

_WIDTH = 96
_BY_NAME = {"inf": "np.inf", "-inf": "-np.inf", "nan": "np.nan"}


def in_source(value: Any) -> str:
    """A value as an expression. Raises TypeError for what cannot be written so."""
    if isinstance(value, np.ndarray):
        return _array(value)
    if isinstance(value, np.generic):
        return in_source(value.item())
    if isinstance(value, Fraction):
        return in_source(float(value)) if value.denominator > 1 else str(int(value))
    if isinstance(value, float) and not math.isfinite(value):
        return _BY_NAME[str(value)]
    if value is None or value is ... or isinstance(value, bool | int | float | str):
        return repr(value)
    if isinstance(value, list | tuple | dict) and _is_plain(value):
        return pprint.pformat(value, width=_WIDTH, sort_dicts=False)
    if isinstance(value, list):
        return f"[{', '.join(map(in_source, value))}]"
    if isinstance(value, tuple):
        inside = ", ".join(map(in_source, value))
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    if isinstance(value, Mapping):
        inside = ", ".join(f"{in_source(key)}: {in_source(one)}" for key, one in value.items())
        return f"{{{inside}}}"
    raise TypeError(f"a {type(value).__name__} cannot be written as a value of a script")


def _is_plain(value: Any) -> bool:
    if type(value) in (list, tuple):
        return all(map(_is_plain, value))
    if type(value) is dict:
        return all(_is_plain(part) for pair in value.items() for part in pair)
    return value is None or (
        type(value) in (bool, int, str) or (type(value) is float and math.isfinite(value))
    )


def _array(array: Any) -> str:
    if array.dtype.kind == "O":
        array = array.astype(np.float64)
    kind = f"np.{array.dtype.name}"
    if not array.size:
        return f"np.zeros({array.shape}, dtype={kind})"
    numbers = in_source(array.tolist())
    text = f"np.array({' '.join(numbers.split())}, dtype={kind})"
    if len(text) <= _WIDTH:
        return text
    lines = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return "\n    ".join(lines)
