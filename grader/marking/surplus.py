"""Outputs behind the right ones, which a loop with too many turns leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import starmap

import numpy as np

from grader.marking.plain_numbers import plain
from grader.sandbox.outside.outcome import Outcome, Returned
from problems.forms import Numeric
from problems.probe import Again, Check, Kept, Observation


def without_surplus(
    checks: Sequence[Check], seen: Mapping[str, Sequence[Outcome]]
) -> dict[str, tuple[Outcome, ...]]:
    """What came of checks, each vector that is longer than the right one cut to its length.

    ``seen`` has the outcomes of each check's observations, by the name of the check.
    """
    return each_changed(checks, seen, _cut)


def each_changed(
    checks: Sequence[Check],
    seen: Mapping[str, Sequence[Outcome]],
    change: Callable[[Observation | None, Outcome], Outcome],
) -> dict[str, tuple[Outcome, ...]]:
    """What came of checks, each outcome changed as its observation asks; None where it has none."""
    return {check.name: _of_check(check, seen[check.name], change) for check in checks}


def _of_check(
    check: Check,
    outcomes: Sequence[Outcome],
    change: Callable[[Observation | None, Outcome], Outcome],
) -> tuple[Outcome, ...]:
    first, more = check.probe.observations, check.probe.more
    asked: list[Observation | None] = [*first]
    for one in more:
        if isinstance(one, Observation):
            asked.append(one)
        elif isinstance(one, Again | Kept):
            asked.append(asked[one.number])
        else:
            asked.append(None)
    asked += asked[len(first) :]  # which came once more where they were run afresh
    pairs = zip(asked, outcomes, strict=False)
    return (*starmap(change, pairs), *outcomes[len(asked) :])


def _cut(one: Observation | None, outcome: Outcome) -> Outcome:
    if one is None or not isinstance(outcome, Returned) or not isinstance(one.form, Numeric):
        return outcome
    true, found = np.asarray(one.true), plain(outcome.value)
    if not isinstance(found, np.ndarray | list) or true.ndim != 1 or not 0 < len(true) < len(found):
        return outcome
    return Returned(found[: len(true)])
