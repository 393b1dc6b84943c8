"""A sheet as a Python file to fill in, in sections that editors show as cells."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from grader.document.markdown import read_line
from grader.document.tex import read_formula
from grader.messages.say import say
from grader.render.blanks import Blanks, has_symbol, in_python, reasons_of, wanted_format
from grader.render.linear import linear
from grader.render.statement import code, issued_in_words, title_of_sheet
from grader.render.text import one_line
from grader.render.title import title
from grader.sheet.header import header_lines
from grader.sheet.issued import issued_line
from grader.sheet.sealed import DATA, sealed_data
from grader.sheet.sections import instruction, section_line
from grader.sheet.sheet import Problem, Sheet
from problems.catalogue import folder
from problems.family import ByHand, InCode
from problems.forms import Choice, Reasoned, ReasonedChoice
from problems.frozen import frozen
from problems.kit import slip_programs
from problems.sentences import Language, option_text
from problems.values import plain_number
from problems.working import Asked

SECTION = section_line("{key}")
"""The line with which the section of a problem starts."""


@dataclass(frozen=True)
class Work:
    """What stands in the blanks of a problem: values by name (none: ``...``), or a program."""

    values: Mapping[str, Any]
    program: str


@frozen
class Typed:
    """An answer as the text that was typed for it, which stands in quotes."""

    text: str


def blank(problem: Problem) -> Work:
    """Nothing yet."""
    return Work({}, "starter.py.j2")


def model(problem: Problem) -> Work:
    """The model solution, written as a student would hand it in."""
    by_hand = isinstance(problem.variant.family.task, ByHand)
    values = problem.variant.exact if by_hand else {}
    return Work(values, "solution.py.j2")


def mistaken(problem: Problem, slip: str) -> Work:
    """The work of a student who makes one mistake wherever it can be made."""
    chosen = problem.variant.family
    if isinstance(chosen.task, ByHand):
        return Work(problem.variant.working.with_slip(slip), "")
    return Work({}, slip_programs(chosen, folder(chosen.key))[slip])


def script(sheet: Sheet, work: Callable[[Problem], Work] = blank) -> str:
    """The file of a sheet, with ``work(problem)`` in the blanks of each problem.

    It begins with the border of a cell: VS Code leaves out what is above the first one.
    """
    taken = names_of_blanks(sheet)
    sections = [
        section(problem, sheet.language, work(problem), taken) for problem in sheet.problems
    ]
    head = preamble(sheet).removeprefix("# ")
    return "\n\n\n".join([f"# %% {head}", *sections]) + "\n"


def preamble(sheet: Sheet) -> str:
    """The header, and the imports that the problems need."""
    if sheet.issued is None:
        head = [
            f"# {say(sheet.language, 'sheet.practice', seed=sheet.seed)}",
            f"# {say(sheet.language, 'sheet.do-not-edit')}",
            *header_lines(sheet),
        ]
    else:
        head = [
            f"# {title_of_sheet(sheet)}",
            *(f"# {line}" for line in issued_in_words(sheet.issued, sheet.language)),
            f"# {say(sheet.language, 'sheet.do-not-edit')}",
            issued_line(sheet.issued),
            f"# {DATA}: {data_of(sheet)}",
        ]
    return "\n".join([*head, "", *_imports(sheet)])


def short_preamble(sheet: Sheet) -> str:
    """The same for a cell of a notebook, which tells the rest elsewhere: one line, and imports."""
    if sheet.issued is None:
        return preamble(sheet)
    return "\n".join([issued_line(sheet.issued), "", *_imports(sheet)])


@lru_cache(maxsize=2)  # it stands in the file and in the notebook
def data_of(sheet: Sheet) -> str:
    """What the student's own grader is told of a sheet of an assignment."""
    return sealed_data(sheet, {p.key: title(p, sheet.language) for p in sheet.problems})


def _imports(sheet: Sheet) -> list[str]:
    torch = ["import torch", "from torch import nn"] if sheet.uses_torch else []
    return ["import numpy as np", *torch]


def names_of_blanks(sheet: Sheet) -> frozenset[str]:
    """The names of all that a sheet asks for, by which it gives none of its data."""
    return frozenset(name for problem in sheet.problems for name in problem.names)


def section(
    problem: Problem, language: Language, work: Work, taken: frozenset[str] = frozenset()
) -> str:
    """One problem: its data and blanks, or the frame of its program.

    Data whose name is ``taken`` are left out: what is given last to a blank is the answer.
    """
    if not work.values:
        return _section_to_fill(problem, language, work.program, taken)
    return _section(problem, language, work, taken)


@lru_cache(maxsize=64)  # it stands in the file and in the notebook
def _section_to_fill(
    problem: Problem, language: Language, program: str, taken: frozenset[str]
) -> str:
    return _section(problem, language, Work({}, program), taken)


def _section(problem: Problem, language: Language, work: Work, taken: frozenset[str]) -> str:
    lines = [
        f"{SECTION.format(key=problem.key)}: {title(problem, language)}",
        f"# {instruction(problem, language)}",
        "",
    ]
    if isinstance(problem.variant.family.task, InCode):
        lines.append(code(problem, language, work.program))
    else:
        lines += _data(problem, language, taken.union(problem.names))
        lines += _blanks(problem, language, work.values)
    return "\n".join(lines)


def _typed(problem: Problem, asked: Asked, value: Any, language: Language) -> str:
    """An answer as a student types it: an option in the words of the sheet."""
    match asked.form, value:
        case _, Typed(text):
            return in_quotes(text)
        case Choice(options=options), str() if value in options:
            return f'"{_option(problem, value, language)}"'
        case ReasonedChoice() as form, Reasoned(option, reason):
            return f'"{_option(problem, option, language)}, {form.letter(reason)}"'
    return in_python(value, asked.form)


_ENDING_LINES = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""What JSON leaves as it is, and a line of a program is better without."""


def in_quotes(text: str) -> str:
    """A text as Python reads it, in one line: as JSON has it."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _ENDING_LINES.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _option(problem: Problem, option: str, language: Language) -> str:
    where = folder(problem.variant.family.key)
    return one_line(read_line(option_text(where, option, language)))


def _data(problem: Problem, language: Language, taken: frozenset[str]) -> list[str]:
    """What is stated of a problem with arrays, as variables; nothing of one that has none."""
    given = problem.variant.working.given_values
    if not any(isinstance(value, np.ndarray) and value.ndim for value in given.values()):
        return []
    lines = [f"{name} = {_in_numpy(value)}" for name, value in given.items() if name not in taken]
    return [f"# {say(language, 'sheet.data')}", *lines, ""]


def _in_numpy(value: Any) -> str:
    """A value as a program states it: ``np.array([[1, 1/2], [0, 3]])``."""
    if isinstance(value, np.ndarray) and value.ndim:
        return f"np.array({_rows(value)})"
    if isinstance(value, tuple):
        return in_python(value)
    return str(plain_number(value))


def _rows(value: Any) -> str:
    if isinstance(value, np.ndarray) and value.ndim:
        return f"[{', '.join(map(_rows, value))}]"
    return str(plain_number(value))


def _blanks(problem: Problem, language: Language, values: Mapping[str, Any]) -> list[str]:
    """A line for each blank; reasons are listed above the first of those that have them."""
    if not values:
        return list(_empty_blanks(Blanks.of(problem, language), language))
    return _filled_blanks(problem, language, values)


@lru_cache(maxsize=256)
def _empty_blanks(alike: Blanks, language: Language) -> list[str]:
    return _filled_blanks(alike.problem, language, {})


def _filled_blanks(problem: Problem, language: Language, values: Mapping[str, Any]) -> list[str]:
    lines: list[str] = []
    listed: tuple[str, ...] = ()
    for asked in problem.variant.working.asked:
        if isinstance(asked.form, ReasonedChoice) and asked.form.reasons != listed:
            listed = asked.form.reasons
            reasons = reasons_of(problem, asked.form, language)
            lines += [
                f"# {letter}) {one_line(reason)}"
                for letter, reason in zip(asked.form.letters, reasons, strict=True)
            ]
        answer = (
            _typed(problem, asked, values[asked.name], language) if asked.name in values else "..."
        )
        symbol = f"{linear(read_formula(asked.step.symbol))}: " if has_symbol(asked.step) else ""
        wanted = one_line(wanted_format(problem, asked, language, with_reasons=False))
        lines.append(f"{asked.name} = {answer}  # {symbol}{wanted}")
    return lines
