r"""Markdown as documents: a small subset, read into a tree; everything else is refused.

What is read of CommonMark: paragraphs, headings (``#``), lists, fenced code, ``**strong**`` and
``*stressed*`` words and code in backticks; of its extensions: tables, and TeX between dollars,
where ``$`` begins a formula in a line and ``$$`` one on lines of its own (see ``tex``).
``\value{3}`` is a value of the text, in prose and in formulas. Links, images, HTML, quotes, rules,
breaks of lines, indented code and columns that are aligned are refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from grader.document.in_common import in_common
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
from grader.document.refusal import RefusedError
from grader.document.tex import read_formula
from problems.figures import FIGURE, Figure
from problems.values import Value

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.tree import SyntaxTreeNode

_VALUE = re.compile(r"\\value\{(\d+)\}")
_NOT_PLAIN = re.compile(r"[\\`*_$<>\[\]{}&~|#\n]")
_BEGINS_BLOCK = re.compile(r"(?:[-+=]+|\d+[.)])(?:\s|$)")
_SIMPLE = re.compile(
    r"((?<![`\w])`[^`\s](?:[^`\n]*[^`\s])?`(?!`)"  # code
    r"|\$[^$`\s](?:[^$`\n]*[^$`\s])?\$(?!\$)"  # a formula
    r"|\\value\{\d+\})"
)


@dataclass(frozen=True)
class _Place:
    """Where a text is read, and the values and figures that it may name."""

    values: Sequence[Value]
    figures: Sequence[Figure] = ()
    known: Mapping[SyntaxTreeNode, Block] = field(default_factory=dict)
    lines: Mapping[SyntaxTreeNode, tuple[Inline, ...]] = field(default_factory=dict)
    line: int = 1

    def value(self, number: str) -> Value:
        if int(number) >= len(self.values):
            raise self.refusal(
                f"the text has {len(self.values)} values, but number {number} is named"
            )
        return self.values[int(number)]

    def refusal(self, problem: str) -> RefusedError:
        return RefusedError(problem, f"line {self.line}")


def read_markdown(
    text: str, values: Sequence[Value] = (), figures: Sequence[Figure] = ()
) -> Document:
    """A text in Markdown as a document. Raises RefusedError, with the line and what is wrong."""
    tree = _tree(text)
    return tuple(_blocks(tree.nodes, _Place(values, figures, tree.blocks, tree.lines)))


@dataclass(frozen=True)
class _Tree:
    """What a text is for all variants in which only values differ.

    ``blocks`` and ``lines`` are those of its nodes that name no value, read for good.
    """

    nodes: Sequence[SyntaxTreeNode]
    blocks: dict[SyntaxTreeNode, Block] = field(default_factory=dict)
    lines: dict[SyntaxTreeNode, tuple[Inline, ...]] = field(default_factory=dict)

    def read(self, node: SyntaxTreeNode) -> None:
        """Read a block that names no value and no figure, or as much of it as does not."""
        if not any(map(_names_values, node.walk())):
            if node.type == "inline":
                self.lines[node] = _line(node, _Place(()))
            elif node.type in _BLOCKS:
                self.blocks[node] = _block(node, _Place(()))
        for child in node.children if node not in self.blocks and node.type != "inline" else ():
            self.read(child)


@lru_cache(maxsize=2**10)
def _tree(text: str) -> _Tree:
    from markdown_it.tree import SyntaxTreeNode  # no command that only marks plain answers needs it

    tree = _Tree(SyntaxTreeNode(_parser().parse(text)).children)
    for node in tree.nodes:
        tree.read(node)
    in_common(tuple(tree.blocks.values()))
    return tree


def _names_values(node: SyntaxTreeNode) -> bool:
    if node.type == "fence":
        return bool(node.info.strip() == FIGURE)
    return node.type == "value" or (not node.children and r"\value" in node.content)


def read_line(text: str, values: Sequence[Value] = ()) -> tuple[Inline, ...]:
    """A text that is one paragraph at most, as what stands in a line. Raises RefusedError.

    A text of words, code and formulas alone is read without a parser of Markdown, which takes
    longer to load than a submission takes to be marked.
    """
    return _line_with(text, values) if values and r"\value" in text else _line_alone(text)


@lru_cache(maxsize=2**12)
def _line_alone(text: str) -> tuple[Inline, ...]:
    """A line that names no values, and so is the same on many sheets."""
    return _line_with(text, ())


def _line_with(text: str, values: Sequence[Value]) -> tuple[Inline, ...]:
    if not text:
        return ()
    if (simple := _simple_line(text, values)) is not None:
        return simple
    match read_markdown(text, values):
        case (Paragraph(inside=inside),):
            return inside
    raise RefusedError("one line was needed, but got something else", f"the text {text!r}")


def _simple_line(text: str, values: Sequence[Value]) -> tuple[Inline, ...] | None:
    """A line of words, code, formulas and values; None if there may be anything else in it."""
    if _BEGINS_BLOCK.match(text) or text != text.strip():
        return None
    parts: list[Inline] = []
    for number, part in enumerate(_SIMPLE.split(text)):
        if number % 2 == 0:
            if _NOT_PLAIN.search(part):
                return None
            parts += [Text(part)] if part else []
        elif part.startswith("`"):
            if _VALUE.search(part):
                return None  # which the parser refuses
            parts.append(Code(part[1:-1]))
        elif found := _VALUE.fullmatch(part):
            parts.append(Given(_Place(values).value(found[1])))
        else:
            parts.append(Math(read_formula(part[1:-1], values)))
    return tuple(parts)


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.dollarmath import dollarmath_plugin

    parser = MarkdownIt("commonmark").enable("table")
    parser.inline.ruler.before("escape", "value", _value_rule)
    return parser.use(dollarmath_plugin, allow_labels=False, allow_space=False, double_inline=False)


def _value_rule(state: StateInline, silent: bool) -> bool:
    """Reads a value; where the backslash is one of two, it begins none."""
    found = _VALUE.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("value", "", 0).content = found[1]
    state.pos = found.end()
    return True


# -- blocks ----------------------------------------------------------------------------------------


def _blocks(nodes: Sequence[SyntaxTreeNode], place: _Place) -> Iterator[Block]:
    for node in nodes:
        yield place.known.get(node) or _block(node, place)


def _block(node: SyntaxTreeNode, place: _Place) -> Block:
    here = replace(place, line=node.map[0] + 1) if node.map else place
    read = _BLOCKS.get(node.type)
    if read is None:
        raise here.refusal(f"{_called(node)} is not part of the subset of Markdown that is read")
    return read(node, here)


def _called(node: SyntaxTreeNode) -> str:
    return {"hr": "a rule", "code_block": "indented code"}.get(
        node.type, node.type.replace("_", " ")
    )


def _heading(node: SyntaxTreeNode, place: _Place) -> Block:
    return Heading(int(node.tag[1:]), _inside(node, place))


def _paragraph(node: SyntaxTreeNode, place: _Place) -> Block:
    return Paragraph(_inside(node, place))


def _items(node: SyntaxTreeNode, place: _Place) -> Block:
    start = int(node.attrs.get("start", 1)) if node.type == "ordered_list" else None
    return Items(tuple(tuple(_blocks(item.children, place)) for item in node.children), start)


def _table(node: SyntaxTreeNode, place: _Place) -> Block:
    rows = [
        tuple(_cell(cell, place) for cell in row.children)
        for part in node.children
        for row in part.children
    ]
    return Table(rows[0], tuple(rows[1:]))


def _cell(node: SyntaxTreeNode, place: _Place) -> tuple[Inline, ...]:
    if node.attrs:
        raise place.refusal("aligned columns are not part of the subset of Markdown that is read")
    return _inside(node, place)


def _code_block(node: SyntaxTreeNode, place: _Place) -> Block:
    """Code, or a figure of the text by its number."""
    if node.info.strip() == FIGURE:
        number = node.content.strip()
        if not number.isdigit() or int(number) >= len(place.figures):
            raise place.refusal(f"the text has {len(place.figures)} figures, but got {number!r}")
        drawn = place.figures[int(number)]
        return Picture(drawn.drawing, read_line(drawn.alt, place.values))
    return CodeBlock(node.info.strip(), node.content.removesuffix("\n"))


def _display(node: SyntaxTreeNode, place: _Place) -> Block:
    try:
        return Display(read_formula(node.content.strip(), place.values))
    except RefusedError as error:
        raise RefusedError(error.problem, f"line {place.line}, {error.place}") from None


_BLOCKS: Mapping[str, Callable[[SyntaxTreeNode, _Place], Block]] = MappingProxyType(
    {
        "heading": _heading,
        "paragraph": _paragraph,
        "bullet_list": _items,
        "ordered_list": _items,
        "table": _table,
        "fence": _code_block,
        "math_block": _display,
    }
)
"""What each kind of block is read as."""


# -- lines -----------------------------------------------------------------------------------------


def _inside(node: SyntaxTreeNode, place: _Place) -> tuple[Inline, ...]:
    """What stands in the line of a block."""
    if not node.children:
        return ()
    (line,) = node.children
    return place.lines[line] if line in place.lines else _line(line, place)


def _line(node: SyntaxTreeNode, place: _Place) -> tuple[Inline, ...]:
    return _joined([part for child in node.children for part in _inline(child, place)])


def _joined(parts: Sequence[Inline]) -> tuple[Inline, ...]:
    """Parts with neighbouring words as one text."""
    made: list[Inline] = []
    for part in parts:
        if isinstance(part, Text) and made and isinstance(made[-1], Text):
            made[-1] = Text(made[-1].text + part.text)
        elif not (isinstance(part, Text) and not part.text):
            made.append(part)
    return tuple(made)


def _inline(node: SyntaxTreeNode, place: _Place) -> Iterator[Inline]:
    read = _INLINES.get(node.type)
    if read is None:
        what = {"html_inline": "HTML", "hardbreak": "a break of the line"}.get(node.type, node.type)
        raise place.refusal(f"{what} is not part of the subset of Markdown that is read")
    yield from read(node, place)


def _text(node: SyntaxTreeNode, place: _Place) -> Iterator[Inline]:
    yield Text(node.content)


def _given(node: SyntaxTreeNode, place: _Place) -> Iterator[Inline]:
    yield Given(place.value(node.content))


def _break(node: SyntaxTreeNode, place: _Place) -> Iterator[Inline]:
    yield Text(" ")


def _code(node: SyntaxTreeNode, place: _Place) -> Iterator[Inline]:
    if _VALUE.search(node.content):
        raise place.refusal("a value has no place in code, which is not translated or typeset")
    yield Code(node.content)


def _strong(node: SyntaxTreeNode, place: _Place) -> Iterator[Inline]:
    yield Strong(_joined([part for child in node.children for part in _inline(child, place)]))


def _emphasis(node: SyntaxTreeNode, place: _Place) -> Iterator[Inline]:
    yield Emphasis(_joined([part for child in node.children for part in _inline(child, place)]))


def _math(node: SyntaxTreeNode, place: _Place) -> Iterator[Inline]:
    try:
        yield Math(read_formula(node.content, place.values))
    except RefusedError as error:
        raise RefusedError(error.problem, f"line {place.line}, {error.place}") from None


_INLINES: Mapping[str, Callable[[SyntaxTreeNode, _Place], Iterator[Inline]]] = MappingProxyType(
    {
        "text": _text,
        "value": _given,
        "softbreak": _break,
        "code_inline": _code,
        "strong": _strong,
        "em": _emphasis,
        "math_inline": _math,
    }
)
"""What each kind of thing in a line is read as."""
