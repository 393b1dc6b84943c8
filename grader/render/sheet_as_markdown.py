"""A sheet, or one problem of it, as Markdown.

What a sheet in Markdown and its notebook both say of a problem is written once.
"""

from __future__ import annotations

from functools import lru_cache

from grader.render.markdown import markdown
from grader.render.statement import introduction, problem_document
from grader.sheet.sheet import Problem, Sheet
from problems.sentences import Language


def sheet_markdown(sheet: Sheet, file: str, *, versions: str = "") -> str:
    """The whole sheet, without solutions; ``file`` is the file that is to be filled in."""
    parts = [markdown(introduction(sheet, file, versions=versions))]
    parts += [problem_markdown(each, sheet.language, solution=False) for each in sheet.problems]
    return "\n\n".join(parts) + "\n"


@lru_cache(maxsize=64)
def problem_markdown(
    problem: Problem, language: Language, *, solution: bool, drawn: bool = False
) -> str:
    """One problem, with its worked solution if wanted; without a line break at its end.

    Figures are told in words; where they are ``drawn``, as in a notebook, they are images.
    """
    return markdown(problem_document(problem, language, solution=solution), drawn=drawn)
