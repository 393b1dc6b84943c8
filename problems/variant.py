"""Variants: one exercise as one student gets it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from problems.catalogue import family
from problems.diagnosis import explaining_slips
from problems.family import ByHand, Family, InCode, Level, Parameters
from problems.forms import agree
from problems.probe import Check
from problems.stream import Stream
from problems.working import Asked, Derivation, Values, Working

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
    def core(self) -> Mapping[str, Values]:
        """The core slips of the level, each with the values of a student who makes it throughout.

        There are none of an exercise in code.
        """
        if not isinstance(self.family.task, ByHand):
            return {}
        keys = self.family.core.get(self.level, ())
        return {key: self.working.with_slip(key, self.truth) for key in keys}

    @cached_property
    def aim(self) -> str | None:
        """The mistake that the variant is about: a core slip that is told from every other.

        Where there are several, a stream of its own picks one, so that a stored variant has the
        aim with which it was drawn. None for an exercise in code.
        """
        told = [key for key in self.core if is_told(self, key)]
        stream = Stream(self.seed, f"{self.family.key}/{self.level}/aim")
        return stream.choice(told) if told else None

    @cached_property
    def checks(self) -> Sequence[Check]:
        """The checks of an exercise in code; their inputs come from streams of their own.

        Each is made twice, the second time with inputs that are not shown: what is told of the
        first is then no table of answers.
        """
        if not isinstance(self.family.task, InCode):
            raise TypeError(f"{self.family.key} asks for values, so it has no checks")
        label = f"{self.family.key}/{self.level}"
        shown = self.family.task.checks(self.parameters, Stream(self.seed, f"{label}/checks"))
        hidden = self.family.task.checks(self.parameters, Stream(self.seed, f"{label}/hidden"))
        return tuple(
            check
            if check.secondary
            else replace(check, probe=check.probe.followed_by_hidden(other.probe))
            for check, other in zip(shown, hidden, strict=True)
        )


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
    """Whether each core slip of the level shows, and one of them is told from every other slip.

    Each has to leave something to work out after it: a slip that turns a later value into zeros,
    or makes it infinite or impossible, would cost far more than itself, since nothing is earned
    for following from it.
    """
    return not variant.core or (
        all(_differ(variant, values) for values in variant.core.values())
        and not any(_kill(variant, values) for values in variant.core.values())
        and variant.aim is not None
    )


def is_told(variant: Variant, key: str) -> bool:
    """Whether a core slip is told from the truth and from every other slip of the working.

    It is if it alone explains the first asked value that it changes: there it costs its mark and
    is named.
    """
    values = variant.core[key]
    first = next(_changed(variant, values), None)
    if first is None or first.name not in values:
        return False
    others = {a.name: variant.truth[a.name] for a in variant.working.asked if a is not first}
    before = Derivation(variant.working, others)
    return explaining_slips(before, first, values[first.name]) == (key,)


def slip_shows(variant: Variant, key: str) -> bool:
    """Whether a mistake, made wherever it can be made, changes a value that is asked.

    A mistake that makes a later step impossible does show.
    """
    return _differ(variant, variant.working.with_slip(key, variant.truth))


def _differ(variant: Variant, values: Values) -> bool:
    return any(True for _ in _changed(variant, values))


def _changed(variant: Variant, values: Values) -> Iterator[Asked]:
    """What is asked and has another value than the true one, or has become impossible."""
    for asked in variant.working.asked:
        if asked.name not in values or not agree(
            asked.form, values[asked.name], variant.truth[asked.name]
        ):
            yield asked


def _kill(variant: Variant, values: Values) -> bool:
    """Whether an asked value is missing or infinite, or is zero everywhere and truly is not."""
    return any(
        asked.name not in values
        or _is_infinite(values[asked.name])
        or (not _is_zero(variant.truth[asked.name]) and _is_zero(values[asked.name]))
        for asked in variant.working.asked
    )


def _is_infinite(value: Any) -> bool:
    array = np.asarray(value)
    return array.dtype.kind == "f" and not bool(np.isfinite(array).all())


def _is_zero(value: Any) -> bool:
    return not np.any(np.asarray(value) != 0)
