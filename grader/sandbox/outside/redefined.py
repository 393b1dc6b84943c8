"""Functions and classes that are asked for and are defined once more, below their sections.

As in Python, the later definition counts, if one problem alone asks for the name. A section that
works with a function of its own under that name (a layer that calls its ``conv1d``) keeps it to
itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from grader.sandbox.outside.survey import Survey

At = tuple[int, int]
"""A cell, and the number of a statement in it."""

_DEFINITION = re.compile(r"\s*(?:@|(?:async\s+)?def\b|class\b)")


class Redefined(NamedTuple):
    """A name that a problem asks for: its definitions in the section, and the later one.

    The later one does not count if the program works with the earlier one in between, as where it
    wraps it: the earlier one has to be there then.
    """

    problem: str
    name: str
    own: tuple[At, ...]
    later: At
    counts: bool


def redefined(survey: Survey, sought: Mapping[str, tuple[str, ...]]) -> tuple[Redefined, ...]:
    """The functions and classes that are defined anew, in the order of the problems."""
    owners: dict[str, int] = {}
    for names in survey.asked.values():
        for name in set(names):
            owners[name] = owners.get(name, 0) + 1
    return tuple(
        found
        for problem, names in sought.items()
        for name in names
        if owners.get(name) == 1 and (found := _redefined(survey, problem, name)) is not None
    )


def _redefined(survey: Survey, problem: str, name: str) -> Redefined | None:
    giving = [at for at in _giving(survey, name) if survey.statements[at[0]][at[1]].runs]
    own = tuple(at for at in giving if survey.cells[at[0]].problem == problem)
    later = [at for at in giving if own and at > own[-1] and at not in own]
    if not later or _is_worked_with(survey, name, later[-1]):
        return None
    between = (
        statement
        for cell, statements in survey.statements.items()
        for number, statement in enumerate(statements)
        if own[0] < (cell, number) < later[-1]
        or ((cell, number) == later[-1] and name in statement.given)
    )
    counts = not any(name in statement.used for statement in between)
    return Redefined(problem, name, own, later[-1], counts)


def _giving(survey: Survey, name: str) -> Iterator[At]:
    """Where a name gets a function, a class or another value, and not a frame."""
    for cell, statements in sorted(survey.statements.items()):
        for number, statement in enumerate(statements):
            if statement.names != (name,) or statement.bare or survey.is_shut(cell, number):
                continue
            if name in statement.given or _is_definition(survey, (cell, number)):
                yield cell, number


def _is_definition(survey: Survey, at: At) -> bool:
    cell, number = at
    line = survey.line_of(cell, survey.statements[cell][number].line)
    return _DEFINITION.match(line) is not None


def _is_worked_with(survey: Survey, name: str, at: At) -> bool:
    """Whether the section in which a name stands has answers or definitions that use it."""
    section = survey.cells[at[0]].problem
    asked = set(survey.asked.get(section or "", ()))
    for cell, statements in survey.statements.items():
        if cell != at[0] and (section is None or survey.cells[cell].problem != section):
            continue
        for number, statement in enumerate(statements):
            if (cell, number) == at or name not in statement.used:
                continue
            if _is_definition(survey, (cell, number)) or not asked.isdisjoint(statement.names):
                return True
    return False
