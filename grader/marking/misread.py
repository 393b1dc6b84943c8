"""Numbers of the sheet that were misread: what comes of one in several blanks costs once."""

from __future__ import annotations

from collections.abc import Sequence

from grader.marking.finding import Finding, Kind
from grader.messages.remark import Remark
from problems.derivation import Derivation
from problems.misreadings import Misreading, gives, is_contradicted, misreadings
from problems.working import Working


class Misread:
    """The misreadings that may have led to answers which have cost marks.

    One answer alone tells of no misreading, since its value comes of many. A further one that
    comes of a misreading which would have led to the earlier one too rests on the same mistake,
    unless a right answer speaks against it.
    """

    def __init__(self, working: Working, findings: Sequence[Finding], answers: Derivation) -> None:
        self._working = working
        self._answers = answers
        self._right = [one for one in findings if one.kind is Kind.RIGHT]
        self._charged: list[Finding] = []
        self._leading_to: dict[str, Sequence[Misreading]] = {}
        self._found: Sequence[Misreading] = ()
        self._others: dict[str, Derivation] = {}

    def again(self, finding: Finding) -> Misreading | None:
        """The misreading that gives an answer, and one that has cost marks; None if none does."""
        others = self._without(finding)
        for before in (self._found,) if self._found else map(self._led_to, self._charged):
            same = [one for one in before if gives(others, finding.asked, finding.value, one)]
            if same:
                self._found = same  # it is one that gives all of them, and there is no other
                return same[0]
        return None

    def charge(self, finding: Finding) -> None:
        """An answer costs marks now, which may come of a misreading.

        Once one has shown, there is no other: answers to another sheet come of many.
        """
        if not self._found:
            self._charged.append(finding)

    def _led_to(self, finding: Finding) -> Sequence[Misreading]:
        """The misreadings that may have led to an answer: asked for once there is a further one."""
        name = finding.asked.name
        if name not in self._leading_to:
            found = misreadings(self._without(finding), finding.asked, finding.value)
            self._leading_to[name] = [one for one in found if not self._is_contradicted(one)]
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


def told(one: Misreading) -> Remark:
    """What is said of a misreading: which number was taken for which."""
    details = {"right": one.right, "taken": one.taken, "name": one.layer or one.name}
    return Remark("misread", details)
