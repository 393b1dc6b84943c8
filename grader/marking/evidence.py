"""Evidence of a check: its inputs, what was found and expected, and in what way these differ."""

from __future__ import annotations

from math import prod
from typing import Any

import numpy as np

from grader.answers.notation import in_notation
from grader.answers.outcome import Outcome
from grader.marking.agreement import values_agree
from grader.marking.compared import Compared
from grader.marking.observed import Observed
from grader.marking.result import FieldResult
from grader.marking.tables import NoTable
from grader.marking.withheld import cut_to_kind
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Returned
from problems.forms import Choice, Numeric, Shapes, counted_shapes, shape_of
from problems.probe import Check, Gradients, Put


def field_with_evidence(
    check: Check,
    one: Observed,
    outcome: Outcome,
    score: float,
    slips: tuple[str, ...],
    remarks: tuple[Remark, ...],
    beside: Compared | None = None,
) -> FieldResult:
    """What a check gets for one observation, with its evidence as far as it may be shown."""
    shown = one.observation.shown
    told = shown and not isinstance(one.steps[-1], Gradients)  # which are too many to be read
    told = told and isinstance(one.outcome, Returned)
    field = FieldResult(
        check.name,
        outcome,
        score,
        check.marks,
        found=in_notation(_as_came(one.found)) if told else None,
        expected=in_notation(one.observation.true) if told else None,
        slips=slips,
        remarks=remarks,
        inputs=shown_inputs(check, one),
        compared=beside,
    )
    return field if shown else cut_to_kind(field)


def shown_inputs(check: Check, one: Observed) -> str | None:
    """The inputs of a check, if they may be shown: ``vector = [1, 2, 3], kernel = [-1, 1]``."""
    if not one.observation.shown:
        return None
    puts = [step for step in check.probe.shown_steps if isinstance(step, Put)]
    return ", ".join(f"{put.name} = {in_notation(put.value, _most(put.value))}" for put in puts)


def _as_came(found: Any) -> Any:
    """What came: all of a value that is no table, a text of several lines in one."""
    if isinstance(found, str):
        return " ".join(map(str.strip, found.splitlines())) or found
    return found.value if isinstance(found, NoTable) else found


_MOST_OF_AN_ARRAY, _MOST_OF_DATA = 100, 1200


def _most(value: Any) -> int:
    """How many characters are shown of an input: whoever wants to call it again needs a list."""
    return _MOST_OF_DATA if isinstance(value, list | tuple) else _MOST_OF_AN_ARRAY


def differences(one: Observed) -> tuple[Remark, ...]:
    """In what way a value is not the one expected; of a hidden one, no number is told."""
    difference = _difference(one)
    if one.observation.shown:
        return (difference,)
    hidden = Remark("other-inputs", {"what": one.observation.what})
    return (hidden,) if difference.key == "check-value" else (hidden, difference)


VARYING = "check-another-value"
"""What is told of a call that gives another value when it is made again."""


def differences_between_calls(one: Observed, *, is_of_another: bool) -> tuple[Remark, ...]:
    """That a call gave another value when made again, that of another call, or one that changed.

    ``is_of_another`` says that the value is the right one of another call. Else it is wrong by what
    calls before it have left or changed.
    """
    what = one.observation.what
    if one.number_of_another is None and one.is_changed_later:
        return (Remark("check-value-changed-later", {"what": what}),)
    if one.number_of_another is None:
        key = "check-value-of-another-call" if is_of_another else "check-wrong-after-others"
        return (Remark(key, {"what": what}),)
    return (Remark(VARYING, {"what": what, "number": one.number_of_another}),)


def _difference(one: Observed) -> Remark:
    what, true, found = one.observation.what, one.observation.true, one.found
    if one.unsuitable is not None:
        return one.unsuitable
    if isinstance(one.steps[-1], Gradients):
        return _gradients_difference(one)
    if isinstance(one.observation.form, Shapes):
        return _shapes_difference(what, found, true)
    has_shape = not isinstance(one.observation.form, Choice)  # texts have none, nor lists of them
    if has_shape and shape_of(found) != shape_of(true):
        return _shape_difference(what, shape_of(found), shape_of(true))
    if isinstance(one.observation.form, Numeric) and not np.isfinite(np.asarray(found)).all():
        return Remark("check-not-finite", {"what": what})
    return Remark(
        "check-value",
        {"what": what, "found": in_notation(_as_came(found)), "expected": in_notation(true)},
    )


def _shape_difference(what: str, found: tuple[int, ...], true: tuple[int, ...]) -> Remark:
    """Another shape than expected; one number has none that is told."""
    shapes = {"found": in_notation(found), "expected": in_notation(true)}
    if not true:
        del shapes["expected"]
        return Remark("check-array-for-number", {"what": what, **shapes})
    if not found:
        del shapes["found"]
        return Remark("check-number-for-array", {"what": what, **shapes})
    return Remark("check-shape", {"what": what, **shapes})


def _gradients_difference(one: Observed) -> Remark:
    """By which parameters no gradient flows, or a wrong one, by their shapes."""
    what, shapes = one.observation.what, [np.shape(x) for x in one.observation.inputs["arrays"]]
    places = np.cumsum([0, *map(prod, shapes)])
    found = np.asarray(one.found, dtype=np.float64)
    true = np.asarray(one.observation.true)
    missing: list[tuple[int, ...]] = []
    other: list[tuple[int, ...]] = []
    for shape, begin, end in zip(shapes, places, places[1:], strict=False):
        if values_agree(one.observation.form, found[begin:end], true[begin:end]):
            continue
        (other if np.any(found[begin:end]) else missing).append(shape)
    if missing:
        return Remark("check-gradients-missing", {"what": what, "shapes": in_notation(missing)})
    return Remark("check-gradients", {"what": what, "shapes": in_notation(other)})


def _shapes_difference(what: str, found: Any, true: Any) -> Remark:
    """Which shapes are missing, and which are there but should not be."""
    wanted, seen = counted_shapes(true), counted_shapes(found)
    assert wanted is not None
    if seen is None:
        return Remark("check-other", {"what": what})
    missing, surplus = list((wanted - seen).elements()), list((seen - wanted).elements())
    if not surplus:
        return Remark("check-shapes-missing", {"what": what, "missing": in_notation(missing)})
    if not missing:
        return Remark("check-shapes-surplus", {"what": what, "surplus": in_notation(surplus)})
    details = {"missing": in_notation(missing), "surplus": in_notation(surplus)}
    return Remark("check-shapes", {"what": what, **details})
