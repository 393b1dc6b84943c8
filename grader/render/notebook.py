"""A sheet as a notebook (nbformat 4.5): a statement and an answer cell per problem."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from json.encoder import encode_basestring
from typing import Any

from grader.render.markdown import markdown
from grader.render.script import (
    Work,
    blank,
    data_of,
    model,
    names_of_blanks,
    section,
    short_preamble,
)
from grader.render.sheet_as_markdown import problem_markdown
from grader.render.statement import IN_NOTEBOOK, introduction
from grader.sheet.sealed import DATA
from grader.sheet.sheet import Problem, Sheet
from problems.family import ByHand

_PYTHON = {
    "name": "python",
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
    "codemirror_mode": {"name": "ipython", "version": 3},
}
"""What a kernel says of Python; without the suffix, `nbconvert --to script` writes a text."""


def notebook(
    sheet: Sheet,
    file: str,
    work: Callable[[Problem], Work] = blank,
    *,
    solution: bool = False,
    versions: str = "",
) -> str:
    """The notebook with ``work(problem)`` in its cells, as the text of ``file``.

    With ``solution`` the work is the model solution, and its steps are told. ``versions`` says
    which Python and libraries mark, if it is to be told.
    """
    work = model if solution else work
    language = sheet.language
    intro = markdown(introduction(sheet, file, how_to=IN_NOTEBOOK, versions=versions))
    cells = [
        _cell("markdown", "intro", intro),
        _cell("code", "header", short_preamble(sheet), role="header"),
    ]
    taken = names_of_blanks(sheet)
    for problem in sheet.problems:
        cells += [
            _cell(
                "markdown",
                f"{problem.key}-statement",
                "\n\n".join(
                    problem_markdown(
                        problem, each, solution=solution and _is_by_hand(problem), drawn=True
                    )
                    for each in (language, *sheet.also_in)
                ),
            ),
            _cell(
                "code",
                f"{problem.key}-answer",
                section(problem, language, work(problem), taken),
                role="answer",
                problem=problem.key,
            ),
        ]
    made = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": _PYTHON,
            **({} if sheet.issued is None else {"grader": {DATA: data_of(sheet)}}),
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return _as_json(made) + "\n"


_LEAF = json.JSONEncoder(ensure_ascii=False).encode


def _as_json(value: Any, margin: str = "\n") -> str:
    """JSON as nbformat writes it, a place to the right for each level, with keys in order.

    So does ``json.dumps``, but several times as slowly where it indents; and nbformat takes as long
    to load as all the rest of a sheet to be written.
    """
    if isinstance(value, str):
        return encode_basestring(value)
    inside = margin + " "
    if isinstance(value, dict) and value:
        told = [(encode_basestring(key), value[key]) for key in sorted(value)]
        parts = [
            f"{key}: {encode_basestring(e) if isinstance(e, str) else _as_json(e, inside)}"
            for key, e in told
        ]
        return f"{{{inside}{f',{inside}'.join(parts)}{margin}}}"
    if isinstance(value, list) and value:
        if isinstance(value[0], str):  # the lines of a cell, which most of it is
            return f"[{inside}{f',{inside}'.join(map(encode_basestring, value))}{margin}]"
        return f"[{inside}{f',{inside}'.join(_as_json(part, inside) for part in value)}{margin}]"
    return _LEAF(value)


def _is_by_hand(problem: Problem) -> bool:
    """Whether a solution has steps to tell; a program stands in the cell below."""
    return isinstance(problem.variant.family.task, ByHand)


def _cell(kind: str, name: str, source: str, **grader: str) -> dict[str, Any]:
    """A cell with an id that is the same each time (nbformat's own are random).

    Nobody deletes one by mistake, and what is to be read is not edited either.
    """
    locked = {"deletable": False, **({"editable": False} if kind == "markdown" else {})}
    made: dict[str, Any] = {
        "cell_type": kind,
        "id": hashlib.sha256(name.encode()).hexdigest()[:8],
        "metadata": {**locked, **({"grader": grader} if grader else {})},
        "source": source.splitlines(keepends=True),
    }
    return made | ({"execution_count": None, "outputs": []} if kind == "code" else {})
