"""Variants: one exercise as one student gets it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from problems.catalogue import family, folder
from problems.derivation import Derivation
from problems.diagnosis import explaining_slips
from problems.effort import Effort, effort_by_hand, effort_in_code
from problems.family import (
    ByHand,
    Family,
    InCode,
    Level,
    NetworkRefusedError,
    Parameters,
)
from problems.forms import agree
from problems.frozen import frozen
from problems.probe import Check, Style
from problems.quantity import Values
from problems.repetition import made_often
from problems.stream import Stream
from problems.working import Asked, Working


class UnknownExampleError(ValueError):
    """The family has no published example of that name."""


class UnknownSlipError(ValueError):
    """A family names a slip that no rule of its working has: a fault of the family."""


@frozen(eq=False)
class Variant:
    """One exercise as one student gets it: a family, a level and the parameters drawn."""

    family: Family
    level: Level
    seed: str
    parameters: Parameters
    example: str | None = None
    network: Mapping[str, Any] | None = None
    """The lecturer's own network that it is about; nothing is drawn then."""

    @property
    def request(self) -> str:
        """How a sheet asks for such a variant: ``FAMILY:LEVEL`` or ``FAMILY@EXAMPLE``."""
        if self.example is not None:
            return f"{self.family.key}@{self.example}"
        return f"{self.family.key}:{self.level}"

    @cached_property
    def working(self) -> Working:
        """The working of an exercise by hand."""
        if not isinstance(self.family.task, ByHand):
            raise TypeError(f"{self.family.key} asks for code, so it has no working")
        return self.family.task.working(self.parameters)

    @cached_property
    def solution(self) -> Derivation:
        """The solution of an exercise by hand, of which each value is worked out when needed."""
        return Derivation(self.working)

    @cached_property
    def truth(self) -> Values:
        """The true values of all quantities of an exercise by hand."""
        return {quantity.name: self.solution.value(quantity) for quantity in self.working}

    @cached_property
    def exact(self) -> Values:
        """The true values of all quantities by hand, exact: rationals, or SymPy expressions."""
        return self.working.solve_in_symbols()

    @cached_property
    def core(self) -> Mapping[str, Values]:
        """The core slips of the level, each with the values of a student who makes it throughout.

        There are none of an exercise in code, and of what is not drawn. Raises UnknownSlipError.
        """
        if not isinstance(self.family.task, ByHand) or self.network is not None:
            return {}
        keys = self.family.core.get(self.level, ())
        known = self.working.slip_keys
        for key in keys:
            if key not in known:
                close = difflib.get_close_matches(key, known, n=1)
                hint = f"; is {close[0]!r} meant?" if close else ""
                raise UnknownSlipError(
                    f"the core slip {key!r} of {self.family.key}:{self.level} is in no rule of its "
                    f"working{hint}"
                )
        return _Carried(self, keys, self._made)

    @cached_property
    def carried(self) -> Mapping[str, Values]:
        """Every slip of an exercise by hand, with the values of a student who makes it."""
        return _Carried(self, self.working.slip_keys, self._made)

    @cached_property
    def _made(self) -> dict[str, Values]:
        return {}

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
    def effort(self) -> Effort:
        """How much work it is."""
        if isinstance(self.family.task, ByHand):
            return effort_by_hand(self.working, self.truth)
        from problems.texts import render_program  # Jinja2 is not needed to mark

        where = folder(self.family.key)
        return effort_in_code(
            render_program(where, "solution.py.j2", docstring="", **self.parameters)
        )

    @cached_property
    def functions(self) -> tuple[str, ...]:
        """The functions and classes that an exercise in code asks for."""
        return self._in_code.names_for(self.parameters)

    @cached_property
    def style(self) -> Sequence[Style]:
        """The rules of style of an exercise in code."""
        return self._in_code.style_for(self.parameters)

    @cached_property
    def checks(self) -> Sequence[Check]:
        """The checks of an exercise in code; their inputs come from streams of their own.

        Each is made twice, the second time with inputs that are not shown: what is told of the
        first is then no table of answers. And both are made again, so that a memory shows.
        """
        return tuple(
            check if check.secondary else made_often(check, other, turn)
            for turn, (check, other) in enumerate(
                zip(self.stated_checks, self._checks_of("hidden"), strict=True)
            )
        )

    @cached_property
    def stated_checks(self) -> Sequence[Check]:
        """The checks as a sheet tells of them, each made once: their names and marks are final."""
        return self._checks_of("checks")

    def _checks_of(self, stream: str) -> Sequence[Check]:
        label = f"{self.family.key}/{self.level}/{stream}"
        return tuple(self._in_code.checks(self.parameters, Stream(self.seed, label)))

    @property
    def _in_code(self) -> InCode:
        if not isinstance(self.family.task, InCode):
            raise TypeError(f"{self.family.key} asks for values, so it has no checks")
        return self.family.task


class _Carried(Mapping[str, Values]):
    """By the keys of slips: the values of a student who makes one, once they are needed.

    ``found`` has those that were needed before, of whichever slips.
    """

    def __init__(self, variant: Variant, keys: Sequence[str], found: dict[str, Values]) -> None:
        self._variant = variant
        self._keys = tuple(keys)
        self._found = found

    def __getitem__(self, key: str) -> Values:
        if key not in self._keys:
            raise KeyError(key)
        if key not in self._found:
            self._found[key] = self._variant.working.with_slip(key, self._variant.truth)
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


def published_elsewhere(variant: Variant) -> Mapping[str, Sequence[Any]]:
    """What was published as answers to other variants of the family, by blank."""
    found: dict[str, list[Any]] = {}
    for example in variant.family.examples.values():
        if example.parameters != variant.parameters:
            for name, value in example.answers.items():
                found.setdefault(name, []).append(value)
    return found


def example_variant(key: str, name: str) -> Variant:
    """A published example of a family. Raises UnknownFamilyError and UnknownExampleError."""
    chosen = family(key)
    if name not in chosen.examples:
        raise UnknownExampleError(
            f"{key} has no published example {name!r}; it has {', '.join(chosen.examples)}"
        )
    parameters = chosen.examples[name].parameters
    return Variant(chosen, "standard", f"example {name}", parameters, example=name)


def network_variant(key: str, level: Level, network: Mapping[str, Any]) -> Variant:
    """An exercise about a lecturer's own network, the same for every seed.

    Raises UnknownFamilyError, and NetworkRefusedError where the family asks nothing about it.
    """
    chosen = family(key)
    if chosen.network is None:
        raise NetworkRefusedError(f"{key} takes no network of one's own")
    parameters = chosen.network(network, level)
    return Variant(chosen, level, "network", parameters, network=network)


def is_told(variant: Variant, key: str) -> bool:
    """Whether a core slip is told from the truth and from every other slip of the working.

    It is if it alone explains the first asked value that it changes: there it costs its mark and
    is named.
    """
    values = variant.core[key]
    first = next(changed_blanks(variant, values), None)
    if first is None or first.name not in values:
        return False
    others = {a.name: variant.truth[a.name] for a in variant.working.asked if a is not first}
    before = Derivation(variant.working, others)
    return explaining_slips(before, first, values[first.name]) == (key,)


def slip_shows(variant: Variant, key: str) -> bool:
    """Whether a mistake, made wherever it can be made, changes a value that is asked.

    A mistake that makes a later step impossible does show; one of which it has no rule does not.
    """
    if key not in variant.working.slip_keys:
        return False
    return next(changed_blanks(variant, variant.carried[key]), None) is not None


def changed_blanks(variant: Variant, values: Values) -> Iterator[Asked]:
    """What is asked and has another value than the true one, or has become impossible."""
    truth = variant.truth
    for asked in variant.working.asked:
        name = asked.name
        if name not in values or not (
            values[name] is truth[name] or agree(asked.form, values[name], truth[name])
        ):
            yield asked
