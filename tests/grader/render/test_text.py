"""Documents as text for a terminal: readable, no wider than the terminal, without TeX."""

from __future__ import annotations

from fractions import Fraction

import pytest

from grader.document.formula import Letter
from grader.document.nodes import (
    Block,
    Code,
    CodeBlock,
    Display,
    Emphasis,
    Given,
    Heading,
    Items,
    Math,
    Paragraph,
    Picture,
    Strong,
    Table,
    Text,
)
from grader.document.tex import read_formula
from grader.render.line import plain_line
from grader.render.statement import problem_document
from grader.render.text import text
from grader.sheet.sheet import Problem, as_language
from problems.catalogue import family, family_keys
from problems.drawing import draw_variant
from problems.figures import figure
from problems.sentences import LANGUAGES
from problems.values import Number, Shape, Source
from problems.variant import example_variant

LONG = "words that go on and on for longer than a line of this width has room"


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (Heading(1, (Text("Title"),)), "Title\n═════"),
        (Heading(2, (Text("Part"),)), "Part\n────"),
        (Heading(3, (Text("Part"),)), "Part\n----"),
        (
            Paragraph((Text("a "), Strong((Text("b"),)), Text(" "), Emphasis((Text("c"),)))),
            "a *b* _c_",
        ),
        (Paragraph((Strong((Code("rf"),)), Text(": "), Code("x"))), "`rf`: `x`"),
        (
            Paragraph((Given(Shape((3, 28))), Text(" is "), Given(Number(Fraction(-1, 2))))),
            "3 × 28 is −1/2",
        ),
        (Paragraph((Math(read_formula(r"\frac{\partial L}{\partial w_1}")),)), "∂L/∂w₁"),
        (Items(((Paragraph((Text("one"),)),), (Paragraph((Text("two"),)),))), "- one\n- two"),
        (
            Items(tuple((Paragraph((Text("x"),)),) for _ in range(2)), start=9),
            " 9. x\n10. x",
        ),
        (
            Items(((Paragraph((Text("one"),)), Display(Letter("x"))),), start=1),
            "1. one\n\n       x",
        ),
        (CodeBlock("python", "if x:\n\n    y"), "    if x:\n\n        y"),
        (
            Table(((Text("a"),), (Text("bcd"),)), (((Code("x"),), (Text("y"),)),)),
            "a    bcd\n───  ───\n`x`  y",
        ),
    ],
)
def test_a_block_is_written(block: Block, lines: str) -> None:
    assert text((block,), 60) == lines


def test_words_are_wrapped_and_items_go_on_below_their_first_letter() -> None:
    assert text((Items(((Paragraph((Text(LONG),)),),)),), 30) == (
        "- words that go on and on for\n  longer than a line of this\n  width has room"
    )


def test_a_short_formula_is_not_broken() -> None:
    formula = Math(read_formula("q_1 = w_1 + x_1 + y_1"))
    written = text((Paragraph((Text("words before it and"), formula, Text(" more"))),), 30)
    assert "q₁ = w₁ + x₁ + y₁" in written


def test_cells_of_a_table_are_wrapped_to_the_width() -> None:
    table = Table(((Text("name"),), (Text("meaning"),)), (((Code("x"),), (Text(LONG),)),) * 2)
    lines = text((table,), 40).splitlines()
    assert max(map(len, lines)) <= 40
    assert lines[1].split() == ["─" * 4, "─" * 34]
    assert "" in lines  # rows of several lines stand apart


def test_a_table_without_room_is_told_row_by_row() -> None:
    table = Table(
        ((Text("name"),), (Text("meaning"),)),
        (((Text("a" * 18),), (Text("b" * 18),)), ((Text("c"),), (Text("d"),))),
    )
    assert text((table,), 24) == (
        f"name:\n  {'a' * 18}\nmeaning:\n  {'b' * 18}\n\nname: c\nmeaning: d"
    )


def test_a_table_without_room_has_nothing_of_empty_cells_and_of_columns_without_a_name() -> None:
    long = "w" * 30
    table = Table(
        ((), (Text("one"),), (Text("two"),)),
        (((Code("row"),), (), (Code(long),)), ((Code("other"),), (Code(long),), ())),
    )
    assert text((table,), 40) == f"`row`\ntwo: `{long}`\n\n`other`\none: `{long}`"


def test_a_line_alone_is_plain_text() -> None:
    assert plain_line(Source(r"kernel of size \value{0}, $w_1$", (Shape((3, 5)),))) == (
        "kernel of size 3 × 5, w₁"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", family_keys())
def test_every_problem_fits_eighty_columns_and_has_no_tex(key: str, language: str) -> None:
    problem = Problem("1", draw_variant(key, "hard", "4"))
    written = text(problem_document(problem, as_language(language), solution=True, level=1), 80)
    outside = [
        line for line in written.splitlines() if family(key).kind == "hand" or line[:4] != "    "
    ]
    assert [line for line in outside if len(line) > 80] == []
    assert [line for line in outside if "\\" in line or "$" in line or "\u00a0" in line] == []


def test_a_worked_solution_reads_as_on_paper() -> None:
    problem = Problem("1", example_variant("cnn-table", "lecture"))
    written = text(problem_document(problem, "en", solution=True, level=1), 80)
    assert "conv2_rf = pool1_rf + 1·(5 − 1)·pool1_jump = 6 + 1·(5 − 1)·2 = 14" in written
    assert "⌊(n + 2p − d·(k − 1) − 1)/s⌋ + 1" in written


def test_a_terminal_tells_a_figure_in_words() -> None:
    drawing = figure("grid", alt="", cells=[[1, 2]]).drawing
    assert text((Picture(drawing, (Text("the map "), Code("q"))),), 80) == "[the map `q`]"
