"""Diagnosis of code: which known mistakes give what the program gave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from operator import attrgetter

from grader.marking.observed import Observed, values_agree
from grader.sandbox.outside.outcome import Raised, Returned
from problems.forms import Shapes
from problems.rule import Slip
from problems.working import RULE_ERRORS


def slips_by_check(
    observed: Mapping[str, Sequence[Observed]],
) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each check, by its name, and each of its rules the slips that give what came.

    Those that give what came in all checks are the best evidence. Where there are none (two
    mistakes in one function, or a shortest input that comes out in a way of its own), a check has
    those that give all of its own; not one that crashes, which is said to do no harm elsewhere,
    and none where all that is wrong is trivial, since too many ways lead there.
    """
    every = [one for seen in observed.values() for one in seen]
    ruled_out = _ruled_out(every)
    best = {key: found for key, found in _slips_by_rule(every, ruled_out).items() if found}
    crashing = {s.key for one in every for s in one.observation.rule.slips if s.crashes}

    def of_its_own(seen: Sequence[Observed]) -> dict[str, tuple[str, ...]]:
        wrong = [one for one in seen if not one.is_right and not one.has_trivial_numbers]
        telling = {one.observation.rule.key for one in wrong} - {*best}
        others = [one for one in seen if one.observation.rule.key in telling]
        return _slips_by_rule(others, ruled_out | crashing)

    return {name: {**best, **of_its_own(seen)} for name, seen in observed.items()}


def _ruled_out(seen: Sequence[Observed]) -> set[str]:
    """The slips that would have led to other parameters of a model than were found.

    With the same few parameters set, models of different mistakes compute the same.
    """
    return {
        slip.key
        for one in seen
        if isinstance(one.observation.form, Shapes) and isinstance(one.outcome, Returned)
        for slip in one.observation.rule.slips
        if not _explains(slip, one)
    }


def _slips_by_rule(seen: Sequence[Observed], ruled_out: Set[str]) -> dict[str, tuple[str, ...]]:
    """For each rule the slips that give what came on all of its observations.

    The smallest inputs come first: most slips are ruled out there, where a rule costs least.
    """
    by_rule: dict[str, list[Observed]] = {}
    for one in sorted(seen, key=attrgetter("input_size")):
        by_rule.setdefault(one.observation.rule.key, []).append(one)
    return {
        key: tuple(
            slip.key
            for slip in group[0].observation.rule.slips
            if slip.key not in ruled_out and _explains_all(slip, group)
        )
        for key, group in by_rule.items()
        if any(isinstance(one.outcome, Returned) for one in group)
        and not all(one.is_right for one in group)
    }


def _explains_all(slip: Slip, group: Sequence[Observed]) -> bool:
    if slip.crashes:
        return all(one.is_right or isinstance(one.outcome, Raised) for one in group)
    returned = [one for one in group if isinstance(one.outcome, Returned)]
    return slip.any_value or (
        all(one.unsuitable is None for one in returned)
        and all(_explains(slip, one) for one in returned)
    )


def _explains(slip: Slip, one: Observed) -> bool:
    try:
        value = slip(one.observation.inputs)
    except RULE_ERRORS:
        return one.is_right  # the mistake cannot be made on these inputs
    return values_agree(one.observation.form, one.found, value)
