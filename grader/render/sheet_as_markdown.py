"""A sheet, or one problem of it, as Markdown.

What a sheet in Markdown and its notebook both say of a problem is written once: where it has
figures it is read once, and written for each.
"""

from __future__ import annotations

from functools import lru_cache

from grader.document.nodes import Document, has_pictures
from grader.render.markdown import markdown
from grader.render.statement import introduction, problem_document
from grader.sheet.sheet import Problem, Sheet
from problems.sentences import Language


def sheet_markdown(sheet: Sheet, file: str, *, solution: bool = False, versions: str = "") -> str:
    """The whole sheet; ``file`` is the file that is to be filled in."""
    parts = [markdown(introduction(sheet, file, versions=versions))]
    parts += [
        problem_markdown(problem, language, solution=solution)
        for problem in sheet.problems
        for language in (sheet.language, *sheet.also_in)
    ]
    return "\n\n".join(parts) + "\n"


def problem_markdown(
    problem: Problem, language: Language, *, solution: bool, drawn: bool = False
) -> str:
    """One problem, with its worked solution if wanted; without a line break at its end.

    Figures are told in words; where they are ``drawn``, as in a notebook, they are images.
    """
    is_drawn = drawn and has_pictures(_document(problem, language, solution=solution))
    return _written(problem, language, solution=solution, drawn=is_drawn)


@lru_cache(maxsize=64)
def _document(problem: Problem, language: Language, *, solution: bool) -> Document:
    return problem_document(problem, language, solution=solution)


@lru_cache(maxsize=64)
def _written(problem: Problem, language: Language, *, solution: bool, drawn: bool) -> str:
    return markdown(_document(problem, language, solution=solution), drawn=drawn)
