"""Which of the mistakes that give an answer is the likeliest, by all answers to a problem."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property, lru_cache

from grader.marking.finding import Finding, Kind
from problems.derivation import Derivation
from problems.diagnosis import shows, slip_values, told
from problems.forms import agree
from problems.mix_ups import MixUp, copied_lines
from problems.quantity import RULE_ERRORS
from problems.rule import Rule
from problems.trials import unfixed_steps
from problems.working import Working

_MOST = 2 / 3


class Likeliest:
    """Narrows the slips that give a value to those that the other answers speak for.

    One mistake shows in many blanks. So of the slips that give a value, those come first whose
    mistake explains most answers: wrong ones, and right ones that do not follow from the wrong ones
    before them but by the mistake; and of several slips of one mistake, those that give most
    answers. Those of the last resort come after all others. Last, a right answer that is worked out
    alike speaks against a slip that would have changed it.
    """

    def __init__(self, working: Working, findings: Sequence[Finding], answers: Derivation) -> None:
        self._working = working
        self._answers = answers
        self._findings = findings

    @cached_property
    def _right(self) -> Sequence[Finding]:
        return [f for f in self._findings if f.kind in (Kind.RIGHT, Kind.CONSISTENT)]

    @cached_property
    def _explained(self) -> Counter[str]:
        """How many answers each mistake explains."""
        return Counter(
            mistake
            for finding in self._findings
            for mistake in {self._working.mistakes[key] for key in finding.slips}
        )

    @cached_property
    def _given(self) -> Counter[str]:
        """How many answers each slip gives."""
        return Counter(key for finding in self._findings for key in finding.slips)

    def of(self, finding: Finding) -> tuple[str, ...]:
        """The likeliest of the slips that give a value, as they are told."""
        keys = finding.slips
        if len(keys) > 1:
            counts = {key: self._answers_explained(key, finding) for key in keys}
            keys = tuple(key for key in keys if counts[key] == max(counts.values()))
            keys = tuple(key for key in keys if not self._is_told_better(key, keys))
        keys = told(keys, self._last_resorts(finding))
        if len(keys) > 1:
            unopposed = tuple(key for key in keys if not self._is_opposed(key, finding))
            keys = unopposed or keys
        return tuple(key for key in keys if self._is_borne_out(key, finding))

    def _last_resorts(self, finding: Finding) -> frozenset[str]:
        """The slips of the last resort: one that the step itself has is one if it is one there."""
        own = finding.asked.step.rule
        others = self._working.last_resorts - own.slips_by_key.keys()
        return others | own.last_resorts

    def _is_borne_out(self, key: str, finding: Finding) -> bool:
        """Whether nothing speaks against a slip that only tells a place otherwise.

        What stands there was found, so that another answer is right, or follows, or has a name.
        """
        slip = finding.asked.step.slip(key)
        others = [one for one in self._findings if one is not finding]
        if slip is None or not slip.place_alone or not others:
            return True
        return any(one.kind is not Kind.WRONG for one in others)

    def answers_with(self, key: str) -> int:
        """How many answers the mistake of a slip gives, in the one way or another."""
        return self._explained[self._working.mistakes[key]]

    def copied_instead(self, finding: Finding) -> tuple[MixUp, ...]:
        """What may have been copied from another line, where one slip is told by this answer alone.

        Then that it is told, and not the others that give the value, rests on right answers only.
        """
        told_elsewhere = (self.answers_with(key) > 1 for key in finding.slips)
        if len(finding.slips) < 2 or any(told_elsewhere):
            return ()
        return copied_lines(self._without(finding.asked.name), finding.asked, finding.value)

    def _is_told_better(self, key: str, keys: Sequence[str]) -> bool:
        """Whether another slip of the same mistake gives more of the answers."""
        mistake = self._working.mistakes[key]
        alike = (other for other in keys if self._working.mistakes[other] == mistake)
        return any(self._given[other] > self._given[key] for other in alike)

    def _answers_explained(self, key: str, finding: Finding) -> int:
        lucky = sum(self._is_lucky(one, key) for one in self._right if _are_alike(one, finding))
        return self._explained[self._working.mistakes[key]] + lucky

    def _is_lucky(self, right: Finding, key: str) -> bool:
        """Whether an answer is right by a slip made on wrong ones: the truth comes of it."""
        if right.kind is not Kind.RIGHT:
            return False
        others = self._without(right.asked.name)
        try:
            if agree(right.asked.form, others.value(right.asked.step), right.value):
                return False
        except RULE_ERRORS:
            return False
        return key in slip_values(others, right.asked, right.value)

    def _is_opposed(self, key: str, finding: Finding) -> bool:
        slip, kind = finding.asked.step.slip(key), finding.asked.step.rule.key
        right = self._right_alike(key, finding)
        if slip is not None and slip.by_kind:
            right = [one for one in right if one.asked.step.rule.key == kind]
        return any(shows(self._without(one.asked.name), one.asked, key) for one in right)

    def _right_alike(self, key: str, finding: Finding) -> Sequence[Finding]:
        """The right answers that are worked out as this one, or as a step where the slip may sit.

        That may be one that was not asked, between the answer and those before it.
        """
        asked = finding.asked.step
        rules = [asked.rule]
        if asked.slip(key) is None:
            between = unfixed_steps(asked, self._without(asked.name).fixed)
            rules += [step.rule for step in between if step.slip(key) is not None]
        return [
            one
            for one in self._right
            if any(_have_one_work(one.asked.step.rule, rule) for rule in rules)
        ]

    def _without(self, name: str) -> Derivation:
        """What follows from the other answers."""
        fixed = {other: value for other, value in self._answers.fixed.items() if other != name}
        return Derivation(self._working, fixed)


def _are_alike(one: Finding, other: Finding) -> bool:
    """Whether two answers are worked out alike: most mistakes in the one can be made in the other.

    So it is with the sizes, or fields, of convolutions and poolings.
    """
    return _have_one_work(one.asked.step.rule, other.asked.step.rule)


@lru_cache(maxsize=4096)
def _have_one_work(one: Rule, other: Rule) -> bool:
    """Whether most slips of the rule that has fewer of them are slips of the other as well."""
    keys, others = one.slips_by_key.keys(), other.slips_by_key.keys()
    return len(keys & others) > _MOST * min(len(keys), len(others))
