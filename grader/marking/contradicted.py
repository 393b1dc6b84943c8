"""Slips that give what came in one check, though the other checks say that they were not made.

A value of one check alone may come of many mistakes. So a slip is not told where it would have
changed values that came out right, or where it gives a few numbers alone and most of what it would
show in is wrong in another way. What a check costs is settled by then, and stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

import numpy as np

from grader.answers.outcome import Outcome
from grader.marking.agreement import values_agree
from grader.marking.code_diagnosis import explains
from grader.marking.observed import Observed
from grader.marking.result import FieldResult
from grader.messages.remark import Remark
from grader.sandbox.outside.outcome import Returned
from problems.quantity import RULE_ERRORS
from problems.rule import Slip

Doubtful = Mapping[str, frozenset[str]]
"""For each check, by its name, the slips that the others speak against."""

_FEW = 3
"""So many numbers may be what a mistake gives, though another one was made."""
_TOLD = {"check-slip", "check-several-slips"}


def contradicted(
    observed: Mapping[str, Sequence[Observed]], slips: Mapping[str, Mapping[str, Sequence[str]]]
) -> Doubtful:
    """The slips of each check, as `slips_by_check` gives them, that the other checks speak against.

    One that is found in all checks of its rule is spoken against by none.
    """
    found: dict[str, frozenset[str]] = {}
    for name, by_rule in slips.items():
        doubtful: set[str] = set()
        for rule, keys in by_rule.items():
            groups = {check: _of_rule(seen, rule) for check, seen in observed.items()}
            own = groups.pop(name)
            if not own or not any(groups.values()):
                continue
            others = [group for group in groups.values() if group]
            made = [slip for slip in own[0].observation.rule.slips if slip.key in keys]
            doubtful |= {slip.key for slip in made if _is_contradicted(slip, own, others)}
        found[name] = frozenset(doubtful)
    return found


def _of_rule(seen: Sequence[Observed], rule: str) -> list[Observed]:
    """What came of a rule, as far as it can be compared with the values of slips."""
    return [
        one
        for one in seen
        if one.observation.rule.key == rule
        and isinstance(one.outcome, Returned)
        and one.unsuitable is None
    ]


def _is_contradicted(
    slip: Slip, own: Sequence[Observed], others: Sequence[Sequence[Observed]]
) -> bool:
    if slip.any_value or slip.crashes or slip.may_fail:
        return False
    ways = [way for way in slip.ways if all(explains(way, one) for one in own)]
    kinds = {_kinds(one) for one in own}
    is_little = all(np.size(one.found) <= _FEW for one in own)
    return bool(ways) and all(
        _is_ruled_out(way, others, kinds, is_little=is_little) for way in ways
    )


def _kinds(one: Observed) -> frozenset[tuple[str, str]]:
    """Which of the inputs are arrays, and of whole numbers or of decimals.

    What a program does wrongly with the one it may do rightly with the other.
    """
    inputs = one.observation.inputs.items()
    return frozenset((name, x.dtype.kind) for name, x in inputs if isinstance(x, np.ndarray))


def _is_ruled_out(
    way: Slip,
    others: Sequence[Sequence[Observed]],
    kinds: Set[frozenset[tuple[str, str]]],
    *,
    is_little: bool,
) -> bool:
    """Whether a right value would be another one, or more checks are wrong otherwise than by it.

    The latter counts where it is but a few numbers that it explains: many are no chance, and what
    is wrong otherwise may show two mistakes.
    """
    by_it, otherwise = 1, 0  # by it is the check in which it was found
    for group in others:
        shown = list(_on_which_it_shows(way, group))
        if any(one.is_right and _kinds(one) in kinds for one in shown):
            return True
        if not all(one.is_right for one in shown):
            explained = all(explains(way, one) for one in shown)
            by_it, otherwise = by_it + explained, otherwise + (not explained)
    return is_little and otherwise > by_it


def _on_which_it_shows(way: Slip, group: Sequence[Observed]) -> Iterator[Observed]:
    for one in group:
        try:
            value = way(one.observation.inputs)
        except RULE_ERRORS:
            continue
        if not values_agree(one.observation.form, one.observation.true, value):
            yield one


def either(one: Doubtful, other: Doubtful) -> Doubtful:
    """What is spoken against in one run or another."""
    nothing = frozenset[str]()
    return {name: one.get(name, nothing) | other.get(name, nothing) for name in {*one, *other}}


def without_names(fields: Sequence[FieldResult], doubtful: Doubtful) -> list[FieldResult]:
    """The fields without the names that other checks speak against; no mark changes.

    A name by which a later check has kept its marks stays, since it is the reason that is told.
    """
    reasons = {key for field in fields if field.score > 0 for key in field.slips}
    return [_without(field, doubtful.get(field.name, frozenset()) - reasons) for field in fields]


def _without(field: FieldResult, doubtful: frozenset[str]) -> FieldResult:
    slips = tuple(key for key in field.slips if key not in doubtful)
    if field.score or slips == field.slips or field.outcome is not Outcome.SLIP:
        return field
    others = tuple(remark for remark in field.remarks if remark.key not in _TOLD)
    if not slips:
        return replace(field, outcome=Outcome.WRONG, slips=(), remarks=others)
    key = "check-slip" if len(slips) == 1 else "check-several-slips"
    return replace(field, slips=slips, remarks=(Remark(key, {"slips": slips}), *others))
