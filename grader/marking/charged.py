"""The mistakes in a program that have cost marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from grader.marking.observed import Observed


class Charged:
    """The mistakes that have cost marks: for each the slips that it may be."""

    def __init__(self, throughout: frozenset[str], marks_of_parts: Mapping[str, int]) -> None:
        """``throughout`` are the rules of which all values are wrong."""
        self.marks_of_parts = marks_of_parts
        self._mistakes: list[frozenset[str]] = []
        self._throughout = throughout
        self._parts: set[str] = set()

    def has_part(self, rule: str) -> bool:
        """Whether a part that is wrong in all checks has cost marks."""
        return rule in self._parts

    def note_parts(self, wrong: Iterable[Observed]) -> None:
        """These values cost marks now, and with them those of their parts."""
        self._parts |= {one.observation.rule.key for one in wrong} & self._throughout

    def has(self, slips: Iterable[str]) -> bool:
        """Whether one of these slips has cost marks."""
        return any(not mistake.isdisjoint(slips) for mistake in self._mistakes)

    def note(self, slips: Iterable[str]) -> None:
        """One of these slips costs marks now, or has done so and shows again."""
        keys = frozenset(slips)
        for place, mistake in enumerate(self._mistakes):
            if mistake & keys:
                self._mistakes[place] = mistake & keys  # it is one that gives both
                return
        self._mistakes.append(keys)
