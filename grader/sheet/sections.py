"""The sections of a file: a line such as ``# %% problem 3``, and below it what is asked for.

Editors and converters show such lines as the borders of cells, and some of them keep only what is
between the borders. So the second line of a section names its problem too, in words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from grader.messages.say import say
from grader.sheet.sheet import Problem, Sheet
from problems.family import InCode
from problems.languages import Language, languages

_KEY = "KEY"


def section_line(key: str) -> str:
    """The beginning of the line with which the section of a problem starts."""
    return f"# %% problem {key}"


def instruction(problem: Problem, language: Language) -> str:
    """What the sheet asks for in the second line of a problem's section."""
    return f"{number(problem, language)}. {_asked(problem, language)}"


def first_instruction(problem: Problem, language: Language) -> str:
    """The second line as it was on the first sheets: it names no problem."""
    return say(language, "sheet.first-body" if _is_code(problem) else "sheet.first-blanks")


def _asked(problem: Problem, language: Language) -> str:
    return say(language, "sheet.body" if _is_code(problem) else "sheet.blanks")


def _is_code(problem: Problem) -> bool:
    return isinstance(problem.variant.family.task, InCode)


def number(problem: Problem, language: Language) -> str:
    """``Problem 3``, in the language of the sheet."""
    return say(language, "sheet.problem", key=problem.key)


def section_pattern(sheet: Sheet) -> re.Pattern[str]:
    """The first line of a problem's section; a student's own ``# %%`` lines are none."""
    return re.compile(rf"^#[ \t]*{_first_line(sheet)}", re.MULTILINE)


def text_section_pattern(sheet: Sheet) -> re.Pattern[str]:
    """The same line in a text that once was a comment: its ``#`` may be gone."""
    return re.compile(rf"^[ \t]*(?:#[ \t]*)?{_first_line(sheet)}", re.MULTILINE)


def _first_line(sheet: Sheet) -> str:
    keys = _one_of([problem.key for problem in sheet.problems])
    return rf"%%[ \t]*(?i:problem)[ \t]+({keys})[ \t]*(?::|<br>|$)"


def instruction_pattern(sheet: Sheet) -> re.Pattern[str]:
    """The second line of a problem's section, up to its dots; group 1 is the number in words.

    What follows the dots may have been wrapped, and a text has no ``#`` in front.
    """
    numbers = _one_of([number(problem, sheet.language) for problem in sheet.problems])
    asked = {_asked(problem, sheet.language) for problem in sheet.problems}
    openings = _one_of(sorted(text.partition("...")[0] for text in asked))
    return re.compile(rf"^[ \t]*(?:#[ \t]*)?({numbers})\.[ ](?:{openings})\.\.\.", re.MULTILINE)


def any_instruction_pattern() -> re.Pattern[str]:
    """The second line of any problem's section in any language, as a comment, up to its dots."""
    return _instruction_in(languages())


@cache
def _instruction_in(every: tuple[Language, ...]) -> re.Pattern[str]:
    sentences = [
        (say(language, "sheet.problem", key=_KEY), say(language, f"sheet.{task}"))
        for language in every
        for task in ("blanks", "body")
    ]
    lines = _one_of([f"{number}. {text.partition('...')[0]}..." for number, text in sentences])
    of_any = lines.replace(_KEY, r"\w+")
    return re.compile(rf"^[ \t]*#[ \t]*(?:{of_any})", re.MULTILINE)


def _one_of(texts: Sequence[str]) -> str:
    return "|".join(re.escape(text) for text in sorted(texts, key=len, reverse=True))
