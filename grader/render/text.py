"""Documents as plain text for a terminal, in lines of a given width, without TeX or HTML."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping, Sequence
from string import ascii_lowercase
from types import MappingProxyType
from typing import Any

from grader.document.nodes import (
    Code,
    CodeBlock,
    Display,
    Document,
    Emphasis,
    Given,
    Heading,
    Inline,
    Items,
    Math,
    Paragraph,
    Picture,
    Strong,
    Table,
    Text,
)
from grader.document.typeset import formula_of
from grader.render.layout import display
from grader.render.linear import linear

_UNDER = MappingProxyType({1: "═", 2: "─"})
_INDENT = 4
_BETWEEN = "  "
_TOGETHER = 32
"""Code, or a formula, of so many characters or fewer is not broken."""
_LEAST_COLUMN = 8
_OTHER_BLANKS = re.compile(r"[\t\n\x0b\x0c\r]|\s\Z")
"""What does not stay as it is where a text is broken into lines, though it all fits into one."""


def text(document: Document, width: int) -> str:
    """A document in lines of at most ``width`` characters, as far as its words allow it."""
    return "\n\n".join("\n".join(lines) for lines in _blocks(document, width)).replace(
        "\u00a0", " "
    )


def one_line(inside: tuple[Inline, ...]) -> str:
    """What stands in a line, as plain text: for a heading, a comment or a docstring."""
    return _line(inside).replace("\u00a0", " ")


def _blocks(document: Document, width: int) -> list[list[str]]:
    return [_BLOCKS[type(block)](block, width) for block in document]


def _wrapped(words: str, width: int) -> list[str]:
    if 0 < len(words) <= width and not _OTHER_BLANKS.search(words):  # as most do
        return [words]
    return textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False) or [""]


def _heading(block: Heading, width: int) -> list[str]:
    lines = _wrapped(_line(block.inside), width)
    return [*lines, _UNDER.get(block.level, "-") * max(map(len, lines))]


def _paragraph(block: Paragraph, width: int) -> list[str]:
    return _wrapped(_line(block.inside), width)


def _items(block: Items, width: int) -> list[str]:
    """Items beside their marks; if one has several blocks, all stand apart."""
    marks = [_mark(block, place) for place in range(len(block.items))]
    indent = max(map(len, marks))
    is_loose = any(len(item) > 1 for item in block.items)
    lines: list[str] = []
    for mark, item in zip(marks, block.items, strict=True):
        if lines and is_loose:
            lines.append("")
        inside: list[str] = []
        for part in _blocks(item, width - indent):
            inside += [*([""] if inside else []), *part]
        lines.append(mark.rjust(indent) + inside[0])
        lines += [f"{' ' * indent}{line}".rstrip() for line in inside[1:]]
    return lines


def _mark(block: Items, place: int) -> str:
    if block.lettered:
        return f"{ascii_lowercase[place]}) "
    return "- " if block.start is None else f"{block.start + place}. "


def _code_block(block: CodeBlock, width: int) -> list[str]:
    return [f"{' ' * _INDENT}{line}".rstrip() for line in block.text.split("\n")]


def _display(block: Display, width: int) -> list[str]:
    lines = display(block.formula, width - _INDENT)
    return [f"{' ' * _INDENT}{line}".rstrip() for line in lines]


def _picture(block: Picture, width: int) -> list[str]:
    """What it shows in words: a terminal has no drawings."""
    return _wrapped(f"[{_line(block.alt)}]", width)


def _table(block: Table, width: int) -> list[str]:
    """Columns that share the width; where it does not do for them, a few lines for each row."""
    rows = [[_line(cell) for cell in row] for row in (block.head, *block.rows)]
    widths = _widths(rows, width)
    if widths is None:
        return _records(rows[0], rows[1:], width)
    lines = _row(rows[0], widths)
    lines.append(_BETWEEN.join("─" * each for each in widths))
    several = any(len(_row(row, widths)) > 1 for row in rows[1:])
    for number, row in enumerate(rows[1:]):
        if number and several:
            lines.append("")
        lines += _row(row, widths)
    return lines


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    columns = [_wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(map(len, columns))
    return [
        _BETWEEN.join(
            (column[line] if line < len(column) else "").ljust(width)
            for column, width in zip(columns, widths, strict=True)
        ).rstrip()
        for line in range(height)
    ]


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """The width of each column; None if the longest words have no room beside each other."""
    room = width - len(_BETWEEN) * (len(rows[0]) - 1)
    columns = list(zip(*rows, strict=True))
    wanted = [max(map(len, column)) for column in columns]
    if sum(wanted) <= room:
        return wanted
    needed = [
        max((len(word) for cell in column for word in cell.split(" ")), default=1)
        for column in columns
    ]
    needed = [min(max(n, _LEAST_COLUMN), w) for n, w in zip(needed, wanted, strict=True)]
    spare = room - sum(needed)
    if spare < 0:
        return None
    missing = [w - n for w, n in zip(wanted, needed, strict=True)]
    widths = [n + spare * m // sum(missing) for n, m in zip(needed, missing, strict=True)]
    widths[missing.index(max(missing))] += room - sum(widths)
    return widths


def _records(head: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str]:
    """Row below row, each cell that is not empty with the name of its column."""
    lines: list[str] = []
    for row in rows:
        if lines:
            lines.append("")
        for name, cell in zip(head, row, strict=True):
            if not cell:
                continue
            first, *others = _wrapped(f"{name}: {cell}" if name else cell, width - 2)
            lines += [first, *(f"  {line}" for line in others)]
    return lines


_BLOCKS: Mapping[type[Any], Callable[[Any, int], list[str]]] = MappingProxyType(
    {
        Heading: _heading,
        Paragraph: _paragraph,
        Items: _items,
        Table: _table,
        CodeBlock: _code_block,
        Display: _display,
        Picture: _picture,
    }
)
"""How each kind of block is written."""


def _line(inside: tuple[Inline, ...]) -> str:
    return "".join(_INLINES[type(part)](part) for part in inside)


def _words(part: Text) -> str:
    return part.text


def _code(part: Code) -> str:
    return f"`{_kept_together(part.text)}`"


def _kept_together(line: str) -> str:
    return line.replace(" ", "\u00a0") if len(line) <= _TOGETHER else line


def _math(part: Math) -> str:
    return _kept_together(linear(part.formula))


def _given(part: Given) -> str:
    return _kept_together(linear(formula_of(part.value)))


def _strong(part: Strong) -> str:
    """Between asterisks, but for code, which stands out by itself."""
    inside = _line(part.inside)
    return inside if all(isinstance(one, Code) for one in part.inside) else f"*{inside}*"


def _emphasis(part: Emphasis) -> str:
    return f"_{_line(part.inside)}_"


_INLINES: Mapping[type[Any], Callable[[Any], str]] = MappingProxyType(
    {
        Text: _words,
        Code: _code,
        Math: _math,
        Given: _given,
        Strong: _strong,
        Emphasis: _emphasis,
    }
)
"""How each thing in a line is written."""
