"""What is said of a name that a program does not have: one like it, or one inside of another."""

from __future__ import annotations

import re
from collections.abc import Iterable

from grader.sandbox.outside.outcome import Blank, Missing
from grader.sandbox.outside.similar import similar
from grader.sandbox.outside.survey import Survey

_LONGEST = 1000
"""Characters of a line that are looked at."""


def missing_value(survey: Survey, problem: str, name: str) -> Missing:
    """The outcome for a name that the problem's cells do not assign."""
    given = (n for cell in survey.own_cells(problem) for n in survey.assigned(cell))
    return _missing(survey, name, given)


def missing_function(survey: Survey, problem: str, name: str) -> Missing | Blank:
    """The outcome for a function or class that is not there when the problem's probes run."""
    last = max(survey.own_cells(problem), default=-1)
    names = [
        one.name for one in survey.facts.functions if one.kind != "method" and one.cell <= last
    ]
    missing = _missing(survey, name, names)
    return missing if missing.similar else _inside_another(survey, problem, name)


def missing_attribute(survey: Survey, name: str) -> Missing:
    """The outcome for a method that an object of the student's does not have."""
    methods = [one.name for one in survey.facts.functions if one.kind == "method"]
    return _missing(survey, name, (method.partition(".")[2] for method in methods))


def _missing(survey: Survey, name: str, names: Iterable[str]) -> Missing:
    """A name that is missing, with those of others that the sheet has no use for itself."""
    return Missing(name, similar(name, (one for one in names if one not in survey.used)))


def _inside_another(survey: Survey, problem: str, name: str) -> Missing | Blank:
    """A name that is missing, with where a definition of it stands inside of something else.

    A method of a class that the sheet has no use for is named, since it can be called by way of
    that; it may have been left blank.
    """
    for fact in survey.facts.functions:
        owner, dot, own = fact.name.partition(".")
        if dot and own == name and owner not in survey.used:
            return Blank() if fact.blank else Missing(name, (fact.name,), fact.place)
    indented = re.compile(rf"\s+(?:(?:async\s+)?def|class)\s+{re.escape(name)}\b")
    for cell in survey.own_cells(problem):
        for line, text in survey.lines_of(cell).items():
            if indented.match(text[:_LONGEST]):
                return Missing(name, inside=survey.cells[cell].place_of(line))
    return Missing(name)
