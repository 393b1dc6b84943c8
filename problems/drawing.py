"""Drawing of variants: a family proposes parameters until a proposal makes a good exercise.

A proposal that will not do is rejected with a reason in words, so that a draw can say for itself
why it takes long, or comes to nothing.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

import numpy as np

from problems.catalogue import family
from problems.family import SOUND, ByHand, Level
from problems.forms import shape_of
from problems.frozen import frozen
from problems.quantity import RULE_ERRORS, Values
from problems.stream import Stream
from problems.variant import Variant, changed_blanks, is_told

MOST_PROPOSALS = 500
"""Where one in fifty is good, one draw in 20,000 comes to nothing."""

_MOST_REASONS = 5


class NoVariantError(RuntimeError):
    """A draw comes to nothing: a fault of the family. ``reasons`` counts the rejections."""

    def __init__(self, request: str, seed: str, reasons: Counter[str]) -> None:
        self.request = request
        self.seed = seed
        self.reasons = reasons
        super().__init__(request, seed, reasons)

    def __str__(self) -> str:
        commonest = self.reasons.most_common(_MOST_REASONS)
        told = "; ".join(f"{count} × {reason}" for reason, count in commonest)
        return (
            f"{self.request} proposed {self.reasons.total()} variants for seed {self.seed} and "
            f"rejected all of them: {told}"
        )


@frozen(eq=False)
class Drawn:
    """A variant, and how often each reason rejected a proposal before it."""

    variant: Variant
    rejected: Counter[str]


def draw(key: str, level: Level, seed: str) -> Drawn:
    """Draw the variant that a seed stands for, and count what was rejected on the way.

    The same seed gives the same variant, on any machine. Raises UnknownFamilyError, NoVariantError
    if hundreds of proposals come to nothing, and UnknownSlipError.
    """
    chosen = family(key)
    stream = Stream(seed, f"{key}/{level}")
    rejected: Counter[str] = Counter()
    for _ in range(MOST_PROPOSALS):  # a rejected draw goes on in the same stream
        variant = Variant(chosen, level, seed, chosen.draw(stream, level))
        reason = chosen.judge(variant.parameters, level)
        if reason is None:
            reason = next(reasons_against(variant), SOUND)
        if reason == SOUND:
            return Drawn(variant, rejected)
        rejected[reason] += 1
    raise NoVariantError(f"{key}:{level}", seed, rejected)


def draw_variant(key: str, level: Level, seed: str) -> Variant:
    """The variant that a seed stands for; see ``draw``."""
    return draw(key, level, seed).variant


def reasons_against(variant: Variant) -> Iterator[str]:
    """Why a proposal is no good exercise of its level; what costs less to find comes first.

    Raises UnknownSlipError.
    """
    try:
        yield from variant.family.flaws(variant.parameters)
        if isinstance(variant.family.task, ByHand):
            yield from _degeneracies(variant)
    except RULE_ERRORS as error:
        yield f"a step is impossible: {_without_numbers(str(error))}"
        return
    yield from _effort_beyond_the_level(variant)
    yield from _core_slips_that_will_not_do(variant)


def _without_numbers(text: str) -> str:
    """A message such that proposals with other numbers give the same one."""
    return re.sub(r"-?\d+", "…", text)


def _degeneracies(variant: Variant) -> Iterator[str]:
    """What the steps of a working must not meet, each looked at before the next is worked out."""
    taught = variant.family.subjects.get(variant.level, ())
    for step in variant.working.steps:
        if key := variant.solution.degeneracy(step, taught):
            yield f"{key} in {step.name}"


def _effort_beyond_the_level(variant: Variant) -> Iterator[str]:
    bounds = variant.family.effort.get(variant.level)
    if bounds is None:
        return
    least, most = bounds
    if variant.effort.total < least:
        yield f"less work than the level has: below {least}"
    elif variant.effort.total > most:
        yield f"more work than the level has: above {most}"


def _core_slips_that_will_not_do(variant: Variant) -> Iterator[str]:
    """Each core slip of the level has to show, and one of them to be told from every other slip.

    Each has to leave something to work out after it: a slip that turns a later value into zeros,
    or makes it infinite or impossible, would cost far more than itself, since nothing is earned
    for following from it. What a change of size makes impossible is not held against it.
    """
    for key, values in variant.core.items():  # one after another: each is carried once asked for
        if next(changed_blanks(variant, values), None) is None:
            yield f"the core slip {key} does not show"
        for name in _killed(variant, values):
            yield f"the core slip {key} leaves nothing to work out of {name}"
    if variant.core and not any(is_told(variant, key) for key in variant.core):
        yield "no core slip is told from every other"


def _killed(variant: Variant, values: Values) -> Iterator[str]:
    """The blanks that are impossible or infinite, or zero everywhere where they truly are not."""
    truth = variant.truth
    for asked in variant.working.asked:
        name = asked.name
        if name not in values:
            if not _changes_size(variant, values):
                yield name
        elif values[name] is not truth[name] and (
            _is_infinite(values[name]) or (_is_zero(values[name]) and not _is_zero(truth[name]))
        ):
            yield name


def _changes_size(variant: Variant, values: Mapping[str, Any]) -> bool:
    """Whether some quantity has another size: a tensor of another shape, or another shape."""
    for name, true in variant.truth.items():
        if name not in values or values[name] is true:
            continue
        found = values[name]
        if isinstance(true, tuple):
            if found != true:
                return True
        elif shape_of(found) != shape_of(true):
            return True
    return False


def _is_infinite(value: Any) -> bool:
    if isinstance(value, float):
        return not math.isfinite(value)
    is_floats = isinstance(value, np.ndarray) and value.dtype.kind == "f"
    return is_floats and not all(map(math.isfinite, value.ravel().tolist()))


def _is_zero(value: Any) -> bool:
    """Whether a number is 0, or each number of a tensor or a shape; nothing else ever is."""
    if isinstance(value, np.ndarray):
        return not any(value.ravel().tolist())
    if isinstance(value, tuple | list):
        return all(map(_is_zero, value))
    return isinstance(value, int | float | Fraction) and value == 0
