"""Documents as HTML inside of a question: plain elements, which every system lets through.

It is XHTML as well, so that a format of XML may have it as elements.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType
from typing import Any

from grader.document.formula import Formula
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
from grader.document.typeset import formula_of, words_of
from grader.render.tex import tex
from grader.render.text import one_line
from problems.frozen import frozen

Line = tuple[Inline, ...]


@frozen(eq=False)
class Markup:
    """How formulas and drawings are written; all else is alike.

    ``inline`` and ``display`` write a formula in a line and on lines of its own, and ``picture`` a
    drawing, whose words it is given.
    """

    inline: Callable[[Formula], str]
    display: Callable[[Formula], str]
    picture: Callable[[Picture, str], str]

    def blocks(self, document: Document) -> str:
        """A document, block below block."""
        return "\n".join(_BLOCKS[type(block)](self, block) for block in document)

    def line(self, inside: Line) -> str:
        """What stands in a line."""
        return "".join(_INLINES[type(part)](self, part) for part in inside)


def tex_in_line(formula: Formula) -> str:
    r"""A formula as MathJax finds it in a page: ``\(x_1\)``."""
    return escape(rf"\({tex(formula)}\)", quote=False)


def tex_on_display(formula: Formula) -> str:
    r"""A formula on lines of its own, as MathJax finds it in a page: ``\[x_1\]``."""
    shown = escape(rf"\[{tex(formula)}\]", quote=False)
    return f"<p>{shown}</p>"


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table of cells that are written already; one without a head has no line for it."""
    top = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    body = "\n".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    above = f"<thead><tr>{top}</tr></thead>" if head else ""
    return f"<table>\n{above}<tbody>\n{body}\n</tbody></table>"


def words(text: str) -> str:
    """Words as they are."""
    return escape(text, quote=False)


def code(text: str) -> str:
    """Code in a line."""
    return f"<code>{words(text)}</code>"


def _heading(own: Markup, block: Heading) -> str:
    """One that is low: the title of the question is the system's."""
    level = min(block.level + 2, 6)
    return f"<h{level}>{own.line(block.inside)}</h{level}>"


def _paragraph(own: Markup, block: Paragraph) -> str:
    return f"<p>{own.line(block.inside)}</p>"


def _items(own: Markup, block: Items) -> str:
    inside = "\n".join(
        f"<li>{own.line(item[0].inside)}</li>"
        if len(item) == 1 and isinstance(item[0], Paragraph)
        else f"<li>{own.blocks(item)}</li>"
        for item in block.items
    )
    if block.lettered:
        return f'<ol type="a">\n{inside}\n</ol>'
    if block.start is None:
        return f"<ul>\n{inside}\n</ul>"
    start = "" if block.start == 1 else f' start="{block.start}"'
    return f"<ol{start}>\n{inside}\n</ol>"


def _table(own: Markup, block: Table) -> str:
    return table(
        [own.line(cell) for cell in block.head],
        [[own.line(cell) for cell in row] for row in block.rows],
    )


def _code_block(own: Markup, block: CodeBlock) -> str:
    return f"<pre><code>{words(block.text)}</code></pre>"


def _display(own: Markup, block: Display) -> str:
    return own.display(block.formula)


def _picture(own: Markup, block: Picture) -> str:
    return own.picture(block, one_line(block.alt))


_BLOCKS: Mapping[type[Any], Callable[[Markup, Any], str]] = MappingProxyType(
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


def _text(own: Markup, part: Text) -> str:
    return words(part.text)


def _code(own: Markup, part: Code) -> str:
    return code(part.text)


def _math(own: Markup, part: Math) -> str:
    return own.inline(part.formula)


def _given(own: Markup, part: Given) -> str:
    said = words_of(part.value)
    return own.inline(formula_of(part.value)) if said is None else words(said)


def _strong(own: Markup, part: Strong) -> str:
    return f"<strong>{own.line(part.inside)}</strong>"


def _emphasis(own: Markup, part: Emphasis) -> str:
    return f"<em>{own.line(part.inside)}</em>"


_INLINES: Mapping[type[Any], Callable[[Markup, Any], str]] = MappingProxyType(
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
