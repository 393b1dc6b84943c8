"""The mistakes in a program that have cost marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from grader.marking.observed import Observed
from grader.sandbox.outside.outcome import Outcome, Raised, Returned
from problems.probe import Call, Check


class Charged:
    """The mistakes that have cost marks: for each the slips that it may be."""

    def __init__(
        self,
        throughout: frozenset[str],
        marks_of_parts: Mapping[str, int],
        shown: frozenset[str] = frozenset(),
        shown_parts: frozenset[str] = frozenset(),
        misconceptions: Mapping[str, str] | None = None,
    ) -> None:
        """``throughout`` are the rules of which all values are wrong.

        ``shown`` are the slips that give values, and not errors alone: see `shown_slips`.
        ``shown_parts`` are rules and calls of which some value was worked out: see `shown_parts`.
        ``misconceptions`` has the slip as which another one counts, since they come of the same.
        """
        self._misconceptions = misconceptions or {}
        self.marks_of_parts = marks_of_parts
        self._shown = shown
        self._shown_parts = shown_parts
        self._mistakes: list[frozenset[str]] = []
        self._throughout = throughout
        self._parts: set[str] = set()
        self._errors: list[tuple[Raised, tuple[str, ...]]] = []
        self._unshown: list[Raised] = []

    def has_part(self, rule: str) -> bool:
        """Whether a part that is wrong in all checks has cost marks."""
        return rule in self._parts

    def explains_error(self, one: Observed, slips: Iterable[str]) -> bool:
        """Whether an error is one in which one of these slips ends, which shows in values too."""
        if self.ending_in(one):
            return True
        failing = {slip.key for slip in one.observation.rule.slips if slip.may_fail}
        return isinstance(one.outcome, Raised) and not failing.isdisjoint(self._shown & {*slips})

    def ending_in(self, one: Observed) -> tuple[str, ...]:
        """The slips that have cost marks and ended in this very error, at this place.

        The call that ends so may be one of which a check does not look at the value. Where no slip
        of its rule tells with what lengths it would end, they may be others.
        """
        is_told = any(slip.may_fail for slip in one.observation.rule.slips)
        came = one.outcome if is_told else _without_numbers(one.outcome)
        return next(
            (
                slips
                for error, slips in self._errors
                if (error if is_told else _without_numbers(error)) == came
            ),
            (),
        )

    def is_unshown(self, one: Observed, check: Check) -> bool:
        """Whether an error is all that came of a part: it can be raised without any work.

        In a check that looks at no result it is one that is known as such.
        """
        if not isinstance(one.outcome, Raised):
            return False
        if check.secondary:
            return one.outcome in self._unshown
        if not self._shown_parts.isdisjoint(_parts_of(one)):
            return False
        self._unshown.append(one.outcome)
        return True

    def note_error(self, one: Observed, slips: tuple[str, ...]) -> None:
        """These slips, which have cost marks, end in what came, if that is an error."""
        if isinstance(one.outcome, Raised) and not self.ending_in(one):
            self._errors.append((one.outcome, slips))

    def note_parts(self, wrong: Iterable[Observed]) -> None:
        """These values cost marks now, and with them those of their parts."""
        self._parts |= {one.observation.rule.key for one in wrong} & self._throughout

    def note_columns(self, unnamed: Iterable[Observed]) -> None:
        """These values, wrong for no known reason, cost marks now.

        With them do the columns of tables that they are, each a part that stands for itself.
        """
        self._parts |= {
            one.observation.rule.key
            for one in unnamed
            if one.observation.column is not None and not one.has_trivial_numbers
        }

    def has(self, slips: Iterable[str]) -> bool:
        """Whether one of these slips has cost marks."""
        keys = self._of_misconceptions(slips)
        return any(not mistake.isdisjoint(keys) for mistake in self._mistakes)

    def note(self, slips: Iterable[str]) -> None:
        """One of these slips costs marks now, or has done so and shows again."""
        keys = self._of_misconceptions(slips)
        for place, mistake in enumerate(self._mistakes):
            if mistake & keys:
                self._mistakes[place] = mistake & keys  # it is one that gives both
                return
        self._mistakes.append(keys)

    def _of_misconceptions(self, slips: Iterable[str]) -> frozenset[str]:
        return frozenset(self._misconceptions.get(key, key) for key in slips)


def _without_numbers(outcome: Outcome) -> Outcome:
    """An error without the numbers in its message, which hang on the inputs."""
    if not isinstance(outcome, Raised):
        return outcome
    return replace(outcome, message=re.sub(r"\d+", "", outcome.message), hint=None)


def shown_slips(
    observed: Mapping[str, Sequence[Observed]],
    slips: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> frozenset[str]:
    """The slips that show in a value that tells something, and not in errors alone.

    One of inputs with a single number tells too little: a kernel of one entry may be flipped.
    ``slips`` has, for each check and each of its rules, those that give what came.
    """
    return frozenset(
        key
        for name, seen in observed.items()
        for one in seen
        for key in slips.get(name, {}).get(one.observation.rule.key, ())
        if isinstance(one.outcome, Returned) and not one.is_right and _tells(one)
    )


def shown_parts(
    observed: Mapping[str, Sequence[Observed]],
    slips: Mapping[str, Mapping[str, tuple[str, ...]]],
) -> frozenset[str]:
    """The rules of which a value that tells something is right, or is that of a slip.

    And the functions and methods whose calls have led to such values.
    """
    return frozenset(
        part
        for name, seen in observed.items()
        for one in seen
        if isinstance(one.outcome, Returned) and one.input_size != 1
        if not one.has_trivial_numbers
        if one.is_right or slips.get(name, {}).get(one.observation.rule.key)
        for part in _parts_of(one)
    )


def _parts_of(one: Observed) -> list[str]:
    """The rule of an observation, and the last function or method that was called for it."""
    called = [step.function for step in one.steps if isinstance(step, Call)]
    return [one.observation.rule.key, *(f"{path.rpartition('.')[2]}()" for path in called[-1:])]


def _tells(one: Observed) -> bool:
    arrays = [x for x in one.observation.inputs.values() if isinstance(x, np.ndarray)]
    return not one.has_trivial_numbers and all(x.size > 1 for x in arrays)
