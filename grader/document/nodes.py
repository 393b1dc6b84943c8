"""The nodes of a document: blocks, and what stands in a line of them."""

from __future__ import annotations

from grader.document.formula import Formula
from problems.figures import Drawing
from problems.frozen import frozen
from problems.values import Value


@frozen
class Text:
    """Words; white space in them is one blank, or one that does not break (U+00A0)."""

    text: str


@frozen
class Code:
    """Code in a line."""

    text: str


@frozen
class Math:
    """A formula in a line."""

    formula: Formula


@frozen
class Given:
    """A value in a line."""

    value: Value


@frozen
class Strong:
    """Words that weigh more."""

    inside: tuple[Inline, ...]


@frozen
class Emphasis:
    """Words that are stressed."""

    inside: tuple[Inline, ...]


Inline = Text | Code | Math | Given | Strong | Emphasis


@frozen
class Heading:
    """A heading; 1 is the highest level."""

    level: int
    inside: tuple[Inline, ...]


@frozen
class Paragraph:
    """A paragraph."""

    inside: tuple[Inline, ...]


@frozen
class Items:
    """A list of items, each of blocks; ``start`` is the first number, None where none are told.

    A ``lettered`` one, of 26 items at most, has the marks a), b), c) in place of numbers.
    """

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None
    lettered: bool = False


@frozen
class Table:
    """A table; each row has a cell for every column of the head."""

    head: tuple[tuple[Inline, ...], ...]
    rows: tuple[tuple[tuple[Inline, ...], ...], ...]


@frozen
class CodeBlock:
    """Lines of code in a language; ``text`` has no line break at its end."""

    language: str
    text: str


@frozen
class Display:
    """A formula on lines of its own."""

    formula: Formula


@frozen
class Picture:
    """A drawing on lines of its own, and what it shows in words."""

    drawing: Drawing
    alt: tuple[Inline, ...]


Block = Heading | Paragraph | Items | Table | CodeBlock | Display | Picture

Document = tuple[Block, ...]


def has_pictures(document: Document) -> bool:
    """Whether a drawing is among the blocks of a document, or in one of its lists."""
    return any(
        isinstance(block, Picture)
        or (isinstance(block, Items) and any(map(has_pictures, block.items)))
        for block in document
    )


def words(text: str) -> tuple[Inline, ...]:
    """Words alone, as what stands in a line."""
    return (Text(text),) if text else ()
