"""Answers as they are written in the source, for what Python reads otherwise or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping

from grader.sandbox.outside.outcome import Written
from grader.sandbox.outside.survey import Survey

MOST_CHARACTERS = 2_000

_ASSIGNED = re.compile(r"(?:>>> |In \[\d*\]: ?)?(?P<name>\w+)\s*(?::[^=]*)?=(?!=)")
_COMMENT = re.compile(r"""(?P<kept>"[^"\n]*"|'[^'\n]*'|[^#"'\n]+|["'])|#[^\n]*""")


def written_in(
    survey: Survey, wanted: Mapping[str, tuple[str, ...]]
) -> dict[tuple[str, str], Written]:
    """By problem and name, the text of the last assignment in the section, if it is a plain one.

    What stands behind it on its line, and gives no name a value, belongs to it: ``h = 9; 8``.
    """
    sections = {cell.problem for cell in survey.cells}
    last: dict[tuple[str, str], tuple[int, int]] = {}
    for index, cell in enumerate(survey.cells):
        for number, statement in enumerate(survey.statements.get(index, ())):
            if statement.bare or survey.is_shut(index, number):
                continue
            for problem, names in wanted.items():
                if problem == cell.problem or problem not in sections:
                    given = set(names).intersection(statement.names)
                    last |= {(problem, name): (index, number) for name in given}
    found = {key: _written(survey, key[1], *at) for key, at in last.items()}
    return {key: written for key, written in found.items() if written is not None}


def _written(survey: Survey, name: str, cell: int, number: int) -> Written | None:
    statements = survey.statements[cell]
    statement = statements[number]
    behind = [one for one in statements[number + 1 :] if one.line == statement.line]
    is_first = not any(one.line == statement.line for one in statements[:number])
    if statement.names != (name,) or not is_first or any(one.names for one in behind):
        return None
    source = survey.source_of(cell, number)
    if len(source) > MOST_CHARACTERS:
        return None
    plain = _COMMENT.sub(lambda one: one["kept"] or "", source).strip()
    assigned = _ASSIGNED.match(plain)
    if assigned is None or assigned["name"] != name:
        return None
    return Written(plain[assigned.end() :].strip(), survey.place_at(cell, number))
