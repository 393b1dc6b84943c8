"""What ``%check`` is asked: of which problems and blanks to tell, and how much."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from grader.marking.result import ProblemResult, SheetResult
from grader.report.feedback import Level
from problems.frozen import frozen

_LEVELS = {f"--{level.value}": level for level in Level}


class UnknownOptionError(ValueError):
    """An option that there is not."""


@frozen
class Asked:
    """What is to be told of: nothing named is all; and how much."""

    names: tuple[str, ...]
    level: Level


def asked_in(line: str) -> Asked:
    """What stands behind ``%check``: ``1``, ``conv1_rf``, ``2.h --hints``.

    Raises UnknownOptionError.
    """
    words = line.replace(",", " ").split()
    level = Level.FULL
    for word in words:
        if word.startswith("-"):
            if word not in _LEVELS:
                raise UnknownOptionError(word)
            level = _LEVELS[word]
    return Asked(tuple(word for word in words if not word.startswith("-")), level)


def part_of(
    result: SheetResult, asked: Sequence[str], functions: Mapping[str, Sequence[str]]
) -> tuple[SheetResult, list[str]]:
    """Of a result what is asked for, and the names that are none of it.

    A name is the number of a problem (also ``q1`` where that is no blank), a blank or check, or
    both (``1.h``), with ``*`` and ``?``; or a function or class, which ``functions`` has for each
    problem.
    """
    if not asked:
        return result, []
    fields = {field.name for problem in result.problems for field in problem.fields}
    names = [_as_number(name, fields, result) for name in asked]
    used: set[str] = set()
    problems: list[ProblemResult] = []
    for problem in result.problems:
        own = {problem.key, *functions.get(problem.key, ())}
        chosen = []
        for field in problem.fields:
            by = {n for n in names if n in own or _fits(n, problem.key, field.name)}
            used |= by
            if by:
                chosen.append(field)
        if chosen:
            problems.append(replace(problem, fields=tuple(chosen)))
    unknown = [name for name, meant in zip(asked, names, strict=True) if meant not in used]
    return replace(result, problems=tuple(problems)), unknown


def _as_number(name: str, fields: set[str], result: SheetResult) -> str:
    keys = {problem.key for problem in result.problems}
    number = name.removeprefix("q")
    return number if name not in fields and number in keys else name


def _fits(name: str, problem: str, field: str) -> bool:
    return fnmatchcase(field, name) or fnmatchcase(f"{problem}.{field}", name)
