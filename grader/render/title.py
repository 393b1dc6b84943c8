"""The title of a problem."""

from __future__ import annotations

from functools import lru_cache

from grader.render.line import plain_line
from grader.sheet.sheet import Problem
from problems.catalogue import folder
from problems.sentences import Language
from problems.texts import render_block


@lru_cache(maxsize=64)  # it stands in every form of a sheet
def title(problem: Problem, language: Language) -> str:
    """The title of a problem, without its number, as plain text."""
    variant = problem.variant
    source = render_block(folder(variant.family.key), "title", language, **variant.parameters)
    return plain_line(source)
