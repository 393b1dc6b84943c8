"""What was drawn for a student, as it is kept with an assignment: enough to mark it by."""

from __future__ import annotations

import hashlib
import json
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from functools import cached_property
from typing import Any

from grader.sheet.sheet import Problem
from problems.catalogue import family
from problems.family import Level
from problems.frozen import frozen
from problems.variant import Variant


@frozen
class Recorded:
    """One problem as it was drawn: its number on the sheet, and what its variant is made of.

    ``seed`` is a secret: inputs that marks are given for come from it. ``worth`` has the points of
    its blanks or checks, where an assignment sets them. What is the same for all is not drawn.
    """

    key: str
    family: str
    level: Level
    seed: str
    draw: int
    parameters: Mapping[str, Any]
    example: str | None = None
    network: Mapping[str, Any] | None = None
    worth: Mapping[str, Fraction] = field(default_factory=dict)
    is_drawn: bool = True

    @cached_property
    def digest(self) -> str:
        """A text that is the same for the same problem alone, its seed included."""
        told = [self.key, self.family, self.level, self.seed, self.parameters, self.network]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

    @cached_property
    def variant_digest(self) -> str:
        """The same for two students who have the same exercise, whatever it was drawn from."""
        told = [self.family, self.parameters]
        return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()[:32]


_DRAWN_LAST: OrderedDict[str, Variant] = OrderedDict()
"""A few variants by their secret seeds, so that what was just drawn is not worked out again."""
_MOST_KEPT = 16


def recorded(
    key: str, variant: Variant, worth: Mapping[str, Fraction], *, is_drawn: bool = True
) -> Recorded:
    """What is kept of a problem that was drawn, or set for all alike."""
    _DRAWN_LAST[variant.seed] = variant
    if len(_DRAWN_LAST) > _MOST_KEPT:
        _DRAWN_LAST.popitem(last=False)
    return Recorded(
        key,
        variant.family.key,
        variant.level,
        variant.seed,
        variant.family.draw_version,
        variant.parameters,
        variant.example,
        variant.network,
        worth,
        is_drawn,
    )


def problem_of(one: Recorded) -> Problem:
    """The problem as it was drawn, by whatever version. Raises UnknownFamilyError."""
    variant = _DRAWN_LAST.get(one.seed)
    if variant is None or variant.parameters is not one.parameters:
        variant = Variant(
            family(one.family),
            one.level,
            one.seed,
            one.parameters,
            example=one.example,
            network=one.network,
        )
    return Problem(one.key, variant, one.draw, worth=one.worth)
