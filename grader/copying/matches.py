"""Which wrong answers are right for a classmate, and how common such values are.

All variants of a class are gone through once. What is kept is what was answered wrongly, and how
often each piece of a right value comes up.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from grader.copying.values import pieces_of, places_of
from grader.copying.wrong_answers import Blank, WrongAnswer
from grader.course.record import Record, Sitting
from grader.sheet.recorded import problem_of
from problems.forms import agree
from problems.frozen import frozen

MOST_CLASSMATES = 50
"""An answer that is right for more is no evidence: it is what many sheets have."""


class Given:
    """A wrong value of a blank: who has given it, and for whom it is right."""

    def __init__(self, first: WrongAnswer) -> None:
        self.answers = [first]
        self.right_for: list[Sitting] = []
        self.variants = 0

    def is_of(self, answer: WrongAnswer) -> bool:
        """Whether another answer is the same value."""
        first = self.answers[0]
        return agree(answer.form, first.value, answer.value)

    def note(self, sitting: Sitting) -> None:
        """It is right on this sheet too."""
        self.variants += 1
        if len(self.right_for) <= MOST_CLASSMATES:
            self.right_for.append(sitting)


class Wanted:
    """All wrong values of a class, by blank and place."""

    def __init__(self, answers: Iterable[WrongAnswer]) -> None:
        self._by_place: dict[Blank, dict[Hashable, list[Given]]] = defaultdict(dict)
        self.unexplained: Counter[Sitting] = Counter()
        """How many answers of a sheet nothing explains."""
        self.students: set[str] = set()
        """Those who have given such answers."""
        for answer in answers:
            if not answer.why:
                self.unexplained[answer.sitting] += 1
                self.students.add(answer.sitting.student)
            self._add(answer)

    def _add(self, answer: WrongAnswer) -> None:
        places = places_of(answer.form, answer.value)
        known = self._by_place[answer.blank]
        for given in known.get(places[0], ()) if places else ():
            if given.is_of(answer):
                given.answers.append(answer)
                return
        new = Given(answer)
        for place in places:
            known.setdefault(place, []).append(new)

    @property
    def problems(self) -> set[str]:
        """The problems in which anything was answered wrongly."""
        return {blank.problem for blank in self._by_place}

    def has(self, blank: Blank) -> bool:
        """Whether anything was answered wrongly there."""
        return blank in self._by_place

    def at(self, blank: Blank, places: Sequence[Hashable]) -> Sequence[Given]:
        """The wrong values that may count as the one that lies in the first of these places."""
        return self._by_place[blank].get(places[0], ()) if places else ()

    def matched(self) -> Iterator[Given]:
        """The values that are right for somebody, and not for very many."""
        seen: set[int] = set()
        for places in self._by_place.values():
            for several in places.values():
                for given in several:
                    is_rare = 0 < given.variants <= MOST_CLASSMATES
                    if is_rare and id(given) not in seen:
                        seen.add(id(given))
                        yield given


@frozen(eq=False)
class Variants:
    """How often the pieces of right values come up in a class.

    ``pieces`` counts the sheets, by blank, place in the value and text of the piece, and
    ``number`` those that have the blank. ``students`` is how many have a sheet.
    """

    students: int
    number: Counter[Blank]
    pieces: Counter[tuple[Blank, int, str]]

    def frequency(self, blank: Blank, place: int, piece: str) -> float:
        """In which share of the sheets this piece stands there; that of one sheet at least."""
        of = max(self.number[blank], 1)
        return max(self.pieces[blank, place, piece], 1) / of


def look_through(record: Record, revision: int, wanted: Wanted) -> Variants:
    """Go through the sheets of all students, and note for whom wrong answers are right."""
    sittings = [each for each in record.sittings if each.revision == revision]
    number: Counter[Blank] = Counter()
    pieces: Counter[tuple[Blank, int, str]] = Counter()
    problems = wanted.problems
    for sitting in sittings if problems else ():
        for drawn in record.problems(sitting):
            if drawn.key not in problems:
                continue
            variant = problem_of(drawn).variant
            for asked in variant.working.asked:
                blank = Blank(drawn.key, asked.name)
                if not wanted.has(blank):
                    continue
                value = variant.solution.value(asked.step)
                number[blank] += 1
                pieces.update((blank, *piece) for piece in pieces_of(value))
                for given in wanted.at(blank, places_of(asked.form, value)):
                    if agree(asked.form, given.answers[0].value, value):
                        given.note(sitting)
    return Variants(len({each.student for each in sittings}), number, pieces)
