"""Whether a mistake that is carried on honestly costs once, wherever it is made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import numpy as np

from grader.certification.fault import Kind
from grader.certification.submissions import marked_in_place
from grader.marking.guard import may_be_copied
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
        if made is None or not _shows(variant, made) or _shows_no_work(variant, made):
            continue
        words = _words_told_by_little(variant, made)
        fields = marked_in_place(variant, made)
        lost = [f for f in fields if f.score < f.max_score and f.name not in words]
        if len(lost) > 1:
            names = ", ".join(field.name for field in lost)
            yield Kind.CARRIED, f"{what}, carried on, costs marks in {len(lost)} blanks: {names}"


def _shows(variant: Variant, values: Values) -> bool:
    return not all(
        agree(asked.form, values[asked.name], variant.truth[asked.name])
        for asked in variant.working.asked
    )


def _shows_no_work(variant: Variant, values: Values) -> bool:
    """Whether a wrong value is a shape or tensor that may have been copied, or is one number.

    It stands on the sheet or in another answer, be it moved on, and whoever writes it down earns
    nothing by what follows.
    """
    given = [q.value for q in variant.working if isinstance(q, Given)]
    changed = {asked.name for asked in changed_blanks(variant, values)}
    others = [values[a.name] for a in variant.working.asked if a.name not in changed]
    return any(may_be_copied(values.get(name), [*given, *others]) for name in changed)


_TELLS_LITTLE = 3


def _words_told_by_little(variant: Variant, values: Values) -> set[str]:
    """The choices that may go with a wrong vector of one or two numbers apart from zeros.

    A word that fits such a vector is no evidence that it was worked out, and the vector is none.
    """
    wrong = (np.asarray(values.get(a.name)) for a in changed_blanks(variant, values))
    if not any(one.ndim and np.count_nonzero(one) < _TELLS_LITTLE for one in wrong):
        return set()
    asked = variant.working.asked
    return {one.name for one in asked if isinstance(one.form, Choice | ReasonedChoice)}


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
                    if any(changed.flat):  # zeros alone show no work
                        yield changed
            yield from (2 * true, -true)
