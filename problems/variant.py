"""Variants: one exercise as one student gets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from problems.catalogue import family
from problems.family import ByHand, Family, InCode, Level, Parameters
from problems.forms import agree
from problems.probe import Check
from problems.stream import Stream
from problems.working import Values, Working

_MOST_DRAWS = 10_000


class NoVariantError(RuntimeError):
    """The family's draw does not come up with a sound variant: a fault of the family."""


class UnknownExampleError(ValueError):
    """The family has no published example of that name."""


@dataclass(frozen=True, eq=False)
class Variant:
    """One exercise as one student gets it: a family, a level and the parameters drawn."""

    family: Family
    level: Level
    seed: str
    parameters: Parameters
    example: str | None = None

    @cached_property
    def working(self) -> Working:
        """The working of an exercise by hand."""
        if not isinstance(self.family.task, ByHand):
            raise TypeError(f"{self.family.key} asks for code, so it has no working")
        return self.family.task.working(self.parameters)

    @cached_property
    def truth(self) -> Values:
        """The true values of all quantities of an exercise by hand."""
        return self.working.solve()

    @cached_property
    def checks(self) -> Sequence[Check]:
        """The checks of an exercise in code; their inputs come from a stream of their own."""
        if not isinstance(self.family.task, InCode):
            raise TypeError(f"{self.family.key} asks for values, so it has no checks")
        stream = Stream(self.seed, f"{self.family.key}/{self.level}/checks")
        return tuple(self.family.task.checks(self.parameters, stream))


def draw_variant(key: str, level: Level, seed: str) -> Variant:
    """Draw the variant that a seed stands for.

    The same seed gives the same variant, on any machine. Raises UnknownFamilyError, and
    NoVariantError if no proposal of the family is sound.
    """
    chosen = family(key)
    stream = Stream(seed, f"{key}/{level}")
    for _ in range(_MOST_DRAWS):  # a rejected draw goes on in the same stream
        variant = Variant(chosen, level, seed, chosen.draw(stream, level))
        if chosen.sound(variant.parameters) and tells_core_slips(variant):
            return variant
    raise NoVariantError(
        f"{key}:{level} proposed {_MOST_DRAWS} variants for seed {seed}, none sound"
    )


def example_variant(key: str, name: str) -> Variant:
    """A published example of a family. Raises UnknownFamilyError and UnknownExampleError."""
    chosen = family(key)
    if name not in chosen.examples:
        raise UnknownExampleError(
            f"{key} has no published example {name!r}; it has {', '.join(chosen.examples)}"
        )
    return Variant(chosen, "standard", f"example {name}", chosen.examples[name], example=name)


def tells_core_slips(variant: Variant) -> bool:
    """Whether each core slip of the level shows, and leaves something to work out after it.

    A slip that turns a later value into zeros would cost far more than itself, since nothing is
    earned for following from it.
    """
    if variant.family.kind == "code":
        return True
    core = variant.family.core.get(variant.level, ())
    carried = (variant.working.with_slip(key) for key in core)
    return all(_differ(variant, values) and not _kill(variant, values) for values in carried)


def slip_shows(variant: Variant, key: str) -> bool:
    """Whether a mistake, made wherever it can be made, changes a value that is asked.

    A mistake that makes a later step impossible does show.
    """
    return _differ(variant, variant.working.with_slip(key))


def _differ(variant: Variant, values: Values) -> bool:
    return any(
        asked.name not in values
        or not agree(asked.form, values[asked.name], variant.truth[asked.name])
        for asked in variant.working.asked
    )


def _kill(variant: Variant, values: Values) -> bool:
    """Whether an asked value is zero everywhere that truly is not."""
    return any(
        np.any(np.asarray(variant.truth[asked.name]) != 0)
        and not np.any(np.asarray(values[asked.name]) != 0)
        for asked in variant.working.asked
        if asked.name in values
    )
