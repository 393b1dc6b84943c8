"""Documents as Markdown, with TeX between dollars: for pages of text and cells of notebooks."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase
from types import MappingProxyType
from typing import Any

from grader.document.formula import slashed
from grader.document.in_common import Once
from grader.document.nodes import (
    Block,
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
from grader.document.typeset import formula_of, words_of
from grader.render.figures.svg import image
from grader.render.tex import tex
from grader.render.text import one_line

_SPECIAL = re.compile(r"[\\`*_\[\]<$~]|&(?=[#\w]+;)|!(?=\[)")


@dataclass(frozen=True)
class _Where:
    """Where something is written: in a table a bar would end a cell.

    ``drawn`` says that figures are drawn, and not only told.
    """

    in_table: bool = False
    drawn: bool = False


def markdown(document: Document, *, drawn: bool = False) -> str:
    """A document as Markdown, without a line break at its end.

    Figures are told in words, and where they are ``drawn``, as in a notebook, shown as images.
    """
    where = _Where(drawn=drawn)
    return "\n\n".join([_block(block, where) for block in document])


def _written(block: Block, where: _Where) -> str:
    return _BLOCKS[type(block)](block, where)


_block = Once(_written)


def _heading(block: Heading, where: _Where) -> str:
    return f"{'#' * block.level} {_line(block.inside, where)}"


def _paragraph(block: Paragraph, where: _Where) -> str:
    line = _line(block.inside, where)
    if isinstance(block.inside[0], Text):
        line = re.sub(r"^(\d+)([.)])(?=\s|$)", r"\1\\\2", line)
        line = re.sub(r"^(?=[#>+=|-])", r"\\", line)
    return line


def _items(block: Items, where: _Where) -> str:
    """Items; each block of one begins below the first letter of its first.

    Markdown has no lists with letters: these stand in front of the words.
    """
    made = []
    for place, item in enumerate(block.items):
        mark = "- " if block.start is None else f"{block.start + place}. "
        text = "\n\n".join([_block(part, where) for part in item])
        text = f"{ascii_lowercase[place]}) {text}" if block.lettered else text
        made.append(mark + text.replace("\n", f"\n{' ' * len(mark)}"))
    is_loose = any(len(item) > 1 for item in block.items)
    return re.sub(r"[ ]+$", "", ("\n\n" if is_loose else "\n").join(made), flags=re.MULTILINE)


@dataclass(frozen=True, eq=False)
class _One:
    """A table that equals none but itself: to compare cells takes as long as to write them."""

    table: Table

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _One) and other.table is self.table

    def __hash__(self) -> int:
        return id(self.table)


def _table(block: Table, where: _Where) -> str:
    return _table_once(_One(block))


@lru_cache(maxsize=256)
def _table_once(one: _One) -> str:
    """A table as Markdown, once for all sheets on which it stands."""
    inside = _Where(in_table=True)
    rows = [[_line(cell, inside) for cell in row] for row in (one.table.head, *one.table.rows)]
    rows.insert(1, ["---"] * len(one.table.head))
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _code_block(block: CodeBlock, where: _Where) -> str:
    longest = max((len(run) for run in re.findall(r"`{3,}", block.text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{block.language}\n{block.text}\n{fence}"


def _display(block: Display, where: _Where) -> str:
    return f"$$\n{tex(block.formula)}\n$$"


def _picture(block: Picture, where: _Where) -> str:
    """What it shows in words, and above that an image, which has all of its data with it."""
    told = f"*{_line(block.alt, where)}*"
    if not where.drawn:
        return told
    drawn = image(block.drawing, one_line(block.alt))
    data = base64.b64encode(drawn.encode()).decode("ascii")
    return f"![](data:image/svg+xml;base64,{data})\n\n{told}"


_BLOCKS: Mapping[type[Any], Callable[[Any, _Where], str]] = MappingProxyType(
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


def _line(inside: tuple[Inline, ...], where: _Where) -> str:
    return "".join(_INLINES[type(part)](part, where) for part in inside)


def _text(part: Text, where: _Where) -> str:
    return _escaped(part.text, where.in_table)


@lru_cache(maxsize=2**12)
def _escaped(plain: str, in_table: bool) -> str:
    text = _SPECIAL.sub(r"\\\g<0>", plain)
    text = re.sub(r"(?<=\w)\\_(?=\w)", "_", text)  # between letters it stresses nothing
    return text.replace("|", r"\|") if in_table else text


def _code(part: Code, where: _Where) -> str:
    text = part.text.replace("|", r"\|") if where.in_table else part.text
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    quotes = "`" * (longest + 1)
    blank = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{quotes}{blank}{text}{blank}{quotes}"


def _math(part: Math, where: _Where) -> str:
    return f"${tex(slashed(part.formula))}$"


def _given(part: Given, where: _Where) -> str:
    words = words_of(part.value)
    return f"${tex(slashed(formula_of(part.value)))}$" if words is None else words


def _strong(part: Strong, where: _Where) -> str:
    return f"**{_line(part.inside, where)}**"


def _emphasis(part: Emphasis, where: _Where) -> str:
    return f"*{_line(part.inside, where)}*"


_INLINES: Mapping[type[Any], Callable[[Any, _Where], str]] = MappingProxyType(
    {
        Text: _text,
        Code: _code,
        Math: _math,
        Given: _given,
        Strong: _strong,
        Emphasis: _emphasis,
    }
)
"""How each thing in a line is written."""
