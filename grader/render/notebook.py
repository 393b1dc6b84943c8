"""A sheet as a notebook (nbformat 4.5): a statement and an answer cell per problem."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from grader.render.markdown import markdown
from grader.render.script import Work, blank, model, names_of_blanks, preamble, section
from grader.render.statement import introduction, problem_document
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
    intro = markdown(introduction(sheet, file, how_to="sheet.how-to-notebook", versions=versions))
    cells = [
        new_markdown_cell(intro, id=_cell_id("intro")),
        new_code_cell(preamble(sheet), id=_cell_id("header"), metadata=_metadata(role="header")),
    ]
    taken = names_of_blanks(sheet)
    for problem in sheet.problems:
        cells += [
            new_markdown_cell(
                markdown(
                    problem_document(problem, language, solution=solution and _is_by_hand(problem))
                ),
                id=_cell_id(f"{problem.key}-statement"),
            ),
            new_code_cell(
                section(problem, language, work(problem), taken),
                id=_cell_id(f"{problem.key}-answer"),
                metadata=_metadata(role="answer", problem=problem.key),
            ),
        ]
    made = new_notebook(
        cells=cells,
        metadata={
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": _PYTHON,
        },
    )
    made["nbformat_minor"] = 5
    nbformat.validate(made)
    return str(nbformat.writes(made)) + "\n"


def _is_by_hand(problem: Problem) -> bool:
    """Whether a solution has steps to tell; a program stands in the cell below."""
    return isinstance(problem.variant.family.task, ByHand)


def _cell_id(name: str) -> str:
    """An id that is the same each time (nbformat's own are random)."""
    return hashlib.sha256(name.encode()).hexdigest()[:8]


def _metadata(**grader: str) -> NotebookNode:
    return NotebookNode(grader=NotebookNode(grader))
