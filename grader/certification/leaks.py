"""Whether a statement gives an answer away: seen over many variants, on which chance has no part.

A number of a statement that is always the answer, and is none of the numbers that were drawn, is
there because somebody has worked it out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from grader.certification.fault import Fault, Kind
from grader.certification.specimen import Specimen
from problems.family import LEVELS, Family

ENOUGH = 8
"""Variants on which an answer has to be found before it is called given away."""

_TELLING = 3
"""Digits of an answer that does not stand in a statement by chance, where its place varies."""

_DIFFERENT = 3
"""Values that it has to take among them: one that never changes may be there by chance."""


def faults_over(chosen: Family, specimens: Sequence[Specimen]) -> Iterator[Fault]:
    """Blanks whose answer stands in the statement, or in the format of another blank."""
    for level in LEVELS:
        own = [s for s in specimens if s.level == level and not s.example]
        names = dict.fromkeys(name for s in own for name in s.sequences)
        for name in names:
            asking = [s for s in own if name in s.sequences]
            if _is_given_away(name, asking):
                text = f"the answer to {name} stands in the statement on all variants"
                yield Fault(Kind.LEAK, chosen.key, text, level=level)


def _is_given_away(name: str, asking: Sequence[Specimen]) -> bool:
    if len(asking) < ENOUGH:
        return False
    answers = [s.sequences[name] for s in asking]
    if len(set(answers)) < _DIFFERENT:
        return False
    if all(_places(answer, s.given) for answer, s in zip(answers, asking, strict=True)):
        return False  # it is a matter of finding it among what is given
    places = [_places(answer, s.numbers) for answer, s in zip(answers, asking, strict=True)]
    if len({len(s.numbers) for s in asking}) == 1:
        return bool(set.intersection(*places))
    return all(places) and all(len("".join(answer)) >= _TELLING for answer in answers)


def _places(answer: Sequence[str], numbers: Sequence[str]) -> set[int]:
    """Where a sequence of numbers stands in a longer one."""
    width = len(answer)
    return {
        place
        for place in range(len(numbers) - width + 1)
        if tuple(numbers[place : place + width]) == tuple(answer)
    }
