"""A sheet as a Python file to fill in, in sections that editors show as cells."""

from __future__ import annotations

from grader.messages import say
from grader.render.blanks import filled_in, wanted_format
from grader.render.statement import code, title
from grader.sheet import Problem, Sheet, header_lines
from problems.family import InCode
from problems.sentences import Language

SECTION = "# %% problem {key}"
"""The line with which the section of a problem starts."""


def script(sheet: Sheet, *, solution: bool) -> str:
    """The file to fill in, or the model solution filled in as a student would."""
    sections = [preamble(sheet), *(section(p, sheet.language, solution=solution) for p in sheet.problems)]
    return "\n\n\n".join(sections) + "\n"


def preamble(sheet: Sheet) -> str:
    """The header, and the imports that the problems need."""
    lines = [
        f"# {say(sheet.language, 'sheet.title')}. {say(sheet.language, 'sheet.practice', seed=sheet.seed)}",
        f"# {say(sheet.language, 'sheet.do-not-edit')}",
        *header_lines(sheet),
        "",
        "import numpy as np",
    ]
    if sheet.uses_torch:
        lines += ["import torch", "from torch import nn"]
    return "\n".join(lines)


def section(problem: Problem, language: Language, *, solution: bool) -> str:
    """One problem: its blanks, or the frame of its program."""
    lines = [f"{SECTION.format(key=problem.key)}: {title(problem, language)}"]
    if isinstance(problem.variant.family.task, InCode):
        template = "solution.py.j2" if solution else "starter.py.j2"
        lines += [f"# {say(language, 'sheet.body')}", "", code(problem, language, template)]
    else:
        lines += [f"# {say(language, 'sheet.blanks')}", "", *_blanks(problem, language, solution=solution)]
    return "\n".join(lines)


def _blanks(problem: Problem, language: Language, *, solution: bool) -> list[str]:
    working = problem.variant.working
    values = working.solve_in_symbols() if solution else {}
    lines = []
    for asked in working.asked:
        answer = filled_in(values, asked) if solution else "..."
        symbol = "" if asked.step.symbol == asked.name else f"{asked.step.symbol}: "
        lines.append(f"{asked.name} = {answer}  # {symbol}{wanted_format(problem, asked, language)}")
    return lines
