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
from grader.messages.remark import Datum, LayerNumber, Remark
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

    ``is_guess`` says whether an answer could stand there without any work, and ``goes_on`` whether
    one that shows work was worked out from it.
    """

    def __init__(
        self,
        working: Working,
        findings: Sequence[Finding],
        answers: Derivation,
        is_guess: Callable[[Finding], bool],
        goes_on: Callable[[Finding], bool],
    ) -> None:
        self._working = working
        self._answers = answers
        self._right = [one for one in findings if one.kind is Kind.RIGHT]
        self._wrong = [one for one in findings if one.kind in (Kind.SLIP, Kind.WRONG)]
        self._is_guess = is_guess
        self._goes_on = goes_on
        self._leading_to: dict[str, Sequence[Misreading]] = {}
        self._others: dict[str, Derivation] = {}
        self._charged: list[Finding] = []

    def of(self, finding: Finding) -> Sequence[Misreading]:
        """The misreadings any of which gives an answer, and another one; none if none does."""
        return self._explained.get(finding.asked.name, ())

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
        if self.of(finding) and (is_array or len(self._explained) >= _SEVERAL):
            return True
        if not isinstance(finding.value, np.ndarray) or self._is_guess(finding):
            return False
        true = self._answers.working.evaluate(finding.asked.step)
        if finding.value.shape != true.shape or np.sum(finding.value != true) < _ENOUGH:
            return False
        return bool(self._led_to(finding))

    def made_again(self, finding: Finding) -> Sequence[Misreading]:
        """The misreadings that give an answer, if they have cost marks before; they have now.

        They are not looked for where none can have cost any: nothing was asked for before.
        """
        before = tuple(self._charged)
        self._charged.append(finding)
        return self.of(finding) if any(map(self.of, before)) else ()

    @cached_property
    def _explained(self) -> Mapping[str, Sequence[Misreading]]:
        """The answers that one misreading gives, by their names: two at least.

        Where several give them, it may be any.

        They are no guesses, or the first is none: a matrix with one row twice gives equal numbers,
        and later zeros. Whoever has worked on with such numbers has not filled them in.
        """
        for place, base in enumerate(self._wrong[:_FIRST]):
            same: Sequence[Misreading] = ()
            found = [base]
            for finding in self._wrong[place + 1 :]:
                if all(map(self._is_guess, (*found, finding))) and not self._goes_on(base):
                    continue
                giving = list(self._giving_both(same or self._led_to(base), finding))
                if giving:
                    same = giving
                    found.append(finding)
            if same:
                return {one.asked.name: same for one in found}
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


def _name(one: Misreading, working: Working) -> str | Datum | LayerNumber:
    """What was misread; of a number of a layer which one, and the layer if the sheet names it."""
    if not one.input:
        return as_on_sheet(working, one.name)
    rows = (row.strip("`") for table in working.tables for row in table.rows if "`" in row)
    layers = {*rows, *(asked.of for asked in working.asked)}
    return LayerNumber(one.input, one.name if one.name in layers else "")


def told(several: Sequence[Misreading], working: Working, *, is_again: bool) -> Remark:
    """What is said of misreadings: which number was taken for which, or how data were copied.

    That one number was misread goes before other ways of copying. Where it may have been read as
    several others, all are told; where it may have been another number as well, or several ways of
    copying, no more than the data in which it stands.
    """
    several = [each for each in several if each.right is not None] or several
    names = tuple(dict.fromkeys(_name(each, working) for each in several))
    rights = {each.right for each in several}
    if len(names) == len(rights) == 1 and several[0].right is not None:
        taken = tuple(dict.fromkeys(each.taken for each in several))
        read = {"right": several[0].right, "taken": taken, "name": names[0]}
        return Remark("misread" if is_again else "misread-first", read)
    copied = {in_notation(each.given[each.name]) for each in several if each.right is None}
    if len(names) == len(rights) == len(copied) == 1:
        one = next(each for each in several if each.right is None)
        way = way_copied(
            np.asarray(working.given_values[one.name]), np.asarray(one.given[one.name])
        )
        if way is not None:
            turned = {"name": names[0], "turn": way}
            return Remark("turned" if is_again else "turned-first", turned)
        details = {"name": names[0], "taken": copied.pop()}
        return Remark("copied" if is_again else "copied-first", details)
    return Remark("misread-somewhere" if is_again else "misread-somewhere-first", {"names": names})
