"""Documents as one page of HTML that needs nothing else: formulas are MathML, with their font.

The page works without a network, on a phone and on paper. Brackets grow only in a font with a table
MATH, which phones do not have, so that the page carries one (see ``fonts/README.md``).
"""

from __future__ import annotations

import base64
import re
import string
from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from pathlib import Path
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
from grader.document.signs import FENCES, GREEK, SIGNS
from grader.document.typeset import formula_of, words_of
from grader.render.figures.svg import svg
from grader.render.mathml import display_math, inline_math
from grader.render.text import one_line
from problems.sentences import Language

_HERE = Path(__file__).parent

MATH_CHARACTERS = "".join(
    dict.fromkeys(
        string.ascii_letters
        + string.digits
        + " .,;:!?'()[]{}|/+−=<>-–_′"
        + "".join(sign.text for sign in SIGNS.values())
        + "".join(GREEK.values())
        + "".join(FENCES.values())
        + "√"
    )
)
"""What formulas are written with; the page's font has all of it."""

_NARROW = 2
"""So many columns of a table fit a phone, or more of so few characters in a row; of others, each
row is written there as a list, with the heads of the columns before its cells."""
_SHORT = 56

_STOP = re.compile("[.,:;!?)”»…]+")
"""Stops at the beginning of a text, which belong to what is before it."""

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@font-face {{ font-family: "Sheet Math"; src: url(data:font/woff2;base64,{font}) format("woff2"); }}
{style}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def page(document: Document, title: str, language: Language) -> str:
    """A document as a page of its own."""
    return _PAGE.format(
        language=language,
        title=escape(title),
        font=math_font(),
        style=page_style(),
        body=html(document),
    )


def html(document: Document) -> str:
    """A document as the inside of a page."""
    return "\n".join(_BLOCKS[type(block)](block) for block in document)


@cache
def math_font() -> str:
    """The font of the formulas, in Base64."""
    return base64.b64encode((_HERE / "fonts" / "math.woff2").read_bytes()).decode("ascii")


@cache
def page_style() -> str:
    """The style sheet of every page."""
    return (_HERE / "page.css").read_text(encoding="utf-8")


def _heading(block: Heading) -> str:
    return f"<h{block.level}>{line(block.inside)}</h{block.level}>"


def _paragraph(block: Paragraph) -> str:
    return f"<p>{line(block.inside)}</p>"


def _items(block: Items) -> str:
    """An item that is one paragraph is written without it, as close to the next as it is meant."""
    items = "\n".join(
        f"<li>{line(item[0].inside)}</li>"
        if len(item) == 1 and isinstance(item[0], Paragraph)
        else f"<li>{html(item)}</li>"
        for item in block.items
    )
    if block.lettered:
        return f'<ol class="lettered">\n{items}\n</ol>'
    if block.start is None:
        return f"<ul>\n{items}\n</ul>"
    start = "" if block.start == 1 else f' start="{block.start}"'
    return f"<ol{start}>\n{items}\n</ol>"


def _table(block: Table) -> str:
    if len(block.head) > _NARROW and _width(block) > _SHORT:
        return _wide_table(block)
    head = "".join(
        f'<th scope="col">{line(cell)}</th>' if cell else "<td></td>" for cell in block.head
    )
    rows = "\n".join(
        f"<tr>{''.join(f'<td>{line(cell)}</td>' for cell in row)}</tr>" for row in block.rows
    )
    return (
        '<div class="scroll" tabindex="0"><table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


_CORNER = '<td role="cell"></td>'
"""Above rows that have heads of their own."""


def _wide_table(block: Table) -> str:
    """Roles say that it is a table where the style sheet makes lists of its rows."""
    heads = [escape(one_line(cell)) for cell in block.head]
    head = "".join(
        f'<th role="columnheader" scope="col">{line(cell)}</th>' if cell else _CORNER
        for cell in block.head
    )
    rows = "\n".join(
        '<tr role="row">'
        + "".join(
            f'<td role="cell" data-head="{name}">{line(cell)}</td>'
            for name, cell in zip(heads, row, strict=True)
        )
        + "</tr>"
        for row in block.rows
    )
    return (
        '<div class="scroll" tabindex="0"><table class="wide" role="table">\n'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
        f'<tbody role="rowgroup">\n{rows}\n</tbody>\n</table></div>'
    )


def _width(table: Table) -> int:
    """The characters of the widest cells of all columns."""
    columns = zip(table.head, *table.rows, strict=True)
    return sum(max(len(one_line(cell)) for cell in column) for column in columns)


def _code_block(block: CodeBlock) -> str:
    return f'<pre tabindex="0"><code>{escape(block.text)}</code></pre>'


def _display(block: Display) -> str:
    return f'<div class="display" tabindex="0">{display_math(block.formula)}</div>'


def _picture(block: Picture) -> str:
    """The drawing with what it shows below it, which is read out in its place."""
    drawn = f'<div aria-hidden="true">{svg(block.drawing, one_line(block.alt))}</div>'
    return f"<figure>{drawn}<figcaption>{line(block.alt)}</figcaption></figure>"


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


def line(inside: tuple[Inline, ...]) -> str:
    """The things of a line as HTML; a formula and the stop that follows it are not torn apart."""
    made: list[str] = []
    for part in inside:
        one = _INLINES[type(part)](part)
        if made and made[-1].startswith("<math") and (stop := _STOP.match(one)):
            made[-1] = f'<span class="together">{made[-1]}{stop[0]}</span>'
            one = one[stop.end() :]
        made.append(one)
    return "".join(made)


def _text(part: Text) -> str:
    return escape(part.text, quote=False)


def _code(part: Code) -> str:
    return f"<code>{escape(part.text, quote=False)}</code>"


def _math(part: Math) -> str:
    return inline_math(part.formula)


def _given(part: Given) -> str:
    words = words_of(part.value)
    return inline_math(formula_of(part.value)) if words is None else escape(words)


def _strong(part: Strong) -> str:
    return f"<strong>{line(part.inside)}</strong>"


def _emphasis(part: Emphasis) -> str:
    return f"<em>{line(part.inside)}</em>"


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
