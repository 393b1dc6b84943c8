"""The title of a problem."""

from __future__ import annotations

from functools import lru_cache

from grader.render.line import plain_line
from grader.sheet.sheet import Problem
from problems.catalogue import folder
from problems.sentences import Language
from problems.titles import title_sentence
from problems.values import Source


@lru_cache(maxsize=64)  # it stands in every form of a sheet
def title(problem: Problem, language: Language) -> str:
    """The title of a problem, without its number, as plain text."""
    if problem.called:
        return problem.called
    variant = problem.variant
    where = folder(variant.family.key)
    sentence = title_sentence(where, language, variant.parameters)
    if sentence is not None:
        return plain_line(Source(sentence, ()))
    from problems.texts import render_block  # the template engine takes long to load

    return plain_line(render_block(where, "title", language, **variant.parameters))
