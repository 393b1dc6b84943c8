"""The guard of a slip made again: its values must show that all the rest was worked out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import numpy as np

from grader.marking.observed import Observed
from grader.messages.remark import Remark
from problems.forms import agree
from problems.working import RULE_ERRORS


def no_evidence(seen: Sequence[Observed], slips: Mapping[str, tuple[str, ...]]) -> Remark | None:
    """Why wrong values do not show that all but the slip was worked out; None if they do.

    They do not if one of them is trivial, if the slip ends the work early, or if it leads to values
    that depend on fewer of the inputs than the true ones: the weights are zero in a model whose
    layers have the wrong sizes.
    ``slips`` are those that give the values, by the key of the rule.
    """
    if any(one.is_trivial or _ends_early(one, slips) for one in seen):
        return Remark("slip-leaves-nothing")
    by_size = sorted(seen, key=attrgetter("input_size"), reverse=True)
    smallest = {one.observation.rule.key: one for one in by_size}  # the last of each rule stays
    if all(_depends_as_truly(one, slips[key]) for key, one in smallest.items()):
        return None
    return Remark("slip-hides-inputs")


def _ends_early(one: Observed, slips: Mapping[str, tuple[str, ...]]) -> bool:
    rule = one.observation.rule
    return any(slip.ends_early for slip in rule.slips if slip.key in slips[rule.key])


def _depends_as_truly(one: Observed, slips: Sequence[str]) -> bool:
    rule = one.observation.rule
    made = [slip for slip in rule.slips if slip.key in slips]
    truly = _mattering(one, rule, one.observation.true)
    return not any(_mattering(one, slip, one.found) < truly for slip in made)


def _mattering(one: Observed, function: Callable[[Mapping[str, Any]], Any], value: Any) -> set[str]:
    """The arrays among the inputs on which the value of a rule or a slip depends."""
    inputs, found = one.observation.inputs, set()
    for name, array in inputs.items():
        if not isinstance(array, np.ndarray):
            continue
        try:
            other = function({**inputs, name: np.zeros_like(array)})
        except RULE_ERRORS:
            found.add(name)  # it is looked at, at least
            continue
        if not agree(one.observation.form, other, value):
            found.add(name)
    return found
