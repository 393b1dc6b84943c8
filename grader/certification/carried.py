"""Whether a mistake that is carried on honestly costs once, wherever it is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np

from grader.certification.fault import Kind
from grader.certification.submissions import marked_in_place
from grader.marking.guard import numbers_in
from grader.marking.result import FieldResult
from problems.forms import (
    Choice,
    Expression,
    Integer,
    Rational,
    ReasonedChoice,
    Shape,
    agree,
    shape_of,
)
from problems.quantity import RULE_ERRORS, Given, Step, Swap, Values
from problems.variant import Variant, changed_blanks
from problems.working import Asked, Working

_BEYOND_TOLERANCE = 0.1
_MOST_CELLS = 6


def faults_on(
    variant: Variant, turn: int | None = None, turns: int = 1
) -> Iterator[tuple[Kind, str]]:
    """Mistakes on a variant by hand that cost more than the first blank in which they show.

    Of the mistakes in a row those are looked at whose turn it is; all, where ``turn`` is None.
    """
    every = list(_mistakes(variant))
    for what, values in every if turn is None else every[turn % turns :: turns]:
        made = values()
        if made is None or not _shows(variant, made):
            continue
        lost = [f for f in marked_in_place(variant, made) if f.score < f.max_score]
        if len(lost) > 1 and (left := _left_with_nothing(variant, made)):
            lost = [lost[0], *(f for f in lost[1:] if not _says_nothing(f, left))]
        if len(lost) > 1:
            names = ", ".join(field.name for field in lost)
            yield Kind.CARRIED, f"{what}, carried on, costs marks in {len(lost)} blanks: {names}"


def _shows(variant: Variant, values: Values) -> bool:
    return not all(
        agree(asked.form, values[asked.name], variant.truth[asked.name])
        for asked in variant.working.asked
    )


def _left_with_nothing(variant: Variant, values: Values) -> set[str]:
    """The blanks of zeros, or of what the sheet states, that are wrong, and all that follow.

    Zeros leave nothing to work out, and what is stated may have been copied: neither shows work.
    """
    given = [numbers_in(q.value) for q in variant.working if isinstance(q, Given)]
    found = {
        asked.name
        for asked in changed_blanks(variant, values)
        if _is_zero(numbers := numbers_in(values.get(asked.name)))
        or (len(numbers) > 1 and numbers in given)
    }
    return found and set(variant.working.following(found))


def _is_zero(numbers: Sequence[Any]) -> bool:
    return bool(numbers) and not any(numbers)


def _says_nothing(field: FieldResult, left: Collection[str]) -> bool:
    """Whether a blank has nothing to show, or a slip is made again beside those that have not."""
    return field.name in left or any(remark.key == "slip-unshown" for remark in field.remarks)


Wrong = Callable[[Mapping[str, Any]], Any]

Mistake = tuple[str, Callable[[], Values | None]]
"""What it is, and the values that it leads to; None where it makes a later step impossible."""


def _mistakes(variant: Variant) -> Iterator[Mistake]:
    """A wrong value in each blank, and each slip at each step where it can be made, and at all."""
    working, truth = variant.working, variant.truth
    for asked in working.asked:
        if asked.step.rule.accepts is not None:  # it has several right values
            continue
        for wrong in _wrong_values(asked, truth[asked.name]):
            fixed = {asked.name: wrong}
            shown = np.asarray(wrong, dtype=object).tolist()
            yield f"{asked.name} = {shown}", lambda fixed=fixed: _solved(working, fixed=fixed)  # type: ignore[misc]
    for key in sorted(working.notations):  # nothing else follows from how a value is written
        yield f"the slip {key}", lambda key=key: variant.carried[key]  # type: ignore[misc]
    for what, swap in _slips(working):
        yield what, lambda swap=swap: _solved(working, swap=swap)  # type: ignore[misc]


def _slips(working: Working) -> Iterator[tuple[str, Swap]]:
    """Each slip at each step where it can be made and wherever it can, and all of one mistake."""
    for key in working.slip_keys:
        if key in working.notations:
            continue
        steps = [step for step in working.steps if step.slip(key)]
        yield f"the slip {key}", partial(_made, key=key)
        if len(steps) > 1:
            for step in steps:
                yield f"the slip {key} in {step.name}", partial(_made, key=key, place=step.name)
    several = Counter(working.mistakes.values())
    for mistake in (mistake for mistake, keys in several.items() if keys > 1):
        yield f"the mistake {mistake}", partial(_made, mistake=mistake)


def _made(step: Step, key: str = "", place: str = "", mistake: str = "") -> Wrong | None:
    """The slip of a key or of a mistake at a step, if it is to be made there."""
    if place not in ("", step.name):
        return None
    return next((s for s in step.rule.slips if key == s.key or mistake == s.mistake), None)


def _solved(
    working: Working, *, fixed: Mapping[str, Any] | None = None, swap: Swap | None = None
) -> Values | None:
    try:
        return working.solve(fixed, swap)
    except RULE_ERRORS:
        return None


def _wrong_values(asked: Asked, true: Any) -> Iterator[Any]:
    """Values such as mistakes in reckoning lead to: one off, twice as much, the other sign."""
    match asked.form:
        case Choice() | ReasonedChoice() | Expression():
            return
        case Integer():
            yield from (true + 1, true + 2, 2 * true, max(true - 1, 1))
        case Shape():
            for axis, size in enumerate(true):
                yield (*true[:axis], size + 1, *true[axis + 1 :])
        case _:
            step = 1 if isinstance(asked.form, Rational) else _BEYOND_TOLERANCE
            if shape_of(true) == ():
                yield from (true + step, 2 * true)
                return
            for cell in list(np.ndindex(*shape_of(true)))[:_MOST_CELLS]:
                for wrong in (true[cell] + step, -true[cell]):
                    changed = np.array(true, copy=True)
                    changed[cell] = wrong
                    yield changed
            yield from (2 * true, -true)
