"""Answers that stand outside the section of their problem: which counts, and which was read.

As in Python, the later one counts, if the name is a blank of one problem alone, and if it is given
in so many words. What a section of another problem works with under that name is its own affair.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from grader.sandbox.outside.survey import Survey

At = tuple[int, int]
"""A cell, and the number of a statement in it."""


class Stray(NamedTuple):
    """A statement outside the section of a problem that gives one of its names.

    ``own`` is the place of the answer in the section, None if there is none there, or a blank
    alone. ``counts`` is whether its value is the answer.
    """

    at: At
    place: str
    own: str | None
    counts: bool


def strays_in(
    survey: Survey, wanted: Mapping[str, tuple[str, ...]]
) -> dict[tuple[str, str], Stray]:
    """By problem and name, the last stray answer to each blank that has one.

    Where the section of the problem has an answer, it is one that comes after it.
    """
    giving: dict[str, list[At]] = {name: [] for names in wanted.values() for name in names}
    for cell, statements in sorted(survey.statements.items()):
        for number, statement in enumerate(statements):
            for name in giving.keys() & statement.names:
                if not statement.bare and not survey.is_shut(cell, number):
                    giving[name].append((cell, number))
    owners: dict[str, list[str]] = {}
    for problem, names in survey.asked.items():
        for name in dict.fromkeys(names):
            owners.setdefault(name, []).append(problem)
    sections = {cell.problem for cell in survey.cells}
    found = {
        (problem, name): _stray(survey, problem, name, giving[name], owners[name])
        for problem, names in wanted.items()
        if problem in sections  # else the answers may be in any section, and the last is read
        for name in names
    }
    return {key: stray for key, stray in found.items() if stray is not None}


def _stray(
    survey: Survey, problem: str, name: str, giving: list[At], owners: list[str]
) -> Stray | None:
    own = [at for at in giving if survey.cells[at[0]].problem == problem]
    after = own[-1] if own else (-1, 0)
    others = [at for at in giving if at > after and survey.cells[at[0]].problem not in owners]
    if not others:
        return None
    at = others[-1]
    plainly = name in survey.statements[at[0]][at[1]].given
    counts = plainly and len(owners) == 1 and not _is_worked_with(survey, problem, name, at[0])
    return Stray(at, _place(survey, at), _place(survey, after) if own else None, counts)


def _place(survey: Survey, at: At) -> str:
    cell, number = at
    return survey.cells[cell].place_of(survey.statements[cell][number].line)


def _is_worked_with(survey: Survey, problem: str, name: str, cell: int) -> bool:
    """Whether the section of a cell uses a name, other than for answers of its problem."""
    section = survey.cells[cell].problem
    cells = [cell]
    if section is not None:
        cells = [n for n, one in enumerate(survey.cells) if one.problem == section]
    blanks = set(survey.asked.get(problem, ()))
    for here in cells:
        for number, statement in enumerate(survey.statements.get(here, ())):
            if survey.is_shut(here, number):
                continue
            if name in statement.names and name not in statement.given:
                return True
            if name in statement.used and blanks.isdisjoint(statement.given):
                return True
    return False
