"""Sheets that a course hands out: what one says of itself, in a line, without any secret.

A practice sheet has its seed and parameters in its header. Here the header names the assignment and
a code, which the course's key gives for one student and one attempt; what was drawn for that code
is recorded with the assignment, and marked whatever a file says.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from problems.frozen import frozen
from problems.sentences import Language

_LINE = re.compile(
    r"#[ \t]*grader-sheet:[ \t]*([A-Za-z0-9][A-Za-z0-9-]*)[ \t]+revision[ \t]+([0-9]{1,6})[ \t]+"
    r"sheet[ \t]+([0-9A-Z]{4}-[0-9A-Z]{4})\b"
)


@frozen
class Issued:
    """Which sheet of an assignment it is, and what its head tells besides.

    Args:
        assignment: the id of the assignment.
        revision: of the assignment; another one has other variants.
        code: what stands for the student and the attempt.
        titles: of the assignment, in each of its languages.
        student: the name of whoever it is for, or the id where no name is known.
        attempt: which of their sheets it is, from 1.
        attempts: how many there may be.
        deadline: until when it may be handed in, with its zone; None if there is no such time.
        tool: where students get the grader; empty if that is not told.
    """

    assignment: str
    revision: int
    code: str
    titles: Mapping[Language, str] = field(default_factory=dict)
    student: str = ""
    attempt: int = 1
    attempts: int = 1
    deadline: datetime | None = None
    tool: str = ""

    def title_in(self, *languages: Language) -> str:
        """The title in a language, or in several, in their order.

        In a language that the assignment is not set in, it is the first one that there is.
        """
        first = next(iter(self.titles.values()), self.assignment)
        return " / ".join(dict.fromkeys(self.titles.get(each, first) for each in languages))

    @property
    def name(self) -> str:
        """What the sheet is called in reports: ``hw3, 7K2Q-9FJD``."""
        return f"{self.assignment}, {self.code}"


@frozen
class Claim:
    """What the header of a file says: which sheet of which assignment it is."""

    assignment: str
    revision: int
    code: str


def issued_line(issued: Issued) -> str:
    """The header of a sheet, one line."""
    return f"# grader-sheet: {issued.assignment} revision {issued.revision} sheet {issued.code}"


def claim_in(header: str) -> Claim | None:
    """What a header says, if it is one of an assignment, and whole."""
    found = _LINE.search(header)
    return Claim(found[1], int(found[2]), found[3]) if found else None
