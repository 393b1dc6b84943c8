"""What is said of a wrong value, and which part of it is right."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.messages.remark import Remark
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Integer,
    Numeric,
    PlainData,
    Rational,
    Reasoned,
    ReasonedChoice,
    Shape,
    Shapes,
    cells_that_agree,
    shape_of,
)
from problems.formula import as_formula
from problems.working import Asked


def difference(asked: Asked, found: Any, true: Any) -> tuple[float, Remark]:
    """The part of the cells of a wrong value that are right, and the remark on it.

    Nothing that is said tells a size that is part of the question.
    """
    match asked.form:
        case Shape():
            return _right_sizes(found, true), _wrong_shape(asked, found, true)
        case Rational() | Decimal():
            return _wrong_tensor(asked, found, true)
        case ReasonedChoice():
            return 0.0, next(iter(half_right(asked, found, true)), Remark("wrong"))
        case Expression(variables=variables):
            is_number = _is_number(found) and not _is_number(true)
            details = {"variables": ", ".join(variables)}
            return 0.0, Remark("expression-constant", details) if is_number else Remark("wrong")
        case Integer() | Choice() | Shapes() | Numeric() | PlainData():
            return 0.0, Remark("wrong")


def half_right(asked: Asked, found: Any, true: Any) -> tuple[Remark, ...]:
    """A word on what is right of a wrong value, where a form has two parts."""
    is_half = isinstance(found, Reasoned) and found.option == true.option
    return (Remark("reason-wrong"),) if is_half and found.reason != true.reason else ()


def _is_number(value: Any) -> bool:
    formula = as_formula(value)
    return formula is not None and not formula.variables


def _right_sizes(found: Any, true: Any) -> float:
    right = [a == b for a, b in zip(found, true, strict=False)]
    return sum(right) / len(true) if len(found) == len(true) else 0.0


def _wrong_shape(asked: Asked, found: Any, true: Any) -> Remark:
    if len(found) == len(true):
        return Remark("wrong")
    if not asked.size_told:
        return Remark("wrong-number-of-axes")
    return Remark("wrong-axes", {"found": len(found), "expected": len(true)})


def _wrong_tensor(asked: Asked, found: Any, true: Any) -> tuple[float, Remark]:
    cells = cells_that_agree(asked.form, found, true)
    if cells is None:
        details = {"found": shape_of(found), "expected": shape_of(true)}
        return 0.0, Remark("wrong-shape", details) if asked.size_told else Remark("wrong-size")
    if cells.ndim == 0:
        return 0.0, Remark("wrong")
    wrong = tuple(tuple(int(i) + 1 for i in index) for index in np.argwhere(~cells))
    key = {1: "wrong-entries", 2: "wrong-cells"}.get(cells.ndim, "wrong-indices")
    return float(cells.mean()), Remark(key, {"cells": wrong})
