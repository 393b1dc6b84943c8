"""Where answers are written by hand: beside each blank, or in the cells of a table of blanks."""

from __future__ import annotations

from functools import lru_cache
from math import prod

from grader.document.nodes import Block, Code, Inline, Table, Text, words
from grader.messages.say import say
from grader.render.blank_tables import (
    format_of,
    groups_of,
    in_rows_and_columns,
    long_reasons,
    points_of_blank,
)
from grader.render.blanks import Blanks, meaning, told_size
from grader.render.typst.blocks import blocks, line
from grader.sheet.sheet import Problem
from problems.forms import Decimal, Rational
from problems.sentences import Language
from problems.working import Asked

_MOST_CELLS = 96
_MOST_COLUMNS = 12
"""Of an answer in rows and columns, that has a cell drawn for each number."""


def answers(problem: Problem, language: Language) -> str:
    """The blanks of a problem by hand, with room to write; in the order of the other forms."""
    return _answers(Blanks.of(problem, language), language)


@lru_cache(maxsize=256)
def _answers(alike: Blanks, language: Language) -> str:
    problem = alike.problem
    made: list[str] = []
    for table, blanks in groups_of(problem):
        names = {asked.name for asked in blanks}
        if table is None:
            rows = "".join(_row(problem, asked, language) for asked in blanks)
            blank, answer = (
                say(language, "sheet.blank-column"),
                say(language, "sheet.answer-column"),
            )
            made.append(f"#asked([{line(words(blank))}], [{line(words(answer))}],\n{rows})")
        else:
            made += [
                _with_room(block, names) if isinstance(block, Table) else blocks((block,))
                for block in in_rows_and_columns(problem, table, blanks, language)
            ]
        made.append(blocks(tuple[Block, ...](long_reasons(problem, blanks, language))))
    return "\n".join(made)


def _row(problem: Problem, asked: Asked, language: Language) -> str:
    points = say(
        language, "sheet.points-of-blank", points=points_of_blank(problem, asked, language)
    )
    told: tuple[Inline, ...] = (
        Code(asked.name),
        Text(" — "),
        *meaning(problem, asked, language),
        Text(" ("),
        *format_of(problem, asked, language),
        Text(f"; {points})"),
    )
    return f"  [{line(told)}], {_room(problem, asked)},\n"


def _room(problem: Problem, asked: Asked) -> str:
    """An empty place; with a cell for each number, where the sheet tells how many there are."""
    size = told_size(problem, asked) if isinstance(asked.form, Rational | Decimal) else ()
    if not size:
        return "room()"
    *outer, columns = size
    if len(size) > 4 or columns > _MOST_COLUMNS or prod(size) > _MOST_CELLS:
        return "room(high: 24mm)"
    rows = outer[-1] if outer else 1
    return f"cells({prod(outer[:-1])}, {rows}, {columns})"


def _with_room(table: Table, names: set[str]) -> str:
    """A table of blanks whose cells have room below the names."""
    head = ", ".join(f"[{line(cell)}]" for cell in table.head)
    rows = "".join(f"  {', '.join(_cell(cell, names) for cell in row)},\n" for row in table.rows)
    return f"#roomy({len(table.head)}, table.header({head}),\n{rows})"


def _cell(cell: tuple[Inline, ...], names: set[str]) -> str:
    """A cell in which something is asked for has room; where nothing is, it is grey."""
    if not cell:
        return "table.cell(fill: luma(88%))[]"
    is_blank = isinstance(cell[0], Code) and cell[0].text in names
    return f"[{line(cell)}{'#v(9mm)' if is_blank else ''}]"
