"""Which known mistakes a class makes, how often, and a few examples of each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from grader.class_report.items import SAME_AGAIN, outcome_of
from grader.render.line import plain_line
from grader.sheet.recorded import Recorded
from problems.catalogue import folder
from problems.sentences import slip_text
from problems.values import Source

_EXAMPLES = 3
_LONGEST_FOUND, _LONGEST_VARIANT = 120, 240


class Example(NamedTuple):
    """What somebody has answered, where, and on which variant; of whom it is, it does not say."""

    field: str
    found: str
    expected: str
    variant: str


class Mistake:
    """A known mistake in one problem: who has made it, and how often.

    ``alone`` counts the students of whom no other mistake explains the answer as well.
    """

    def __init__(self, problem: str, family: str, slip: str) -> None:
        self.problem, self.family, self.slip = problem, family, slip
        self.students = self.alone = self.answers = self.again = 0
        self._examples: list[tuple[str, Example]] = []

    @property
    def sentence(self) -> str:
        """What the mistake is, in English."""
        return plain_line(Source(slip_text(folder(self.family), self.slip, "en"), ()))

    @property
    def examples(self) -> Sequence[Example]:
        """A few of them, in an order that says nothing on students."""
        return [example for _, example in self._examples]

    def note(self, example: Example, whose: str) -> None:
        """Keep an example, if it is among the first by an order that looks like chance."""
        mixed = hashlib.blake2b(f"{self.problem}/{self.slip}/{whose}".encode()).hexdigest()
        self._examples = sorted([*self._examples, (mixed, example)])[:_EXAMPLES]


class Mistakes:
    """All known mistakes of a class, by problem and key."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Mistake] = {}

    def add(self, student: str, data: Mapping[str, Any], drawn: Mapping[str, Recorded]) -> None:
        """The mistakes in the result of a student whose problems were ``drawn``, by their keys."""
        for problem in data["problems"]:
            key, family = problem["key"], problem["family"]
            made: dict[str, bool] = {}
            for field in problem["fields"]:
                for slip in field["slips"]:
                    mistake = self._found.setdefault((key, slip), Mistake(key, family, slip))
                    mistake.answers += 1
                    mistake.again += outcome_of(field) == SAME_AGAIN
                    if slip not in made:
                        mistake.note(_example(field, drawn.get(key)), student)
                    made[slip] = made.get(slip, False) or len(field["slips"]) == 1
            for slip, is_alone in made.items():
                self._found[key, slip].students += 1
                self._found[key, slip].alone += is_alone

    def by_frequency(self) -> Sequence[Mistake]:
        """The one that most students make first."""
        return sorted(
            self._found.values(),
            key=lambda one: (-one.students, -one.answers, one.problem, one.slip),
        )

    def __iter__(self) -> Iterator[Mistake]:
        return iter(self._found.values())


def _example(field: Mapping[str, Any], drawn: Recorded | None) -> Example:
    found = field["read"] or field["found"] or ""
    expected = field["expected"] or field["inputs"] or ""
    parameters = "" if drawn is None else json.dumps(drawn.parameters, ensure_ascii=False)
    return Example(
        field["name"],
        shortened(found, _LONGEST_FOUND),
        shortened(expected, _LONGEST_FOUND),
        shortened(parameters, _LONGEST_VARIANT),
    )


def shortened(text: str, most: int) -> str:
    """A text that is cut where it gets long."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
