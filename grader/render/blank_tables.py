"""What is to be filled in: blanks one in a row, or where they belong in a table of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from grader.document.in_common import in_common
from grader.document.markdown import read_line
from grader.document.nodes import (
    Block,
    Code,
    Document,
    Inline,
    Items,
    Paragraph,
    Strong,
    Table,
    Text,
    words,
)
from grader.messages.numbers import number_in_words
from grader.messages.say import say
from grader.render.blanks import (
    Blanks,
    has_symbol,
    meaning,
    name_in_table,
    reasons_of,
    wanted_format,
)
from grader.render.text import one_line
from grader.sheet.sheet import Problem
from problems import table as laid_out
from problems.forms import ReasonedChoice
from problems.sentences import Language
from problems.working import Asked

Line = tuple[Inline, ...]
T = TypeVar("T")

_SHORT = 40
"""Reasons of so many characters or fewer, together, stand beside their blank."""


def blank_tables(problem: Problem, language: Language) -> Document:
    """The blanks of a problem by hand, in the order in which they are worked out.

    Those that have a cell stand in their tables, of rows and columns, and the others in one table
    together, with a row each. Reasons that are long are listed below.
    """
    return _tables_of(Blanks.of(problem, language), language)


@lru_cache(maxsize=256)
def _tables_of(alike: Blanks, language: Language) -> Document:
    problem = alike.problem
    blocks: list[Block] = []
    for table, blanks in groups_of(problem):
        if table is None:
            blocks.append(_one_in_a_row(problem, blanks, language))
        else:
            blocks += in_rows_and_columns(problem, table, blanks, language)
        blocks += long_reasons(problem, blanks, language)
    return in_common(tuple(blocks))


def groups_of(problem: Problem) -> Iterator[tuple[laid_out.Table | None, Sequence[Asked]]]:
    """The blanks that stand together, with their table if they have cells of one."""
    groups: dict[str | None, list[Asked]] = {}
    for asked in problem.variant.working.asked:
        groups.setdefault(asked.cell.table if asked.cell else None, []).append(asked)
    tables = {table.key: table for table in problem.variant.working.tables}
    for key, blanks in groups.items():
        yield None if key is None else tables[key], blanks


def _one_in_a_row(problem: Problem, blanks: Iterable[Asked], language: Language) -> Table:
    """Name, meaning, format and marks of each blank."""
    columns = ("blank-column", "meaning-column", "format-column", "points-column")
    rows = [
        (
            (Code(asked.name),),
            meaning(problem, asked, language),
            format_of(problem, asked, language),
            words(points_of_blank(problem, asked, language)),
        )
        for asked in blanks
    ]
    return Table(tuple(words(say(language, f"sheet.{c}")) for c in columns), tuple(rows))


# -- rows and columns ------------------------------------------------------------------------------


def in_rows_and_columns(
    problem: Problem, table: laid_out.Table, blanks: Sequence[Asked], language: Language
) -> Iterator[Block]:
    """The names of the blanks in their cells, and below it what else is to be said of them.

    Format and marks are told once for the columns that have them throughout, or mostly; what is
    otherwise stands in the cells. The meaning of a blank is told where it is more than its row and
    column.
    """
    if table.key:
        yield Paragraph((Strong(name_in_table(problem, table.key, language)),))
    by_name = {asked.name: asked for asked in blanks}
    rows: list[tuple[Line, ...]] = [(name_in_table(problem, row, language),) for row in table.rows]
    said: dict[Line, list[Line]] = {}
    for column in table.columns:
        names = [table.at(row, column) for row in table.rows]
        cells = [None if name is None else by_name[name] for name in names]
        once, apart = _told_of([cell for cell in cells if cell], problem, language)
        for place, cell in enumerate(cells):
            rows[place] += (() if cell is None else (Code(cell.name), *apart[cell.name]),)
        if once:
            said.setdefault(once, []).append(name_in_table(problem, column, language))
    head = ((), *(name_in_table(problem, column, language) for column in table.columns))
    yield Table(head, tuple(rows))
    items = [(*_joined(columns, ", "), Text(": "), *once) for once, columns in said.items()]
    items += [
        (Code(asked.name), Text(" — "), *meaning(problem, asked, language))
        for asked in blanks
        if asked.meaning or has_symbol(asked.step)
    ]
    if items:
        yield Items(tuple((Paragraph(item),) for item in items))


def _told_of(
    blanks: Sequence[Asked], problem: Problem, language: Language
) -> tuple[Line, dict[str, Line]]:
    """Format and marks of the blanks of a column: what most have alike, and the rest by name."""
    formats = {asked.name: format_of(problem, asked, language) for asked in blanks}
    marks = {asked.name: points_of_blank(problem, asked, language) for asked in blanks}
    once: list[Line] = []
    apart: dict[str, list[Line]] = {asked.name: [] for asked in blanks}
    usual_format, usual_marks = _usual(formats.values()), _usual(marks.values())
    if usual_format is not None:
        once.append(usual_format)
    if usual_marks is not None:
        once.append(words(say(language, "sheet.points-each", points=usual_marks)))
    for asked in blanks:
        if formats[asked.name] != usual_format:
            apart[asked.name].append(formats[asked.name])
        if marks[asked.name] != usual_marks:
            own = say(language, "sheet.points-of-blank", points=marks[asked.name])
            apart[asked.name].append(words(own))
    in_cells = {name: _in_brackets(lines) for name, lines in apart.items()}
    return _joined(once, "; "), in_cells


def points_of_blank(problem: Problem, asked: Asked, language: Language) -> str:
    """What a blank can earn."""
    return number_in_words(problem.points_for(asked.name, asked.marks), language)


def _usual(each: Collection[T]) -> T | None:
    """What more than half of them are; None if there is no such thing."""
    counted = Counter(each).most_common(1)
    return next((most for most, count in counted if 2 * count > len(each)), None)


def _in_brackets(lines: Sequence[Line]) -> Line:
    return (Text(" ("), *_joined(lines, "; "), Text(")")) if lines else ()


def _joined(lines: Iterable[Line], between: str) -> Line:
    made: list[Inline] = []
    for line in lines:
        made += [*([Text(between)] if made else []), *line]
    return tuple(made)


# -- reasons ---------------------------------------------------------------------------------------


def format_of(problem: Problem, asked: Asked, language: Language) -> Line:
    """The format of a blank; reasons that are long are told elsewhere."""
    is_short = not _has_long_reasons(problem, asked, language)
    return wanted_format(problem, asked, language, with_reasons=is_short)


def _has_long_reasons(problem: Problem, asked: Asked, language: Language) -> bool:
    if not isinstance(asked.form, ReasonedChoice):
        return False
    lines = map(one_line, reasons_of(problem, asked.form, language))
    return sum(map(len, lines)) > _SHORT


def long_reasons(problem: Problem, blanks: Iterable[Asked], language: Language) -> Iterator[Block]:
    """The long reasons, once for all blanks that have the same ones."""
    having: dict[ReasonedChoice, list[str]] = {}
    for asked in blanks:
        if isinstance(asked.form, ReasonedChoice) and _has_long_reasons(problem, asked, language):
            having.setdefault(asked.form, []).append(f"`{asked.name}`")
    for form, names in having.items():
        yield Paragraph(read_line(say(language, "sheet.reasons", blanks=", ".join(names))))
        reasons = reasons_of(problem, form, language)
        yield Items(tuple((Paragraph(reason),) for reason in reasons), lettered=True)
