"""The file of a sheet, cut where answers belong: the page puts them between the pieces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from grader.render.script import SECTION, script
from grader.render.statement import code
from grader.sheet.sheet import Problem, Sheet
from problems.family import InCode
from problems.frozen import frozen

BLANK = "..."
"""What stands where an answer belongs, in an empty file."""


@frozen
class Cut:
    """A file in pieces: between each two of them stands the answer to one of the ``fields``."""

    pieces: tuple[str, ...]
    fields: tuple[str, ...]

    def joined(self, answers: Mapping[str, str]) -> str:
        """The file with these answers, as they stand in it. Raises KeyError if one is missing."""
        parts = [self.pieces[0]]
        for field, piece in zip(self.fields, self.pieces[1:], strict=True):
            parts += [answers[field], piece]
        return "".join(parts)


def field_of_blank(problem: Problem, name: str) -> str:
    """The field of a blank: its name in the page, where several problems may have one alike."""
    return f"{problem.key}-{name}"


def field_of_program(problem: Problem) -> str:
    """The field of the program that a problem asks for."""
    return f"{problem.key}-program"


def cut_script(sheet: Sheet) -> Cut:
    """The empty file of a sheet, cut at its blanks and at the frames of its programs."""
    text = script(sheet)
    pieces: list[str] = []
    fields: list[str] = []
    start = 0
    for problem in sheet.problems:
        at = text.index(f"\n{SECTION.format(key=problem.key)}", start)
        for field, before, taken in _places(sheet, problem):
            found = text.index(before + taken, at) + len(before)
            pieces.append(text[start:found])
            fields.append(field)
            start = at = found + len(taken)
    return Cut((*pieces, text[start:]), tuple(fields))


def _places(sheet: Sheet, problem: Problem) -> Iterator[tuple[str, str, str]]:
    """The fields of a problem, each with what stands before it and in its place."""
    if isinstance(problem.variant.family.task, InCode):
        starter = code(problem, sheet.language, "starter.py.j2")
        yield field_of_program(problem), "\n", starter
        return
    for name in problem.names:
        yield field_of_blank(problem, name), f"\n{name} = ", BLANK
