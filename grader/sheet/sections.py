"""The sections of a file: a line such as ``# %% problem 3``, and below it what is asked for."""

from __future__ import annotations

import re

from grader.messages.say import say
from grader.sheet.sheet import Problem, Sheet
from problems.family import InCode
from problems.sentences import Language


def section_line(key: str) -> str:
    """The beginning of the line with which the section of a problem starts."""
    return f"# %% problem {key}"


def instruction(problem: Problem, language: Language) -> str:
    """What the sheet asks for in its second line of a problem's section."""
    in_code = isinstance(problem.variant.family.task, InCode)
    return say(language, "sheet.body" if in_code else "sheet.blanks")


def section_pattern(sheet: Sheet) -> re.Pattern[str]:
    """The first line of a problem's section; a student's own ``# %%`` lines are none."""
    key = "|".join(re.escape(problem.key) for problem in sheet.problems)
    return re.compile(rf"^#[ \t]*%%[ \t]*(?i:problem)[ \t]+({key})[ \t]*(?::|$)", re.MULTILINE)
