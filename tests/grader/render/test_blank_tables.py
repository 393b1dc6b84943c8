"""Blanks stand one in a row, or in tables of rows and columns, with all that is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from grader.document.markdown import read_markdown
from grader.document.nodes import Code, Document, Items, Paragraph, Strong, Table, Text
from grader.render import blank_tables as module
from grader.render import blanks as described
from grader.render.blank_tables import blank_tables
from grader.render.blanks import Blanks
from grader.render.markdown import markdown
from grader.render.text import one_line, text
from grader.sheet.sheet import Problem
from problems.catalogue import family
from problems.drawing import draw_variant
from problems.family import LEVELS
from problems.forms import Form, Integer, Reasoned, ReasonedChoice, Shape
from problems.rule import Rule
from problems.sentences import LANGUAGES, MissingTextError
from problems.variant import Variant, example_variant
from problems.working import Working
from tests.families.planted import planted


@pytest.fixture(scope="module", autouse=True)
def every_blank() -> Iterator[None]:
    with planted():
        yield


def plain() -> Problem:
    return Problem("1", example_variant("every-blank", "plain"))


def asking(*blanks: Mapping[str, Any], columns: tuple[str, ...] = ()) -> Problem:
    """A problem that asks for these: name, form and value, and how they are asked for."""
    w = Working()
    if columns:
        w.lay_out(columns=columns)
    for each in blanks:
        how = {key: given for key, given in each.items() if key not in ("name", "form", "true")}
        rule = Rule("rule", lambda true: true)
        w.ask(w.derive(each["name"], rule, true=each["true"]), each["form"], **how)
    variant = Variant(family("every-blank"), "easy", "7", {})
    object.__setattr__(variant, "working", w)
    return Problem("1", variant)


def blank(name: str, cell: tuple[str, str], form: Form | None = None, **how: Any) -> dict[str, Any]:
    """A whole number in a table, if nothing else is said."""
    asked = Integer() if form is None else form
    return {"name": name, "form": asked, "true": how.pop("true", 5), "cell": cell, **how}


def table_in(document: Document) -> Table:
    (table,) = (block for block in document if isinstance(block, Table))
    return table


def cells(table: Table) -> list[list[str]]:
    return [[one_line(cell) for cell in row] for row in (table.head, *table.rows)]


def items(document: Document) -> list[str]:
    return [
        one_line(part.inside)
        for block in document
        if isinstance(block, Items)
        for (part,) in block.items
        if isinstance(part, Paragraph)
    ]


def test_blanks_without_a_cell_stand_one_in_a_row_and_those_with_one_in_their_table() -> None:
    first, _, _, caption, second, _ = blank_tables(plain(), "en")
    assert isinstance(first, Table)
    assert [row[0] for row in first.rows] == [
        (Code(name),) for name in ("scaled", "share", "rows", "rows_shape", "pooling", "same")
    ]
    assert caption == Paragraph((Strong((Text("A layer without padding"),)),))
    assert isinstance(second, Table)
    assert cells(second) == [
        ["", "as a number", "as a formula"],
        ["size of the output", "`out`", "`size` (points: 2)"],
        ["multiplications", "", "`cost` (points: 1)"],
    ]


def test_below_a_table_stand_the_formats_of_its_columns_and_meanings_of_blanks() -> None:
    *_, below = blank_tables(plain(), "en")
    assert items((below,)) == [
        "as a number: whole number, px; points per blank: 1",
        "as a formula: expression in `n`, `k`, `s`, in quotes; what may be used: "
        "`+ - * / ^ ( ) // floor() ceil()`",
        "`size` — n′: size of the output, as a formula",
        "`cost` — multiplications of all outputs of one channel, where each of n′² outputs takes "
        "k² of them",
    ]


def test_columns_that_are_alike_are_told_together() -> None:
    problem = asking(
        blank("a", ("size", "number")),
        blank("b", ("size", "formula")),
        blank("c", ("cost", "formula")),
    )
    document = blank_tables(problem, "en")
    assert cells(table_in(document))[1:] == [
        ["size of the output", "`a`", "`b`"],
        ["multiplications", "", "`c`"],
    ]
    assert items(document) == ["as a number, as a formula: whole number; points per blank: 1"]


def test_formats_that_differ_within_a_column_stand_in_its_cells() -> None:
    problem = asking(
        blank("a", ("size", "number"), Shape("C, H"), true=(2, 3)),
        blank("b", ("cost", "number"), marks=3),
    )
    document = blank_tables(problem, "en")
    assert cells(table_in(document))[1:] == [
        ["size of the output", "`a` (shape (channels, height); points: 1)"],
        ["multiplications", "`b` (whole number; points: 3)"],
    ]
    assert items(document) == []


def test_what_most_of_a_column_have_is_told_once_and_the_exceptions_in_their_cells() -> None:
    shape = Shape("C, H, W")
    problem = asking(
        blank("a", ("`conv1`", "size"), shape, true=(2, 3, 5)),
        blank("b", ("`conv2`", "size"), shape, true=(2, 5, 3), marks=3),
        blank("c", ("`fc`", "size"), shape, true=(7,)),
    )
    document = blank_tables(problem, "en")
    assert cells(table_in(document))[1:] == [
        ["`conv1`", "`a`"],
        ["`conv2`", "`b` (points: 3)"],
        ["`fc`", "`c` (shape (N,))"],
    ]
    assert items(document) == [
        "size of the output: shape (channels, height, width); points per blank: 1"
    ]


def test_a_column_that_nothing_is_asked_of_is_empty() -> None:
    problem = asking(blank("a", ("size", "number")), columns=("number", "formula"))
    document = blank_tables(problem, "en")
    assert cells(table_in(document)) == [
        ["", "as a number", "as a formula"],
        ["size of the output", "`a`", ""],
    ]


def test_tables_come_where_their_first_blank_comes() -> None:
    first = blank("a", ("size", "number"), table="layer")
    alone = {"name": "share", "form": Integer(), "true": 3}
    last = blank("c", ("cost", "number"), table="layer")
    document = blank_tables(asking(first, alone, last), "en")
    kinds = [block.head[0] if isinstance(block, Table) else type(block) for block in document]
    assert kinds == [Paragraph, (), Items, (Text("blank"),)]


def test_a_row_or_column_without_a_name_is_an_error_and_never_a_hole() -> None:
    with pytest.raises(MissingTextError, match=r"no 'depth' under \[tables\] in 'hr'"):
        blank_tables(asking(blank("a", ("depth", "number"))), "hr")


def test_a_row_is_called_by_the_name_of_a_layer() -> None:
    document = blank_tables(asking(blank("a", ("`conv1`", "number"))), "ru")
    assert cells(table_in(document)) == [["", "числом"], ["`conv1`", "`a`"]]


WHY = ReasonedChoice(("yes", "no"), ("odd", "padded", "cut"))
SHORT = ReasonedChoice(("yes", "no"), ("odd", "strided"))


def reasoned(name: str, form: ReasonedChoice) -> dict[str, Any]:
    return {"name": name, "form": form, "true": Reasoned("yes", "odd"), "meaning": "same"}


def test_long_reasons_are_listed_once_for_all_that_have_them() -> None:
    document = blank_tables(asking(reasoned("a", WHY), reasoned("b", WHY)), "en")
    table, paragraph, listed = document
    assert paragraph == read_markdown("Reasons for `a`, `b`:")[0]
    assert isinstance(listed, Items)
    assert listed.lettered
    assert items((listed,))[0] == "the kernel is odd"
    assert "reasons:" not in text((table,), 80)
    assert (
        "a) the kernel is odd\nb) the padding makes up for the kernel: 2p = k − 1\nc) the"
        in text((listed,), 80)
    )
    assert markdown((listed,)).startswith(
        "- a) the kernel is odd\n- b) the padding makes up for the kernel: $2 p = k - 1$\n- c)"
    )


def test_short_reasons_stand_beside_their_blank() -> None:
    (table,) = blank_tables(asking(reasoned("a", SHORT)), "en")
    assert "reasons: a) the kernel is odd, b) the stride skips pixels" in one_line(
        table_in((table,)).rows[0][2]
    )


def test_a_planted_table_that_loses_what_differs_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_in_brackets", lambda lines: ())
    monkeypatch.setattr(module, "_tables_of", module._tables_of.__wrapped__)
    with pytest.raises(AssertionError):
        test_formats_that_differ_within_a_column_stand_in_its_cells()
    with pytest.raises(AssertionError):
        test_blanks_without_a_cell_stand_one_in_a_row_and_those_with_one_in_their_table()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_of_tables_is_read_as_it_was_written(language: Any) -> None:
    written = markdown(blank_tables(plain(), language))
    read = read_markdown(written)
    assert [type(block) for block in read].count(Table) == 2
    assert markdown(read) == written


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_fit_a_terminal(language: Any) -> None:
    written = text(blank_tables(plain(), language), 80)
    assert max(map(len, written.splitlines())) <= 80
    assert any(line.startswith("a) ") for line in written.splitlines())


def drawn(request: str, seed: str) -> Problem:
    key, _, level = request.partition(":")
    return Problem("1", draw_variant(key, level, seed))  # type: ignore[arg-type]


@pytest.mark.parametrize("key", ["cnn-table", "conv2d-backprop", "separable-conv", "pooling-hand"])
def test_blanks_of_which_the_same_is_said_are_written_once_and_no_others(key: str) -> None:
    problems = [drawn(f"{key}:{level}", seed) for level in LEVELS for seed in "abc"]
    for language in ("en", "ru"):
        for problem in problems:
            anew = module._tables_of.__wrapped__(Blanks.of(problem, language), language)
            assert blank_tables(problem, language) == anew
            assert markdown(blank_tables(problem, language)) == markdown(anew)
    first, again = problems[3:5]
    assert Blanks.of(first, "en") == Blanks.of(again, "en")
    assert blank_tables(first, "en") is blank_tables(again, "en")
    assert Blanks.of(first, "en") != Blanks.of(first, "ru")
    assert Blanks.of(problems[0], "en") != Blanks.of(problems[-1], "en")


def test_blanks_whose_words_take_parameters_are_written_for_each_variant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, other = drawn("conv2d-backprop:easy", "a"), drawn("conv2d-backprop:easy", "b")
    assert Blanks.of.__wrapped__(Blanks, one, "en") == Blanks.of.__wrapped__(Blanks, other, "en")
    monkeypatch.setattr(described, "is_alike_for_all", lambda *given: False)
    assert Blanks.of.__wrapped__(Blanks, one, "en") != Blanks.of.__wrapped__(Blanks, other, "en")
