"""The guard of follow-through: whether a student's answers show work, over the chain of them.

What follows from a wrong answer earns its marks, since the mistake has cost enough. But answers can
also fit each other without any work behind them: one number in every blank, zeros, a copy of what
is given. A value of that kind shows nothing by itself; it earns its marks where the answers
that it rests on, and those beside it, show that the student works things out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import Any

import numpy as np

from grader.marking.finding import Finding, Findings, Kind
from grader.marking.present import same
from problems.forms import Choice, ReasonedChoice
from problems.formula import Formula
from problems.working import Given, Step, Working

_MOSTLY = 0.5  # of its cells
_FEW = 4  # fewer numbers than this come out equal by a mistake, too


def shows_nothing(value: Any, inputs: Iterable[Any]) -> bool:
    """Whether a value is zero, one number throughout, or a copy of something among the inputs.

    A number is a copy of any cell, a shape or tensor one of a whole, repeated or cut to its size.
    """
    cells = numbers_in(value)
    return _is_uniform(cells) or any(_is_copy(cells, numbers_in(each)) for each in inputs)


def _is_trivial(finding: Finding) -> bool:
    """Whether a value is zero, or was made trivial by the answers before it."""
    return finding.is_present or not any(_differ(cell, 0) for cell in numbers_in(finding.value))


def _is_near(finding: Finding) -> bool:
    """Whether a wrong value has mostly right cells; zeros, which are right beside others, none."""
    return finding.part >= _MOSTLY and any(_differ(cell, 0) for cell in numbers_in(finding.value))


def _is_copy(cells: Sequence[Any], original: Sequence[Any]) -> bool:
    if len(cells) == 1:
        return any(not _differ(cell, cells[0]) for cell in original)
    size = len(original)
    return size > 0 and not any(
        _differ(cell, original[place % size]) for place, cell in enumerate(cells)
    )


def _is_uniform(cells: Sequence[Any]) -> bool:
    """Whether there is nothing but zeros, or one number several times."""
    first = cells[0] if len(cells) > 1 else 0
    return not any(_differ(cell, 0) for cell in cells) or not any(
        _differ(cell, first) for cell in cells
    )


def _differ(a: Any, b: Any) -> bool:
    """Whether two numbers or formulas differ."""
    return not same(a, b)


def numbers_in(value: Any) -> list[Any]:
    """The numbers or formulas of a value in their order; none of a word or a truth value."""
    if isinstance(value, np.ndarray):
        return list(value.flat)
    if isinstance(value, tuple | list):
        return [cell for part in value for cell in numbers_in(part)]
    is_number = isinstance(value, int | float | Fraction | Formula) and not isinstance(value, bool)
    return [value] if is_number else []


class Work:
    """What the answers to one problem show together."""

    def __init__(self, working: Working, noted: Findings, findings: Sequence[Finding]) -> None:
        self.working = working
        self.noted = noted
        self.findings = {finding.asked.name: finding for finding in findings}

    def is_shown_by(self, finding: Finding) -> bool:
        """Whether a value that follows from earlier answers shows that it was worked out.

        One that is no copy of what it follows from, and that was not made trivial, shows it by
        itself. Any other does where the mistakes that it rests on are honest ones; a trivial one
        only where a mistake without a name has left something to work out.
        """
        if not (finding.is_present or self.is_guess(finding)):
            return True
        return all(
            self.is_honest(mistake)
            and (
                mistake.kind is Kind.SLIP or not _is_trivial(finding) or self._leaves_work(mistake)
            )
            for mistake in self._mistakes_behind(finding)
        )

    def _leaves_work(self, mistake: Finding) -> bool:
        """Whether what follows from a wrong answer shows work at least as often as nothing."""
        after = self.working.following([mistake.asked.name]) - {mistake.asked.name}
        found = [one for name, one in self.findings.items() if name in after]
        trivial = sum(one.kind is Kind.CONSISTENT and _is_trivial(one) for one in found)
        return sum(map(self._is_evidence, found)) >= trivial

    def is_guess(self, finding: Finding) -> bool:
        """Whether a value could stand there without any work: see `shows_nothing`."""
        return shows_nothing(finding.value, self.noted.inputs(finding.asked).values())

    def is_honest(self, mistake: Finding) -> bool:
        """Whether a wrong answer was worked out, though wrongly, and not filled in.

        So is a slip, if what it was made on is: a right answer, or an honest one.
        """
        if not self.is_shown:
            return False
        if mistake.kind is Kind.SLIP:
            return all(
                self.is_honest(before)
                and (before.kind is Kind.SLIP or not _is_uniform(numbers_in(before.value)))
                for before in self._mistakes_behind(mistake)
            )
        cells = numbers_in(mistake.value)
        some = any(_differ(cell, 0) for cell in cells)
        return _is_near(mistake) or (some and (len(cells) < _FEW or not _is_uniform(cells)))

    @cached_property
    def is_shown(self) -> bool:
        """Whether at least as many answers show work, one or more, as cannot be explained."""
        evidence = sum(map(self._is_evidence, self.findings.values()))
        wrong = [one for one in self.findings.values() if one.kind is Kind.WRONG]
        return evidence > 0 and evidence >= len(wrong) - sum(map(_is_near, wrong))

    def _mistakes_behind(self, finding: Finding) -> Iterator[Finding]:
        """The wrong answers on which a value rests, where those in between follow."""
        todo, seen = [finding], {finding.asked.name}
        while todo:
            for name in self.noted.answered_before(todo.pop().asked):
                if name in seen:
                    continue
                seen.add(name)
                before = self.findings.get(name)
                if before is None:  # a blank whose value a right answer has settled
                    continue
                if before.kind is Kind.CONSISTENT:
                    todo.append(before)
                elif before.kind in (Kind.SLIP, Kind.WRONG):
                    yield before

    def _is_evidence(self, finding: Finding) -> bool:
        """Whether a value can hardly stand there but for work: it fits, and is no copy."""
        if finding.kind is Kind.WRONG or isinstance(finding.asked.form, Choice | ReasonedChoice):
            return False
        return not (
            finding.is_present
            or self.is_guess(finding)
            or shows_nothing(finding.value, self._elsewhere(finding))
        )

    def _elsewhere(self, finding: Finding) -> Iterator[Any]:
        """The numbers that the sheet states, and the answers that do not follow from this one."""
        yield from self._stated
        following = self.working.following([finding.asked.name])
        yield from (one.value for name, one in self.findings.items() if name not in following)

    @cached_property
    def _stated(self) -> list[Any]:
        given = [q.value for q in self.working if isinstance(q, Given)]
        plain = [
            value
            for step in self.working.steps
            for value in step.inputs.values()
            if not isinstance(value, Given | Step)
        ]
        return [*given, *plain]
