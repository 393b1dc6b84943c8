"""What is filled in, as HTML: an input for each blank where it belongs, and a box for a program.

Each has a label of its own, which says what it is, and a line below that tells how it was read.
"""

from __future__ import annotations

from functools import lru_cache
from html import escape

from grader.document.nodes import Block, Code, Inline, Table
from grader.messages.say import say
from grader.render.blank_tables import blank_tables
from grader.render.blanks import Blanks
from grader.render.interactive.cut import field_of_blank, field_of_program
from grader.render.interactive.readings import option_in_words
from grader.render.page import html, line
from grader.render.statement import code
from grader.render.text import one_line
from grader.sheet.sheet import Problem
from problems.forms import Choice, Decimal, Integer, Rational
from problems.sentences import Language
from problems.sizes import size_of
from problems.working import Asked

_MOST_LINES = 12
"""Of an input for a matrix that is still empty."""

Line = tuple[Inline, ...]


def blank_fields(problem: Problem, language: Language) -> str:
    """The blanks of a problem by hand, to be filled in."""
    return _fields(Blanks.of(problem, language), problem.key, language)


@lru_cache(maxsize=256)
def _fields(alike: Blanks, key: str, language: Language) -> str:
    problem = alike.problem if alike.problem.key == key else _renamed(alike.problem, key)
    return "\n".join(
        _block(problem, number, block, language)
        for number, block in enumerate(blank_tables(problem, language), start=1)
    )


def _renamed(problem: Problem, key: str) -> Problem:
    """The same problem under another number."""
    return Problem(key, problem.variant, worth=problem.worth, called=problem.called)


def _block(problem: Problem, number: int, block: Block, language: Language) -> str:
    if not isinstance(block, Table):
        return html((block,))
    if block.head[0]:
        return "\n".join(_alone(problem, row, language) for row in block.rows)
    return _in_table(problem, f"{problem.key}-table-{number}", block, language)


def _alone(problem: Problem, row: tuple[Line, ...], language: Language) -> str:
    """A blank with its name, what it is, its format and its points."""
    (name,), meaning, wanted, points = row
    assert isinstance(name, Code)
    field = field_of_blank(problem, name.text)
    worth = escape(say(language, "sheet.points-of-blank", points=one_line(points)))
    return (
        f'<div class="blank">\n<div>\n'
        f'<label for="{field}">{line((name,))} {line(meaning)}</label>\n'
        f'<p class="wanted" id="{field}-wanted">{line(wanted)}; {worth}</p>\n</div>\n'
        f"<div>\n{_input(problem, name.text, language, wanted=True)}\n</div>\n</div>"
    )


def _in_table(problem: Problem, table: str, block: Table, language: Language) -> str:
    """Blanks in rows and columns; each is called by its own name, its row and its column."""
    heads = "".join(
        f'<th role="columnheader" scope="col" id="{table}-c{column}">{line(cell)}</th>'
        if cell
        else '<td role="cell"></td>'
        for column, cell in enumerate(block.head)
    )
    rows: list[str] = []
    for number, (head, *cells) in enumerate(block.rows, start=1):
        made = [f'<th role="rowheader" scope="row" id="{table}-r{number}">{line(head)}</th>']
        for column, cell in enumerate(cells, start=1):
            inside = ""
            if cell and isinstance(name := cell[0], Code):
                field = field_of_blank(problem, name.text)
                called = f"{field}-label {table}-r{number} {table}-c{column}"
                more = f'<span class="wanted">{line(cell[1:])}</span>' if cell[1:] else ""
                inside = (
                    f'<label for="{field}" id="{field}-label">{line((name,))}</label>{more}'
                    + _input(problem, name.text, language, called=called)
                )
            told = escape(one_line(block.head[column]).replace("`", ""))
            made.append(f'<td role="cell" data-head="{told}">{inside}</td>')
        rows.append(f'<tr role="row">{"".join(made)}</tr>')
    body = "\n".join(rows)
    return (
        '<div class="scroll" tabindex="0"><table class="wide answers" role="table">\n'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{body}\n</tbody>\n</table></div>'
    )


def _input(
    problem: Problem, name: str, language: Language, *, called: str = "", wanted: bool = False
) -> str:
    """The input of a blank, and where it is told how it was read."""
    asked = next(each for each in problem.variant.working.asked if each.name == name)
    field = field_of_blank(problem, name)
    described = f"{field}-wanted {field}-reading" if wanted else f"{field}-reading"
    attributes = (
        f'id="{field}" class="answer" aria-describedby="{described}" autocomplete="off" '
        'autocapitalize="off" autocorrect="off" spellcheck="false"'
    )
    if called:
        attributes += f' aria-labelledby="{called}"'
    lines, listed = _lines(problem, asked), ""
    if isinstance(asked.form, Choice):
        words = (option_in_words(problem, option, language) for option in asked.form.options)
        options = "".join(f'<option value="{escape(word)}"></option>' for word in words)
        listed = f'<datalist id="{field}-options">{options}</datalist>'
        attributes += f' list="{field}-options"'
    if lines > 1:
        made = f'<textarea {attributes} rows="{lines}"></textarea>'
    else:
        made = f'<input type="text" {attributes}>{listed}'
    return f'{made}\n<output class="reading" id="{field}-reading" for="{field}"></output>'


def _lines(problem: Problem, asked: Asked) -> int:
    """How many lines an answer has, as it is mostly pasted; nothing is told of a size asked for."""
    if isinstance(asked.form, Integer) or not isinstance(asked.form, Rational | Decimal):
        return 1
    if not asked.size_told:
        return 3
    lines = 1
    for size in size_of(problem.variant, asked)[:-1]:
        lines *= size
    return min(lines, _MOST_LINES)


def program_field(problem: Problem, language: Language) -> str:
    """The box for a program, with the frame that is to be filled in."""
    field = field_of_program(problem)
    frame = code(problem, language, "starter.py.j2")
    names = ", ".join(f"<code>{escape(name)}</code>" for name in problem.names)
    label = escape(say(language, "page.program", names="\0")).replace("\0", names)
    return (
        f'<div class="blank of-program">\n<label for="{field}">{label}</label>\n'
        f'<p class="wanted" id="{field}-wanted">{escape(say(language, "page.keys"))}</p>\n'
        f'<textarea id="{field}" class="answer program" aria-describedby="{field}-wanted" '
        'autocomplete="off" autocapitalize="off" autocorrect="off" spellcheck="false" wrap="off" '
        f'rows="{frame.count(chr(10)) + 4}">\n{escape(frame, quote=False)}</textarea>\n</div>'
    )
