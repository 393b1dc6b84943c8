"""The guard of a slip made again: its values must show that all the rest was worked out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from operator import attrgetter
from typing import Any

import numpy as np

from grader.answers.outcome import Outcome
from grader.marking.code_diagnosis import explains
from grader.marking.observed import Observed
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from problems.forms import agree
from problems.quantity import RULE_ERRORS
from problems.rule import Slip
from reference.geometry import PLAIN

_MOST_CLASSES = 16
_FEW_OF = 3
"""One value in so many may be trivial beside others: the gradient of a layer that is left out."""

_LEAVES_NOTHING, _HIDES_INPUTS, _LEAVES_MORE_OUT = DOUBTS = (
    *("slip-leaves-nothing", "slip-hides-inputs", "slip-leaves-more-out"),
)
"""Why a slip made again may show nothing of the rest: the keys of the remarks.

One that ends the work early does not show that there was none.
"""
_ENDS_EARLY = "slip-ends-early"
_UNSHOWN = (*DOUBTS, _ENDS_EARLY)


def no_evidence(seen: Sequence[Observed], slips: Mapping[str, tuple[str, ...]]) -> Remark | None:
    """Why wrong values do not show that all but the slip was worked out; None if they do.

    They do not if one of them is trivial, if the slip ends the work early, or if it leads to values
    that depend on fewer inputs than the true ones: the weights are zero in a model whose layers
    have the wrong sizes, or the gradient is a copy of the kernel. Nor do they if more was left out
    than the slip is: the padding and the stride beside it.
    ``slips`` are those that give the values, by the key of the rule.
    """
    if any(_ends_early(one, slips) for one in seen):
        return Remark(_ENDS_EARLY)
    trivial = sum(one.is_trivial for one in seen)
    if trivial and _FEW_OF * trivial > len(seen):
        return Remark(_LEAVES_NOTHING)
    by_size = sorted(seen, key=attrgetter("input_size"), reverse=True)
    smallest = {one.observation.rule.key: one for one in by_size}  # the last of each rule stays
    if not all(_depends_as_truly(one, slips[key]) for key, one in smallest.items()):
        return Remark(_HIDES_INPUTS)
    if not all(_shows_its_numbers(one, slips[key]) for key, one in smallest.items()):
        return Remark(_LEAVES_MORE_OUT)
    return None


def with_excused(fields: Sequence[FieldResult]) -> list[FieldResult]:
    """The checks in which a slip made again leaves nothing keep their marks if it shows elsewhere.

    It does if it gives values that are not trivial in two checks at least, which weigh no less than
    those in which it leaves nothing. One that hides inputs (of the shortest vector of all, padded
    on one side alone, a window may have nothing but zeros) has to show all of them in others that
    have kept their marks, and weigh no less.
    """
    return [
        _excused(field)
        if (_tells(field, _LEAVES_NOTHING) and _is_outweighed(field, fields))
        or (_tells(field, _HIDES_INPUTS) and _is_shown_elsewhere(field, fields))
        else field
        for field in fields
    ]


def _tells(field: FieldResult, *doubts: str) -> bool:
    return any(remark.key in doubts for remark in field.remarks)


def _is_outweighed(field: FieldResult, fields: Sequence[FieldResult]) -> bool:
    same = _of_the_slip(field, fields)
    nothing = sum(other.max_score for other in same if _tells(other, _LEAVES_NOTHING))
    telling = [other.max_score for other in same if not _tells(other, *_UNSHOWN)]
    return len(telling) > 1 and sum(telling) >= nothing


def _is_shown_elsewhere(field: FieldResult, fields: Sequence[FieldResult]) -> bool:
    same = _of_the_slip(field, fields)
    hiding = sum(other.max_score for other in same if _tells(other, *_UNSHOWN))
    return sum(other.max_score for other in same if other.score) >= hiding


def _of_the_slip(field: FieldResult, fields: Sequence[FieldResult]) -> list[FieldResult]:
    return [
        other
        for other in fields
        if other.outcome is Outcome.SLIP and not {*field.slips}.isdisjoint(other.slips)
    ]


def _excused(field: FieldResult) -> FieldResult:
    again = "slip-again" if len(field.slips) == 1 else "several-slips-again"
    remarks = (Remark(again, {"slips": field.slips}),)
    return replace(field, score=field.max_score, remarks=remarks)


def _ends_early(one: Observed, slips: Mapping[str, tuple[str, ...]]) -> bool:
    rule = one.observation.rule
    return any(slip.ends_early for slip in rule.slips if slip.key in slips[rule.key])


def _depends_as_truly(one: Observed, slips: Sequence[str]) -> bool:
    """Whether the values of all slips that may have been made depend on as many arrays."""
    rule = one.observation.rule
    made = _ways_made(one, slips)
    truly = _mattering(one, rule, one.observation.true)
    least = [len(truly - slip.leaves_out) for slip in made]
    found = [len(_mattering(one, slip, one.found)) for slip in made]
    return all(has >= needs for has, needs in zip(found, least, strict=True))


def _shows_its_numbers(one: Observed, slips: Sequence[str]) -> bool:
    """Whether those values depend on the numbers that they have to show, as far as true ones do."""
    rule, true = one.observation.rule, one.observation.true
    return all(
        _numbers_shown(one, rule, true, way.must_show)
        <= _numbers_shown(one, way, one.found, way.must_show)
        for way in _ways_made(one, slips)
        if way.must_show
    )


def _ways_made(one: Observed, slips: Sequence[str]) -> list[Slip]:
    """The ways in which these slips give what came."""
    named = [slip for slip in one.observation.rule.slips if slip.key in slips]
    return [way for slip in named for way in slip.ways if slip.any_value or explains(way, one)]


_Function = Callable[[Mapping[str, Any]], Any]


def _mattering(one: Observed, function: _Function, value: Any) -> set[str]:
    """The arrays among the inputs on which the value of a rule or a slip depends."""
    return {
        name
        for name, array in one.observation.inputs.items()
        if isinstance(array, np.ndarray)
        if any(_changes(one, function, value, name, other) for other in _others(array))
    }


def _numbers_shown(one: Observed, function: _Function, value: Any, names: Set[str]) -> set[str]:
    """The numbers of windows, of these names, on which the value of a rule or a slip depends."""
    return {
        name
        for name in names & one.observation.inputs.keys()
        if _changes(one, function, value, name, getattr(PLAIN, name))
    }


def _changes(one: Observed, function: _Function, value: Any, name: str, other: Any) -> bool:
    """Whether the value becomes another one, or none, with another input of this name."""
    try:
        inputs = {**one.observation.inputs, name: other}
        return not agree(one.observation.form, function(inputs), value)
    except RULE_ERRORS:
        return True  # it is looked at, at least


def _others(array: Any) -> Iterator[Any]:
    """Arrays to put in place of one: zeros, and of whole numbers others as well.

    A class 0 in place of another changes no loss where both have a probability of next to nothing.
    """
    yield np.zeros_like(array)
    if array.dtype.kind in "iu":
        yield from (np.full_like(array, n) for n in range(1, _MOST_CLASSES))
