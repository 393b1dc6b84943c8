"""How likely it is that wrong answers are right for a classmate by chance.

An honest wrong answer is taken to hit a value about as often as the values of that blank have it in
the class: from how many sheets have it comes the chance of one answer. Of an array that is the
product over its cells, each different number once, without those that are right on the student's
own sheet as well. Several answers to one classmate's sheet multiply, with these precautions:

- what a known mistake, the student's own earlier answers, or two numbers misread explain does not
  count; so an answer counts that is a mistake of its own, also after others that are copied;
- a number that comes up in several blanks of a problem counts once;
- it might have been any classmate, and any of the student's wrong answers: the chance is multiplied
  by the number of classmates, and by the ways to choose these answers from all (Bonferroni).

That mistakes which nothing explains are independent of each other is an assumption, which the
precautions are to make up for: how often honest students are flagged is measured by
``benchmarks/copying_flags.py``. The chance for the class is that of one student times the number of
those who have wrong answers that nothing explains.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from grader.copying.matches import Variants
from grader.copying.values import is_of_one_shape, pieces_of
from grader.copying.wrong_answers import WrongAnswer
from problems.frozen import frozen


@frozen(eq=False)
class Counted:
    """An answer that counts, with how likely it is by itself."""

    answer: WrongAnswer
    chance: float


def chance_of_answer(
    answer: WrongAnswer, variants: Variants, seen: Iterable[str] = ()
) -> tuple[float, frozenset[str]]:
    """How likely an answer is by chance, and its pieces; those that were ``seen`` do not count."""
    known = frozenset(seen)
    own = dict(pieces_of(answer.own)) if is_of_one_shape(answer.value, answer.own) else {}
    likeliest: dict[str, float] = {}
    for place, piece in pieces_of(answer.value):
        if own.get(place) != piece and piece not in known:
            frequency = variants.frequency(answer.blank, place, piece)
            likeliest[piece] = max(likeliest.get(piece, 0.0), frequency)
    return math.prod(likeliest.values()), frozenset(likeliest)


def counted(answers: Sequence[WrongAnswer], variants: Variants) -> list[Counted]:
    """The answers that count together, the least likely first."""
    alone = [(chance_of_answer(answer, variants)[0], answer) for answer in answers]
    alone.sort(key=lambda each: (each[0], each[1].blank))
    found: list[Counted] = []
    seen: dict[str, frozenset[str]] = {}
    for _, answer in alone:
        before = seen.get(answer.blank.problem, frozenset())
        chance, pieces = chance_of_answer(answer, variants, before)
        if pieces:
            found.append(Counted(answer, chance))
            seen[answer.blank.problem] = before | pieces
    return found


def chance_of_student(chances: Sequence[float], wrong: int, classmates: int) -> float:
    """How likely so many answers of a student are right for one classmate by chance; at most 1.

    ``wrong`` is how many answers of the student nothing explains, and ``classmates`` how many
    others have a sheet.
    """
    if not chances:
        return 1.0
    ways = math.comb(max(wrong, len(chances)), len(chances))
    return min(1.0, max(classmates, 1) * ways * math.prod(chances))
