"""The guard of follow-through: whether a student's answers show work, over the chain of them.

What follows from a wrong answer earns its marks, since the mistake has cost enough. But answers can
also fit each other without any work behind them: one number in every blank, zeros, a copy of what
is given. A value of that kind shows nothing by itself; it earns its marks where the answers
that it rests on, and those beside it, show that the student works things out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import islice
from types import MappingProxyType
from typing import Any

import numpy as np

from grader.answers.answer import NoValue, read_answer
from grader.marking.finding import Finding, Findings, Kind
from grader.marking.misread import Misread
from grader.marking.present import is_one_whole_number, same
from problems.derivation import Derivation
from problems.forms import Choice, Integer, ReasonedChoice, Shape, agree, agreement_with
from problems.formula import Formula
from problems.mix_ups import ANOTHER_BLANK, FACTORS, SCALED
from problems.quantity import RULE_ERRORS, Given, Step
from problems.working import Working

_MOSTLY = 0.5  # of its cells
_FEW = 4  # fewer numbers than this come out equal by a mistake, too
_PAIR = 2  # numbers that may well stand somewhere on a sheet
_NUMBERS = frozenset((int, float, Fraction, Formula))
_PLAIN = frozenset((int, float, Fraction))
_NEAR = Fraction(1, 8)  # of a whole number: how far off it may be by a slip of the pen
_FAR = 1e-6  # many times as far as what rounding leaves of two equal numbers
_ENOUGH = 5  # answers that follow from one: whoever works out so many has not filled it in,
_PART = 3  # nor who works out one in so many of all
_EXPLAINED = frozenset((Kind.RIGHT, Kind.ROUNDED, Kind.SLIP))  # by the sheet and rules alone
_BY_ONE = 6  # answers at most that are wrong by one number which was misread


def shows_nothing(value: Any, inputs: Iterable[Any]) -> bool:
    """Whether a value is zero, one number throughout, or a copy of something among the inputs.

    A number is a copy of any cell, a shape or tensor one of a whole: repeated, cut to its size,
    or filled up with zeros.
    """
    return _stands_there(numbers_in(value), map(numbers_in, inputs))


def _stands_there(cells: Sequence[Any], inputs: Iterable[Sequence[Any]]) -> bool:
    """As `shows_nothing`, for the numbers of a value and of each of the inputs."""
    if _is_uniform(cells):
        return True
    if len(cells) == 1:
        return any(_is_copy(cells, each) for each in inputs)
    first = cells[0]
    return any(each and not _are_far(first, each[0]) and _is_copy(cells, each) for each in inputs)


def _is_trivial(finding: Finding) -> bool:
    """Whether a value is zero, or was made trivial by the answers before it."""
    return finding.is_present or not any(_differ(cell, 0) for cell in numbers_in(finding.value))


def _is_near(finding: Finding) -> bool:
    """Whether a wrong value has mostly right cells; zeros, which are right beside others, none."""
    return finding.part >= _MOSTLY and any(_differ(cell, 0) for cell in numbers_in(finding.value))


def _is_word(finding: Finding) -> bool:
    return isinstance(finding.asked.form, Choice | ReasonedChoice)


def _is_worked_out(finding: Finding) -> bool:
    """Whether a value is mostly right, or right but for a factor, and hardly stands there else.

    One number throughout may well stand there else, unless one cell alone is wrong with it.
    """
    is_scaled = any(mix_up.how == SCALED for mix_up in finding.mix_ups)
    if _is_uniform(numbers_in(finding.value)):
        return _is_near(finding) and _is_wrong_in_one_cell(finding)
    return _is_near(finding) or is_scaled


def _is_wrong_in_one_cell(finding: Finding) -> bool:
    return round((1 - finding.part) * len(numbers_in(finding.value))) == 1


def _are_close(cells: Sequence[Any], true: Sequence[Any]) -> bool:
    """Whether each whole number is off by an eighth at most."""
    return len(cells) == len(true) and all(
        abs(a - b) <= _NEAR * b for a, b in zip(cells, true, strict=True)
    )


def _are_far(a: Any, b: Any) -> bool:
    """Whether two numbers differ at first sight."""
    kinds = (type(a), type(b))
    if not _PLAIN.issuperset(kinds):
        return False
    if float not in kinds:
        return bool(a != b)
    try:
        return bool(abs(a - b) > _FAR * (1 + abs(a)))
    except OverflowError:  # a float, and a whole number that is beyond all of them
        return False


def _is_copy(cells: Sequence[Any], original: Sequence[Any]) -> bool:
    if len(cells) == 1:
        only = cells[0]
        return any(not _are_far(cell, only) and not _differ(cell, only) for cell in original)
    size = len(original)
    if not size or (cells and _differ(cells[0], original[0])):
        return False
    filled_up = [*original, *[0] * (len(cells) - size)] if size > 1 else original
    return any(
        not any(_differ(cell, whole[place % len(whole)]) for place, cell in enumerate(cells))
        for whole in (original, filled_up)
    )


def _is_moved(cells: Sequence[Any], original: Sequence[Any]) -> bool:
    """Whether several numbers are others of a vector, moved on by a few cells behind zeros."""
    zeros = next((place for place, cell in enumerate(cells) if _differ(cell, 0)), len(cells))
    return any(
        1 < len(cells) - by <= len(original)
        and not any(map(_differ, cells[by:], original[: len(cells) - by]))
        for by in range(1, zeros + 1)
    )


def _is_uniform(cells: Sequence[Any]) -> bool:
    """Whether there is nothing but zeros, or one number several times."""
    first = cells[0] if len(cells) > 1 else 0
    return not any(_differ(cell, 0) for cell in cells) or not any(
        _differ(cell, first) for cell in cells
    )


def _differ(a: Any, b: Any) -> bool:
    """Whether two numbers or formulas differ."""
    if type(a) is int and type(b) is int:
        return a != b
    return not same(a, b)


def numbers_in(value: Any) -> list[Any]:
    """The numbers or formulas of a value in their order; none of a word or a truth value."""
    if type(value) in _NUMBERS or isinstance(value, np.float64):
        return [value]
    if isinstance(value, np.ndarray):
        return list(value.ravel().tolist())
    if isinstance(value, (tuple, list)):
        return [cell for part in value for cell in numbers_in(part)]
    return [value] if isinstance(value, np.number) else []


class Work:
    """What the answers to one problem show together."""

    def __init__(
        self,
        working: Working,
        noted: Findings,
        findings: Sequence[Finding],
        published: Mapping[str, Sequence[Any]] = MappingProxyType({}),
    ) -> None:
        self.working = working
        self.noted = noted
        self.published = published
        self.findings = {finding.asked.name: finding for finding in findings}
        self.misread = Misread(working, findings, noted.exact, self.is_guess, self._goes_on)
        self._evidence: dict[str, bool] = {}
        self._guesses: dict[str, bool] = {}

    @cached_property
    def _numbers(self) -> Mapping[str, Sequence[Any]]:
        """The numbers of each answer, by the name of its blank."""
        return {name: numbers_in(one.value) for name, one in self.findings.items()}

    def is_shown_by(self, finding: Finding) -> bool:
        """Whether a value that follows from earlier answers shows that it was worked out.

        One that is no copy of what it follows from, and that was not made trivial, shows it by
        itself. Any other does where the mistakes that it rests on are honest ones; a trivial one
        only where a mistake without a name is mostly right, or has left something to work out.
        Nothing does that rests on a made-up value alone.
        """
        if self.is_made_up(finding):
            return False
        if not (self.is_trivial(finding) or self._is_stated(finding)):
            return True
        return all(
            self.is_honest(mistake)
            and (
                mistake.kind is Kind.SLIP
                or not _is_trivial(finding)
                or _is_worked_out(mistake)
                or self._leaves_work(mistake)
                or self.misread.explains(mistake)
                or (_is_word(finding) and self._bears_a_word(mistake))
            )
            for mistake in self._mistakes_behind(finding)
        )

    def _bears_a_word(self, mistake: Finding) -> bool:
        """Whether a yes or no may rest on a wrong value that shows hardly more than one number.

        A word never shows work by itself, so the value has to. Such a value does if it is right but
        for a factor, be it one number apart from zeros, or if a mix-up gives it and it is no copy.
        Zeros are none of these.
        """
        if self._is_multiple(mistake):
            return True
        is_copied = self.is_guess(mistake) or all(m.how == ANOTHER_BLANK for m in mistake.mix_ups)
        return not is_copied

    def _is_multiple(self, mistake: Finding) -> bool:
        """Whether a wrong vector or matrix is the right one times a plain factor."""
        true, found = self.noted.true.value(mistake.asked.step), mistake.value
        if not isinstance(true, np.ndarray) or not isinstance(found, np.ndarray):
            return False
        if found.shape != true.shape or _is_uniform(numbers_in(found)):
            return False
        is_found = agreement_with(mistake.asked.form, found)
        try:
            return any(is_found(true * factor) for factor in FACTORS)
        except RULE_ERRORS:  # a number beyond all floats
            return False

    def _leaves_work(self, mistake: Finding) -> bool:
        """Whether what follows from a wrong answer shows work at least as often as nothing."""
        after = self.working.following([mistake.asked.name]) - {mistake.asked.name}
        found = [one for name, one in self.findings.items() if name in after]
        trivial = sum(one.kind is Kind.CONSISTENT and _is_trivial(one) for one in found)
        return sum(map(self._is_evidence, found)) >= trivial

    def is_spoken_for(self, finding: Finding, slips: Sequence[str]) -> bool:
        """Whether another answer has a slip of the same mistake, or comes of what the slip gives.

        One whole number throughout is no such answer. What comes of it may come of what it was
        rounded from alone: a loss of 15 has not been worked out from a probability of 0.
        """
        mistakes = {self.working.mistakes[key] for key in slips}
        after = self.working.following([finding.asked.name])
        return any(
            one is not finding
            and not is_one_whole_number(one.value)
            and (
                any(self.working.mistakes[key] in mistakes for key in one.slips)
                or (name in after and one.kind is Kind.CONSISTENT and self._is_unrounded(one))
            )
            for name, one in self.findings.items()
        )

    def _is_unrounded(self, finding: Finding) -> bool:
        """Whether an answer follows from what earlier ones were rounded from, and not from them."""
        asked, fixed = finding.asked, self.noted.own.fixed
        others = {name: value for name, value in fixed.items() if name != asked.name}
        try:
            value = Derivation(self.working, others).value(asked.step)
        except RULE_ERRORS:
            return True
        return not agree(asked.form, finding.value, value)

    def _goes_on(self, mistake: Finding) -> bool:
        """Whether an answer that shows work was worked out from a wrong one that is not zero."""
        if not any(_differ(cell, 0) for cell in numbers_in(mistake.value)):
            return False
        after = self.working.following([mistake.asked.name])
        return any(
            one.kind is Kind.CONSISTENT and name in after and self._is_evidence(one)
            for name, one in self.findings.items()
        )

    def is_guess(self, finding: Finding) -> bool:
        """Whether a value could stand there without any work: see `shows_nothing`."""
        name = finding.asked.name
        if name not in self._guesses:
            inputs = self.noted.inputs(finding.asked).values()
            self._guesses[name] = shows_nothing(finding.value, inputs)
        return self._guesses[name]

    def _is_stated(self, finding: Finding) -> bool:
        """Whether a value of several numbers is a copy of some that the sheet states."""
        cells = self._numbers[finding.asked.name]
        return len(cells) > _PAIR and _stands_there(cells, self._stated)

    def is_trivial(self, finding: Finding) -> bool:
        """Whether a value shows nothing by itself: a guess, or made trivial by what it rests on."""
        return finding.is_present or self.is_guess(finding)

    def rests_on_zeros(self, finding: Finding) -> bool:
        """Whether a wrong answer before it is zero, which leaves nothing to work out."""
        return any(
            not any(_differ(cell, 0) for cell in numbers_in(mistake.value))
            for mistake in self._mistakes_behind(finding)
        )

    def is_made_up(self, finding: Finding) -> bool:
        """Whether a value rests on one that may have been made up: see `_is_supported`."""
        return not all(map(self._is_supported, self._mistakes_behind(finding)))

    def _is_supported(self, mistake: Finding) -> bool:
        """Whether something speaks for it that a wrong answer was worked out.

        It is not far from the truth, or a known mistake on what is supported, or much follows from
        it, or other answers show work: half as many as are far off without explanation.
        """
        if mistake.kind is Kind.SLIP:
            return not self.is_made_up(mistake)
        if not self._is_own:
            return False
        if not self._is_far(mistake) or self._is_grounded or self.misread.explains(mistake):
            return True
        if self._right_ground + 1 < self._far:  # one alone may have led to all the rest
            return False
        following = sum(
            self._is_evidence(one)
            for one in self.findings.values()
            if one.kind is Kind.CONSISTENT and mistake in self._mistakes_behind(one)
        )
        return following >= _ENOUGH or _PART * following >= len(self.working.asked)

    @cached_property
    def _is_own(self) -> bool:
        """Whether the answers are to this sheet: its numbers were used, and not those of another.

        Of the rules that its numbers enter, two are wrong without explanation at most, or at least
        as many have an answer that shows work. What comes of earlier answers alone says nothing: it
        fits as well where all of them were copied from somebody else.
        """
        found = [one for one in self.findings.values() if self._takes_stated(one)]
        worked = {one.asked.step.rule.key for one in found if self._is_evidence(one)}
        wrong = {
            one.asked.step.rule.key for one in found if one.kind is Kind.WRONG and not _is_near(one)
        }
        if len(wrong) > 2 and worked and len(worked) < len(wrong):
            wrong = {one.asked.step.rule.key for one in self._unexplained if not _is_near(one)}
        return len(wrong) <= 2 or len(worked) >= len(wrong)

    def _takes_stated(self, finding: Finding) -> bool:
        """Whether a number that the sheet states is needed between an answer and earlier ones."""
        todo: list[Any] = [finding.asked.step]
        while todo:
            match todo.pop():
                case Step() as step if step is finding.asked.step or not self._is_answered(step):
                    todo.extend(step.taken.values())
                case Step():
                    continue
                case tuple() | list() as several:
                    todo.extend(several)
                case Given():
                    return True
                case plain if numbers_in(plain):
                    return True
        return False

    def _is_answered(self, step: Step) -> bool:
        return step.name in self.noted.own.fixed

    @property
    def _is_grounded(self) -> bool:
        """Whether at least as many answers stand on right ground as are far off."""
        return self._right_ground > 0 and self._right_ground >= self._far

    @cached_property
    def _right_ground(self) -> int:
        """How many answers show work that rest on no value that is far off."""
        found = self.findings.values()
        return sum(self._is_evidence(one) and not self._rests_on_far(one) for one in found)

    @cached_property
    def _far(self) -> int:
        """How many answers are far off."""
        return sum(map(self._is_far, self.findings.values()))

    def _rests_on_far(self, finding: Finding) -> bool:
        """Whether a value that is not right follows, by mistakes too, from one that is far off."""
        if finding.kind in (Kind.RIGHT, Kind.ROUNDED):
            return False
        behind = self._mistakes_behind(finding)
        return any(self._is_far(one) or self._rests_on_far(one) for one in behind)

    def _is_far(self, finding: Finding) -> bool:
        """Whether a whole number, or one of a shape, is nothing like the truth, and unexplained.

        One that was published for another variant is none that was worked out, however near; one
        that comes of a mix-up is explained.
        """
        if finding.kind is not Kind.WRONG or not isinstance(finding.asked.form, Integer | Shape):
            return False
        if self._is_published(finding):
            return True
        if finding.mix_ups:
            return False
        true = self.noted.true.value(finding.asked.step)
        return not _are_close(numbers_in(finding.value), numbers_in(true))

    def is_honest(self, mistake: Finding) -> bool:
        """Whether a wrong answer was worked out, though wrongly, and not filled in.

        So is a slip, if what it was made on is: a right answer, or an honest one.
        """
        if not self.is_shown:
            return False
        if mistake.kind is Kind.SLIP:
            return all(
                self.is_honest(before)
                and (
                    before.kind is Kind.SLIP
                    or not self._is_hardly_worked_on(before, mistake)
                    or bool(self.misread.of(before))
                )
                for before in self._mistakes_behind(mistake)
            )
        cells = numbers_in(mistake.value)
        some = any(_differ(cell, 0) for cell in cells)
        if _is_near(mistake) or (some and (len(cells) < _FEW or not _is_uniform(cells))):
            return True
        return bool(self.misread.of(mistake))

    @staticmethod
    def _is_hardly_worked_on(before: Finding, slip: Finding) -> bool:
        """Whether a slip on a wrong answer took one number, or moved the answer as it stands."""
        cells = numbers_in(before.value)
        moved = not _is_near(before) and _is_moved(numbers_in(slip.value), cells)
        return _is_uniform(cells) or moved

    @cached_property
    def is_shown(self) -> bool:
        """Whether at least as many answers show work, one or more, as cannot be explained.

        Where all are worked out from the data, one number that was misread leaves none of them
        right; then those vectors and matrices show work that come of it.
        """
        wrong = [one for one in self.findings.values() if one.kind is Kind.WRONG]
        lacking = len(wrong) - sum(map(_is_near, wrong))
        found = filter(self._is_evidence, self.findings.values())
        evidence = len(list(islice(found, max(lacking, 1))))  # more of it changes nothing
        lacking -= evidence
        if (lacking > 0 or not evidence) and lacking <= _BY_ONE:
            wrong, evidence = self._unexplained, evidence + self.misread.vectors
            lacking = len(wrong) - sum(map(_is_near, wrong)) - evidence
        return evidence > 0 and lacking <= 0

    @property
    def _unexplained(self) -> list[Finding]:
        """The wrong answers that come of nothing that was misread."""
        wrong = (one for one in self.findings.values() if one.kind is Kind.WRONG)
        return [one for one in wrong if not self.misread.explains(one)]

    def _mistakes_behind(self, finding: Finding) -> Iterator[Finding]:
        """The wrong answers on which a value rests, where those in between follow."""
        todo, seen = [finding], {finding.asked.name}
        while todo:
            one = todo.pop()
            by_rules = one.kind is not Kind.SLIP
            for name in self.noted.answered_before(one.asked, by_rules=by_rules):
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
        name = finding.asked.name
        if name not in self._evidence:
            self._evidence[name] = self._looks_worked_out(finding)
        return self._evidence[name]

    def _looks_worked_out(self, finding: Finding) -> bool:
        if finding.kind is Kind.WRONG or _is_word(finding):
            return False
        return not (
            self.is_trivial(finding)
            or self._is_published(finding)
            or _stands_there(self._numbers[finding.asked.name], self._elsewhere(finding))
        )

    def _is_published(self, finding: Finding) -> bool:
        """Whether a value that is not right is one that was published for another variant."""
        if finding.kind in (Kind.RIGHT, Kind.ROUNDED):
            return False
        form = finding.asked.form
        answers = (read_answer(form, each) for each in self.published.get(finding.asked.name, ()))
        return any(
            not isinstance(one, NoValue) and agree(form, finding.value, one) for one in answers
        )

    def _elsewhere(self, finding: Finding) -> Iterator[Sequence[Any]]:
        """The numbers that the sheet states, and the answers that do not follow from this one.

        Several numbers that are right, or lead to by a slip, were worked out somewhere: that they
        are the same in two blanks, as with any padding where it is forgotten, speaks against none.
        Nor does it speak against one right number that it stands in just one other blank.
        """
        yield from self._stated
        name = finding.asked.name
        after = self.working.following([name])
        several = len(self._numbers[name]) > _PAIR
        others = [
            cells
            for other, cells in self._numbers.items()
            if other not in after and not (several and self.findings[other].kind in _EXPLAINED)
        ]
        if finding.kind is Kind.RIGHT and len(self._numbers[name]) == 1:
            same = [cells for cells in others if _stands_there(self._numbers[name], [cells])]
            others = [] if len(same) == 1 else others
        yield from others

    @cached_property
    def _stated(self) -> Sequence[Sequence[Any]]:
        """The numbers that the sheet states, those of each quantity and plain value."""
        every = {id(q.value): q.value for q in self.working if isinstance(q, Given)}
        for step in self.working.steps:  # which have most of them in common
            every.update((id(value), value) for value in step.inputs.values())
        plain = (value for value in every.values() if not isinstance(value, Given | Step))
        return list(dict.fromkeys(tuple(numbers_in(value)) for value in plain))
