"""Wrong values that are right for another input: one that an earlier call was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from grader.marking.agreement import values_agree
from problems.forms import agree
from problems.probe import Observation
from problems.quantity import RULE_ERRORS


def comes_of_another_input(one: Observation, found: Any, others: Iterable[Observation]) -> bool:
    """Whether the rule gives what was found if one input is that of another call.

    The first kernel is kept, say, and the later ones of its length are not looked at.
    """
    for name, value in _other_inputs(one, others):
        try:
            given = one.rule({**one.inputs, name: value})
        except RULE_ERRORS:
            continue
        if values_agree(one.form, found, given) and not agree(one.form, given, one.true):
            return True
    return False


def _other_inputs(one: Observation, others: Iterable[Observation]) -> Iterator[tuple[str, Any]]:
    """Each array that another call was given in place of one of this call's, once."""
    seen: set[tuple[str, bytes]] = set()
    taken = one.rule.taken(one.inputs)
    for other in others:
        if other.rule.key != one.rule.key:
            continue
        for name, own in taken.items():
            value = other.inputs.get(name)
            if not isinstance(own, np.ndarray) or not isinstance(value, np.ndarray):
                continue
            key = (name, value.tobytes())
            if key not in seen and not np.array_equal(own, value):
                seen.add(key)
                yield name, value
