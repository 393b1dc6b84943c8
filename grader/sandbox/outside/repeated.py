"""Functions and classes that are defined more than once in the section whose answer they are.

Python takes the last of them, and so does the grader: it is said which that is, since nobody sees
it in a long file. The same goes for a method that stands twice in a class. A definition that the
later one works with (a function and what wraps it, a class and what extends it) is no such, and
neither is a frame above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from grader.sandbox.outside.outcome import FunctionFact, Repetition
from grader.sandbox.outside.redefined import DEFINITION
from grader.sandbox.outside.statement import Statement
from grader.sandbox.outside.survey import Survey

_Place = tuple[int, int]
"""A cell, and the number of a statement in it."""


def repeated(survey: Survey, sought: Mapping[str, tuple[str, ...]]) -> Iterator[Repetition]:
    """What is defined more than once for a problem, in the order of the problems and their names.

    Where a file has no sections, it is what one problem alone asks for.
    """
    in_sections = {cell.problem for cell in survey.cells}
    for problem, names in sought.items():
        for name in names:
            asking = [each for each, asked in survey.asked.items() if name in asked]
            if problem not in in_sections and asking not in ([problem], []):
                continue
            found = _definitions(survey, problem, name)
            if len(found) > 1:
                places = [survey.place_at(*at) for at in found]
                yield Repetition(problem, name, places[-1], tuple(places[:-1]))
            yield from _methods(survey, problem, name)


def _definitions(survey: Survey, problem: str, name: str) -> list[_Place]:
    """Where a name is defined in a problem's cells; nothing if it is given another value then."""
    found: list[_Place] = []
    between: list[Statement] = []
    for cell in survey.own_cells(problem):
        for number, one in enumerate(survey.statements.get(cell, ())):
            if one.bare or survey.is_shut(cell, number):
                continue
            if name not in one.names:
                between.append(one)
            elif not one.runs or survey.has_failed(cell, number):
                continue  # that is told by itself, and what stands above it is read
            elif _defines(survey, cell, one):
                header = _header(survey, cell, number)
                if len(re.findall(rf"\b{re.escape(name)}\b", header)) > 1 or (
                    _is_worked_with(name, between, one)
                ):
                    found = []  # what stands above is a part of it
                found.append((cell, number))
                between = []
            elif name not in one.used:
                return []  # it is another value by now
    return found


def _defines(survey: Survey, cell: int, statement: Statement) -> bool:
    line = survey.line_of(cell, statement.line)
    return len(statement.names) == 1 and bool(DEFINITION.match(line))


def _header(survey: Survey, cell: int, number: int) -> str:
    """The lines of a definition before its body: its decorators, and what it is derived from."""
    lines = survey.source_of(cell, number).split("\n")
    end = next((n for n, line in enumerate(lines, 1) if line.rstrip().endswith(":")), 1)
    header, line = lines[:end], survey.statements[cell][number].line - 1
    while survey.line_of(cell, line).startswith("@"):
        header.insert(0, survey.line_of(cell, line))
        line -= 1
    return "\n".join(header)


def _is_worked_with(name: str, between: Sequence[Statement], later: Statement) -> bool:
    """Whether a definition works with the one above it, by a name that this was given."""
    aliases = {alias for one in between if name in one.used for alias in one.given}
    is_direct = name in later.given and name in later.used
    return is_direct or not aliases.isdisjoint(later.used)


def _methods(survey: Survey, problem: str, name: str) -> Iterator[Repetition]:
    """The methods that stand more than once in the class that is read for a problem."""
    read = survey.function(problem, name)
    if read is None or read.kind != "class" or read.cell not in survey.own_cells(problem):
        return
    if survey.failure_of(problem, name, own_cells=True) is not None:
        return
    by_name: dict[str, list[FunctionFact]] = {}
    for method in _of_class(survey.facts.functions, read):
        by_name.setdefault(method.name, []).append(method)
    for method_name, every in by_name.items():
        # a property and its setter, or overloads, are of one name
        if any(survey.line_of(one.cell, one.line).lstrip().startswith("@") for one in every):
            continue
        *before, last = every
        unread = tuple(one.place for one in before if not one.blank)
        if unread:
            yield Repetition(problem, method_name, last.place, unread)


def _of_class(functions: Sequence[FunctionFact], read: FunctionFact) -> Iterator[FunctionFact]:
    """The methods in one definition of a class, which follow it."""
    at = next((n for n, one in enumerate(functions) if one == read), len(functions))
    for one in functions[at + 1 :]:
        if one.kind != "method" or one.name.partition(".")[0] != read.name:
            return
        yield one
