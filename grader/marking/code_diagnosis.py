"""Diagnosis of code: which known mistakes give what the program gave."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import suppress
from operator import attrgetter
from typing import Any

from grader.marking.agreement import values_agree
from grader.marking.observed import Observed
from grader.sandbox.outside.outcome import Raised, Returned
from problems.forms import Shapes
from problems.quantity import RULE_ERRORS
from problems.rule import Slip, WouldFailError


def slips_by_check(
    observed: Mapping[str, Sequence[Observed]],
) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each check, by its name, and each of its rules the slips that give what came.

    Those that give what came in all checks are the best evidence. Where there are none (two
    mistakes in one function, or a shortest input that comes out in a way of its own), a check has
    those that give all of its own; not one that crashes, which is said to do no harm elsewhere, or
    that needs all checks to show, and none where all that is wrong is trivial, since too many ways
    lead there.
    """
    every = [one for seen in observed.values() for one in seen]
    ruled_out = _ruled_out(every)
    best = _of_mistakes(_without_last_resorts(_slips_by_rule(every, ruled_out), every), every)
    best = _told_apart(best)
    crashing = {
        slip.key
        for one in every
        for slip in one.observation.rule.slips
        if slip.crashes or slip.may_fail or slip.throughout
    }

    broken = {key for key, group in _by_rule(every).items() if _is_left_over(group)}

    def of_its_own(seen: Sequence[Observed]) -> dict[str, tuple[str, ...]]:
        wrong = [one for one in seen if not one.is_right and not one.has_trivial_numbers]
        telling = {one.observation.rule.key for one in wrong} - {*best} - broken - _carried(seen)
        others = [one for one in seen if one.observation.rule.key in telling]
        return _without_last_resorts(_slips_by_rule(others, ruled_out | crashing), others)

    return {name: {**best, **of_its_own(seen)} for name, seen in observed.items()}


def _without_last_resorts(
    found: Mapping[str, tuple[str, ...]], every: Sequence[Observed]
) -> dict[str, tuple[str, ...]]:
    """The slips by rule, where some were found, each of them a last resort only where it has to be.

    It has to be for a rule where no other slip gives what came, or where it is no last resort in
    another rule; and then it is the mistake in all rules where it is one of several.
    """
    resorts: dict[str, set[str]] = {}
    for one in every:
        asked = one.observation.rule
        if asked.key not in resorts:
            resorts[asked.key] = {slip.key for slip in asked.slips if slip.last_resort}
    first = {key for rule, keys in found.items() for key in keys if key not in resorts[rule]}
    needed: set[str] = set()
    for rule, keys in found.items():
        if resorts[rule].issuperset(keys):
            needed |= first.intersection(keys) or {*keys}

    def chosen(rule: str, keys: Sequence[str]) -> tuple[str, ...]:
        due = [key for key in keys if key in needed or (key in resorts[rule] and key in first)]
        return tuple(due or [key for key in keys if key not in resorts[rule]])

    kept = {rule: chosen(rule, keys) for rule, keys in found.items()}
    return {rule: keys for rule, keys in kept.items() if keys}


def _of_mistakes(
    found: Mapping[str, tuple[str, ...]], every: Sequence[Observed]
) -> dict[str, tuple[str, ...]]:
    """The slips by rule, of a rule whose values are carried only those that another one has too.

    A loss that is right for the wrong scores of a program shows no mistake of its own, though a
    mistaken loss may be the same on these images: one that leaves out a class which none has.
    """
    carried = _carried(every)
    elsewhere = {key for rule, keys in found.items() if rule not in carried for key in keys}
    kept = {
        rule: tuple(key for key in keys if rule not in carried or key in elsewhere)
        for rule, keys in found.items()
    }
    return {rule: keys for rule, keys in kept.items() if keys}


def _carried(seen: Iterable[Observed]) -> set[str]:
    """The rules of which all that is wrong follows rightly from the program's own values."""
    wrong = {
        key: [one for one in group if isinstance(one.outcome, Returned) and not one.is_right]
        for key, group in _by_rule(seen).items()
    }
    return {key for key, group in wrong.items() if group and all(one.is_carried for one in group)}


def _told_apart(found: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The slips by rule; of several that one which alone gives what came of another rule.

    The sum of the losses and one loss for each image have the same gradients.
    """
    sure = {keys[0] for keys in found.values() if len(keys) == 1}
    return {rule: tuple(key for key in keys if key in sure) or keys for rule, keys in found.items()}


def _ruled_out(seen: Sequence[Observed]) -> set[str]:
    """The slips that would have led to other parameters of a model than were found.

    With the same few parameters set, models of different mistakes compute the same. And where the
    parameters are wrong but, mended, lead to right values, it was no slip that gives wrong ones.
    """
    of_shapes = [
        one
        for one in seen
        if isinstance(one.observation.form, Shapes) and isinstance(one.outcome, Returned)
    ]
    others = {
        slip.key
        for one in of_shapes
        for slip in one.observation.rule.slips
        if not any(explains(way, one) for way in slip.ways)
    }
    if all(one.is_right for one in of_shapes):
        return others
    shaping = {slip.key for one in of_shapes for slip in one.observation.rule.slips} - others
    right = [one for one in seen if one not in of_shapes and one.is_right]
    for one in sorted(right, key=attrgetter("input_size"))[:_RIGHT_ONES]:
        others |= {
            slip.key
            for slip in one.observation.rule.slips
            if slip.key in shaping - others and _would_differ(slip, one)
        }
    return others


def _would_differ(slip: Slip, right: Observed) -> bool:
    """Whether a mistake leads to another value than the right one that came, if it can be made."""
    agreeing = [
        values_agree(right.observation.form, right.found, value)
        for value in _values(slip, right.observation.inputs)
    ]
    return bool(agreeing) and not any(agreeing)


def _values(slip: Slip, inputs: Mapping[str, Any]) -> Iterator[Any]:
    """What a mistake gives in each way in which it can be made."""
    for way in slip.ways:
        with suppress(*RULE_ERRORS):
            yield way(inputs)


_RIGHT_ONES = 2
"""So many right values, on the smallest inputs, say that a mistake was not made."""


def _slips_by_rule(seen: Sequence[Observed], ruled_out: Set[str]) -> dict[str, tuple[str, ...]]:
    """For each rule the slips that give what came on all of its observations.

    The smallest inputs come first: most slips are ruled out there, where a rule costs least.
    """
    return {
        key: tuple(
            slip.key
            for slip in group[0].observation.rule.slips
            if slip.key not in ruled_out and any(_explains_all(way, group) for way in slip.ways)
        )
        for key, group in _by_rule(sorted(seen, key=attrgetter("input_size"))).items()
        if not all(one.is_right for one in group)
    }


def _by_rule(seen: Iterable[Observed]) -> dict[str, list[Observed]]:
    by_rule: dict[str, list[Observed]] = {}
    for one in seen:
        by_rule.setdefault(one.observation.rule.key, []).append(one)
    return by_rule


def _is_left_over(group: Sequence[Observed]) -> bool:
    """Whether more errors came than wrong values, so that these tell too little by themselves."""
    wrong = sum(isinstance(one.outcome, Returned) and not one.is_right for one in group)
    return wrong < sum(isinstance(one.outcome, Raised) for one in group)


def _explains_all(slip: Slip, group: Sequence[Observed]) -> bool:
    if slip.may_fail:
        came = [one for one in group if isinstance(one.outcome, Returned | Raised)]
        suits = all(one.unsuitable is None for one in came)
        if all(isinstance(one.outcome, Raised) for one in came):
            return bool(came) and all(explains(slip, one) for one in came)
        return suits and all(_explains_as_well(slip, one, group) for one in came)
    returned = [one for one in group if isinstance(one.outcome, Returned)]
    if not returned or (_is_left_over(group) and not slip.crashes):
        return False
    if slip.crashes:
        return all(one.is_right or isinstance(one.outcome, Raised) for one in group)
    return slip.any_value or (
        all(one.unsuitable is None for one in returned)
        and all(explains(slip, one) for one in returned)
    )


def _explains_as_well(slip: Slip, one: Observed, group: Sequence[Observed]) -> bool:
    """Whether the mistake gives what came here, or the error in which another call has ended.

    What an error has kept from being worked out tells nothing beside values.
    """
    if one.is_kept_out or explains(slip, one):
        return True
    later = (other for other in group if other.is_kept_out and other.outcome == one.outcome)
    return any(explains(slip, other) for other in later)


def explains(slip: Slip, one: Observed) -> bool:
    """Whether the mistake, made in its first way, gives what came, be it an error."""
    try:
        value = slip(one.observation.inputs)
    except WouldFailError as failure:
        return isinstance(one.outcome, Raised) and _fails_so(failure, one.outcome.message)
    except RULE_ERRORS:
        return one.is_right  # the mistake cannot be made on these inputs
    if not isinstance(one.outcome, Returned):
        return False
    return values_agree(one.observation.form, one.found, value)


def _fails_so(failure: WouldFailError, message: str) -> bool:
    """Whether an error's message has the numbers and one of the words of a failure."""
    numbers = {int(number) for number in re.findall(r"\d+", message)}
    is_its_kind = not failure.words or any(word in message for word in failure.words)
    return is_its_kind and failure.numbers <= numbers
