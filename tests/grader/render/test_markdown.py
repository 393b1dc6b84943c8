"""Documents as Markdown: what is written is read as the same document, in tables too."""

from __future__ import annotations

import base64
from fractions import Fraction
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from grader.document.formula import Digits, Formula, Letter, Row
from grader.document.markdown import read_markdown
from grader.document.nodes import (
    Block,
    Code,
    CodeBlock,
    Display,
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
from grader.document.signs import SIGNS
from grader.document.tex import read_formula
from grader.render import markdown as writer
from grader.render import page, text
from grader.render.markdown import markdown
from problems.figures import figure
from problems.values import Number, Shape, Tensor

MATRIX = Tensor(np.array([[1, 2], [3, Fraction(-1, 2)]], dtype=object))


@pytest.mark.parametrize(
    ("block", "written"),
    [
        (Heading(2, (Text("A heading"),)), "## A heading"),
        (Paragraph((Text("words"),)), "words"),
        (Paragraph((Strong((Text("b"),)), Text(" "), Code("c"))), "**b** `c`"),
        (Paragraph((Text("is "), Given(Shape((3, 28))), Text("."))), "is 3\u00a0×\u00a028."),
        (Paragraph((Given(Number(Fraction(1, 2))),)), "$1 / 2$"),
        (Paragraph((Given(Number(-3)),)), "−3"),
        (
            Display(read_formula(r"x = \value{0}", [MATRIX])),
            "$$\nx = \\begin{pmatrix} 1 & 2 \\cr 3 & - \\frac{1}{2} \\end{pmatrix}\n$$",
        ),
        (
            Items(((Paragraph((Text("one"),)), Display(Letter("x"))),), start=9),
            "9. one\n\n   $$\n   x\n   $$",
        ),
        (
            Items(((Paragraph((Text("one"),)),), (Paragraph((Text("two"),)),)), lettered=True),
            "- a) one\n- b) two",
        ),
        (CodeBlock("python", "x = 1"), "```python\nx = 1\n```"),
        (CodeBlock("", "```"), "````\n```\n````"),
        (
            Table(((Text("a|b"),),), (((Code("c|d"),),),)),
            "| a\\|b |\n| --- |\n| `c\\|d` |",
        ),
    ],
)
def test_a_block_is_written(block: Block, written: str) -> None:
    assert markdown((block,)) == written


@pytest.mark.parametrize(
    "mark", ["*a*", "_a_", "`a`", "[a](b)", "<b>", "$x$", r"\value{0}", "&amp;", "~~a~~"]
)
def test_words_that_look_like_marks_are_words(mark: str) -> None:
    document = (Paragraph((Text(f"see {mark} here"),)),)
    assert read_markdown(markdown(document)) == document


@pytest.mark.parametrize(
    "start", ["# a", "- a", "+ a", "> a", "1. a", "12) a", "--- a", "| a |", "=== a"]
)
def test_words_that_begin_like_a_block_are_words(start: str) -> None:
    document = (Paragraph((Text(start),)),)
    assert read_markdown(markdown(document)) == document


def test_tex_in_a_table_has_no_bar_and_no_second_backslash() -> None:
    formula = read_formula(r"\lvert x \rvert < \value{0}", [MATRIX])
    written = markdown((Table(((Text("a"),),), (((Math(formula),),),)),))
    row = written.splitlines()[-1]
    assert row.count("|") == 2
    assert r"\lvert x \rvert \lt" in row
    assert r"\\" not in row
    assert read_markdown(written) == (Table(((Text("a"),),), (((Math(formula),),),)),)


LETTERS = st.text("abxyzäжλ", min_size=1, max_size=6)
FORMULAS: st.SearchStrategy[Formula] = st.one_of(
    st.sampled_from(
        [read_formula(t) for t in (r"\frac{x + 1}{y}", "x_1'", r"\max(0, q)", "x < y")]
    ),
    st.builds(lambda n: Row((Letter("x"), SIGNS["="], Digits(str(n)))), st.integers(0, 99)),
)
PARTS: st.SearchStrategy[Inline] = st.one_of(
    LETTERS.map(Code),
    FORMULAS.map(Math),
    LETTERS.map(lambda t: Strong((Text(t),))),
    LETTERS.map(lambda t: Emphasis((Text(t),))),
)
LINES = st.lists(PARTS, min_size=1, max_size=4).map(lambda parts: tuple(_spaced(parts)))
BLOCKS: st.SearchStrategy[Block] = st.recursive(
    st.one_of(
        LINES.map(Paragraph),
        st.builds(Heading, st.integers(1, 4), LINES),
        FORMULAS.map(Display),
        LETTERS.map(lambda t: CodeBlock("python", f"{t}\n\n  {t}")),
        st.builds(lambda a, b: Table((a, b), ((b, a), (a, a))), LINES, LINES),
    ),
    lambda inner: st.builds(
        Items,
        st.lists(
            st.tuples(LINES.map(Paragraph), inner.filter(lambda b: not isinstance(b, Items))),
            min_size=1,
            max_size=3,
        ).map(tuple),
        st.sampled_from([None, 1, 9, 99]),
    ),
    max_leaves=3,
)


def _spaced(parts: list[Inline]) -> list[Inline]:
    """Parts with words between them, so that no mark touches another."""
    made: list[Inline] = [Text("a ")]
    for part in parts:
        made += [part, Text(" b ")]
    return [*made[:-1], Text(" b")]


@given(BLOCKS)
def test_what_is_written_is_read_as_the_same_document(block: Block) -> None:
    assert read_markdown(markdown((block,))) == (block,)


def test_no_line_of_a_page_ends_in_a_blank() -> None:
    item = (Paragraph((Text("one"),)), Display(Letter("x")))
    written = markdown((Items((item, item), start=1),))
    assert all(line == line.rstrip() for line in written.splitlines())
    kinds = [token.type for token in MarkdownIt().parse(written)]
    assert kinds.count("ordered_list_open") == 1


@pytest.mark.parametrize("module", [writer, text, page])
def test_every_kind_of_node_is_written_by_every_writer(module: object) -> None:
    blocks: dict[type, object] = module._BLOCKS  # type: ignore[attr-defined]
    inlines: dict[type, object] = module._INLINES  # type: ignore[attr-defined]
    assert set(blocks) == set(get_args(Block))
    assert set(inlines) == set(get_args(Inline))


PICTURE = Picture(figure("grid", alt="", cells=[[1, 2]]).drawing, (Text("the map "), Code("q")))


def test_a_page_of_markdown_tells_a_figure_in_words() -> None:
    assert markdown((PICTURE,)) == "*the map `q`*"


def test_a_notebook_has_a_figure_as_an_image_with_all_of_its_data() -> None:
    image, told = markdown((PICTURE,), drawn=True).split("\n\n")
    assert told == "*the map `q`*"
    data = image.removeprefix("![](data:image/svg+xml;base64,").removesuffix(")")
    assert base64.b64decode(data).decode().startswith("<svg ")
