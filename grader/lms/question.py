"""A problem as a question of a learning management system: what is entered, and what counts.

Such a system knows one right answer for each box, and nothing of what was entered before. So a
tensor has a box for each of its cells, and the mistakes are wrong answers with what is said of
them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction

from grader.document.nodes import Document, Inline
from grader.sheet.sheet import Problem
from problems.frozen import frozen
from problems.working import Asked


@frozen
class Interval:
    """The numbers that are no further from one than ``reach``, its ends included.

    Both are whole numbers of the twelfth place: see `places`.
    """

    number: int
    reach: int = 0

    @property
    def low(self) -> int:
        """Its lower end."""
        return self.number - self.reach

    @property
    def high(self) -> int:
        """Its upper end."""
        return self.number + self.reach

    def meets(self, other: Interval) -> bool:
        """Whether a number is in both."""
        return abs(self.number - other.number) <= self.reach + other.reach


@frozen
class Mistaken:
    """Numbers that mistakes lead to, and what is said of them."""

    interval: Interval
    told: str


@frozen
class Number:
    """A number to be typed.

    ``right`` is what counts as right, the number of the worked solution first; there is more than
    one interval only where a rule has several right values. No interval meets another. A whole
    number has intervals of one number each.
    """

    right: tuple[Interval, ...]
    mistaken: tuple[Mistaken, ...]
    is_whole: bool


@frozen
class Option:
    """One of the answers that are offered; ``told`` is what is said if it is chosen."""

    text: tuple[Inline, ...]
    is_right: bool
    told: str = ""


@frozen
class Pick:
    """One of some options to be chosen, of which one is right."""

    options: tuple[Option, ...]

    @property
    def right(self) -> int:
        """The place of the right one."""
        return next(place for place, one in enumerate(self.options) if one.is_right)


Entry = Number | Pick
"""What one box asks for."""


@frozen(eq=False)
class Box:
    """A place for one entry: a blank, or a cell of it.

    ``cell`` are its indices in a tensor, counted from 1, and ``points`` its share of those of the
    blank. ``name`` is like none of another box of the question, and has letters, digits and
    underscores alone.
    """

    asked: Asked
    cell: tuple[int, ...]
    name: str
    points: Fraction
    entry: Entry

    @property
    def called(self) -> str:
        """How it is told of: ``y``, or a cell of it, ``y (1, 2)``."""
        cell = ", ".join(map(str, self.cell))
        return f"{self.asked.name} ({cell})" if cell else self.asked.name


@frozen(eq=False)
class Question:
    """A problem in one language, as a system asks it.

    ``boxes`` has those of each blank, by its name. ``remarks`` say to the lecturer what is lost on
    the way, a line each, by what it is about. ``notes`` say to the student what else is to be known
    of a blank, by its name. A problem in code has no boxes: its ``starter`` is the file to fill in.
    """

    problem: Problem
    number: int
    ident: str
    title: str
    points: Fraction
    statement: Document
    boxes: dict[str, tuple[Box, ...]]
    solution: Document
    remarks: Mapping[str, str]
    notes: Mapping[str, str]
    starter: str = ""

    @property
    def is_code(self) -> bool:
        """Whether a program is to be written."""
        return not self.boxes

    def every_box(self) -> Iterator[Box]:
        """The boxes of all blanks, in their order."""
        for boxes in self.boxes.values():
            yield from boxes


def weights_of(question: Question) -> dict[str, int]:
    """By the names of boxes: whole numbers in the ratio of their points; alike where none earns."""
    every = list(question.every_box())
    scale = math.lcm(*(box.points.denominator for box in every))
    weights = {box.name: int(box.points * scale) for box in every}
    return weights if any(weights.values()) else dict.fromkeys(weights, 1)
