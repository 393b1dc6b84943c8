"""A piece of a file that was handed in, before it is known which problem it answers."""

from __future__ import annotations

import re

from grader.sheet.sections import any_instruction_pattern
from problems.frozen import frozen

_OF_SHEET = re.compile(
    r"^[ \t]*#[ \t]*(?:%%[ \t]*problem[ \t]+\w|grader-sheet:)", re.MULTILINE | re.IGNORECASE
)

_CODE_LINE = re.compile(r"^[ \t]*[^\s#]", re.MULTILINE)


def is_of_sheet(source: str) -> bool:
    """Whether the first line of a section, or that of a header, is in a text, as a comment."""
    return _OF_SHEET.search(source) is not None


def is_answer(source: str) -> bool:
    """Whether a text is a section without its first line: its second one, and some code."""
    return (
        any_instruction_pattern().search(source) is not None
        and _CODE_LINE.search(source) is not None
    )


@frozen
class Passage:
    """A script, or a part of one, or a cell of a notebook.

    Args:
        source: its text, as Python; of what is no code, the lines that tell whose it is.
        place: None in a script; else where it stands: ``cell 5``.
        first_line: the number of its first line, from 1.
        problem: the number of the problem that it answers as a tool has recorded it, if any.
        is_code: whether it is part of the program; if not, it may still tell what follows it.
    """

    source: str
    place: str | None = None
    first_line: int = 1
    problem: str | None = None
    is_code: bool = True
