"""Numbers of the sheet that were misread: what comes of one in several blanks costs once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np

from grader.answers.notation import in_notation
from grader.marking.finding import Finding, Kind
from grader.marking.named import as_on_sheet
from grader.marking.turned import way_copied
from grader.messages.remark import Remark
from problems.derivation import Derivation
from problems.misreadings import Misreading, gives, is_contradicted, misreadings
from problems.working import Working

_ENOUGH = 3
"""So many wrong numbers that all come of one misreading tell it, in one blank too."""
_SEVERAL = 4
"""So many answers that are whole numbers tell it likewise."""
_FIRST = 4
"""What was misread shows early: so many wrong answers are looked at for the first that shows it."""


class Misread:
    """The misreading that has led to several answers, if there is one.

    One answer alone tells of no misreading, since its value comes of many. A further one that
    comes of a misreading which would have led to an earlier one too rests on the same mistake,
    unless a right answer speaks against it. There is one on a problem, since answers to another
    sheet come of many. It is looked for only once it is asked for.

    ``is_guess`` says whether an answer could stand there without any work.
    """

    def __init__(
        self,
        working: Working,
        findings: Sequence[Finding],
        answers: Derivation,
        is_guess: Callable[[Finding], bool],
    ) -> None:
        self._working = working
        self._answers = answers
        self._right = [one for one in findings if one.kind is Kind.RIGHT]
        self._wrong = [one for one in findings if one.kind in (Kind.SLIP, Kind.WRONG)]
        self._is_guess = is_guess
        self._leading_to: dict[str, Sequence[Misreading]] = {}
        self._others: dict[str, Derivation] = {}
        self._charged: list[Finding] = []

    def of(self, finding: Finding) -> Misreading | None:
        """The misreading that gives an answer, and another one; None if none does."""
        return self._explained.get(finding.asked.name)

    def gives_more_than(self, number: int) -> bool:
        """Whether the misreading gives more answers than so many: no more than there are wrong."""
        return number < len(self._wrong) and number < len(self._explained)

    @property
    def vectors(self) -> int:
        """How many vectors or matrices it gives that are no guesses, if two at least; else 0.

        Nor is one that the sheet states, moved on: a kernel with a single 1, misread so, gives it.
        """
        wrong = (one for one in self._wrong if one.asked.name in self._explained)
        arrays = [f for f in wrong if isinstance(f.value, np.ndarray) and not self._is_guess(f)]
        found = [one for one in arrays if not self._is_stated(one.value)]
        return len(found) if len(found) > 1 else 0

    def _is_stated(self, value: Any) -> bool:
        """Whether the numbers of a vector or matrix stand on the sheet one after the other."""
        cells = value.ravel().tolist()
        for given in self._working.given_values.values():
            stated = given.ravel().tolist() * 2 if isinstance(given, np.ndarray) else []
            places = range(len(stated) - len(cells) + 1)
            if any(stated[place : place + len(cells)] == cells for place in places):
                return True
        return False

    def explains(self, finding: Finding) -> bool:
        """Whether a wrong answer was worked out from misread numbers, so that all may rest on it.

        So it was if several of its numbers come of one misreading, or if further answers do: one
        for a vector or matrix, and three for a whole number, which comes of much.
        """
        if finding.kind is not Kind.WRONG:
            return False
        is_array = isinstance(finding.value, np.ndarray)
        if self.of(finding) is not None and (is_array or len(self._explained) >= _SEVERAL):
            return True
        if not isinstance(finding.value, np.ndarray) or self._is_guess(finding):
            return False
        true = self._answers.working.evaluate(finding.asked.step)
        if finding.value.shape != true.shape or np.sum(finding.value != true) < _ENOUGH:
            return False
        return bool(self._led_to(finding))

    def made_again(self, finding: Finding) -> Misreading | None:
        """The misreading that gives an answer, if it has cost marks before; it has from now on.

        It is not looked for where none can have cost any: nothing was asked for before.
        """
        before = tuple(self._charged)
        self._charged.append(finding)
        return self.of(finding) if any(self.of(one) is not None for one in before) else None

    @cached_property
    def _explained(self) -> Mapping[str, Misreading]:
        """The answers that one misreading gives, by their names: two at least, and no guesses."""
        for place, base in enumerate(self._wrong[:_FIRST]):
            same: Sequence[Misreading] = ()
            found = [base]
            for finding in self._wrong[place + 1 :]:
                if all(map(self._is_guess, (*found, finding))):
                    continue
                giving = list(self._giving_both(same or self._led_to(base), finding))
                if giving:
                    same = giving
                    found.append(finding)
            if same:
                return {one.asked.name: same[0] for one in found}
        return {}

    def _giving_both(self, before: Sequence[Misreading], finding: Finding) -> Iterator[Misreading]:
        others = self._without(finding)
        for one in before:
            if gives(others, finding.asked, finding.value, one) and not self._is_contradicted(one):
                yield one

    def _led_to(self, finding: Finding) -> Sequence[Misreading]:
        """The misreadings that may have led to an answer: asked for once there is a further one."""
        name = finding.asked.name
        if name not in self._leading_to:
            found = misreadings(self._without(finding), finding.asked, finding.value)
            self._leading_to[name] = list(found)
        return self._leading_to[name]

    def _is_contradicted(self, one: Misreading) -> bool:
        return any(
            is_contradicted(self._without(right), right.asked, right.value, one)
            for right in self._right
        )

    def _without(self, finding: Finding) -> Derivation:
        """What follows from the answers but this one."""
        name = finding.asked.name
        if name not in self._others:
            fixed = {other: value for other, value in self._answers.fixed.items() if other != name}
            self._others[name] = Derivation(self._working, fixed)
        return self._others[name]


def told(one: Misreading, working: Working, *, is_again: bool) -> Remark:
    """What is said of a misreading: which number was taken for which, or how data were copied."""
    name = as_on_sheet(working, one.name)
    if one.right is not None:
        numbers = {"right": one.right, "taken": one.taken, "name": name}
        return Remark("misread" if is_again else "misread-first", numbers)
    taken = one.given[one.name]
    way = way_copied(np.asarray(working.given_values[one.name]), np.asarray(taken))
    if way is not None:
        return Remark("turned" if is_again else "turned-first", {"name": name, "turn": way})
    details = {"name": name, "taken": in_notation(taken)}
    return Remark("copied" if is_again else "copied-first", details)
