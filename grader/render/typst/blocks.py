"""Documents as Typst."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import zip_longest
from types import MappingProxyType
from typing import Any

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
from grader.render.text import one_line
from grader.render.typst.formulas import display_formula, inline_formula
from grader.render.typst.literals import literal

_FONT = re.compile(r'font-family="[^"]*"')
_BLANKS = re.compile(r"[ \t\n\r]+")
_LONG = re.compile(r"\S{76}(?=\S)")
_WIDTH = re.compile(r'width="([0-9.]+)"')


def blocks(document: Document) -> str:
    """A document as lines of Typst, a block each."""
    return "\n".join(
        [
            _block(block, _leads(block, after))
            for block, after in zip_longest(document, document[1:])
        ]
    )


def _written(block: Block, leads: bool) -> str:
    """A block; one that ``leads`` to the next stands on the same page as its beginning."""
    if leads and isinstance(block, Paragraph):
        return f"#leading-to[{line(block.inside)}]"
    return _BLOCKS[type(block)](block)


_block = Once(_written)


def _leads(block: Block, after: Block | None) -> bool:
    return isinstance(block, Paragraph) and (
        isinstance(after, Display | Table | CodeBlock | Picture)
        or (isinstance(after, Items) and one_line(block.inside).endswith(":"))
    )


def line(inside: tuple[Inline, ...]) -> str:
    """What stands in a line."""
    return "".join(_INLINES[type(part)](part) for part in inside)


def _heading(block: Heading) -> str:
    return f"#heading(level: {block.level})[{line(block.inside)}]"


def _paragraph(block: Paragraph) -> str:
    return f"#par[{line(block.inside)}]"


def _items(block: Items) -> str:
    """Items of one paragraph stand close to each other, others apart."""
    is_tight = all(len(item) == 1 and isinstance(item[0], Paragraph) for item in block.items)
    items = ", ".join(f"[{_item(item)}]" for item in block.items)
    tight = f"tight: {'true' if is_tight else 'false'}"
    if block.lettered:
        return f'#enum({tight}, numbering: "a)", {items})'
    if block.start is None:
        return f"#list({tight}, {items})"
    return f"#enum({tight}, start: {block.start}, {items})"


def _item(item: tuple[Any, ...]) -> str:
    first, *others = item
    if isinstance(first, Paragraph) and not others:
        return line(first.inside)
    return blocks(item)


def _table(block: Table) -> str:
    head = ", ".join(f"[{line(cell)}]" for cell in block.head)
    rows = "".join(f"  {', '.join(f'[{line(cell)}]' for cell in row)},\n" for row in block.rows)
    return f"#ruled({len(block.head)}, table.header({head}),\n{rows})"


def _code_block(block: CodeBlock) -> str:
    return f"#raw(block: true, {literal(_breakable(block.text))})"


def _display(block: Display) -> str:
    return display_formula(block.formula)


def _picture(block: Picture) -> str:
    """The drawing, as wide as it is on a page, with what it shows below it."""
    told = one_line(block.alt) or "–"
    drawn = _FONT.sub('font-family="New Computer Modern"', image(block.drawing, told), count=1)
    found = _WIDTH.search(drawn)
    assert found is not None
    return f"#drawing({literal(drawn)}, {found[1]}, {literal(told)})[{line(block.alt)}]"


_BLOCKS: Mapping[type[Any], Callable[[Any], str]] = MappingProxyType(
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


def _text(part: Text) -> str:
    return f"#{literal(_breakable(_BLANKS.sub(' ', part.text)))}"


def _code(part: Code) -> str:
    return f"#raw({literal(_breakable(part.text))})"


def _breakable(text: str) -> str:
    """A text in which a word that is longer than a line may be broken, without a hyphen."""
    return _LONG.sub("\\g<0>\u200b", text)


def _math(part: Math) -> str:
    return inline_formula(part.formula)


def _given(part: Given) -> str:
    words = words_of(part.value)
    return inline_formula(formula_of(part.value)) if words is None else f"#{literal(words)}"


def _strong(part: Strong) -> str:
    return f"#strong[{line(part.inside)}]"


def _emphasis(part: Emphasis) -> str:
    return f"#emph[{line(part.inside)}]"


_INLINES: Mapping[type[Any], Callable[[Any], str]] = MappingProxyType(
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
