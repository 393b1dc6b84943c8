"""Sheets are drawn from a seed, and a file says which sheet it is."""

from __future__ import annotations

import pytest

from grader.sheet import (
    DEFAULT_PROBLEMS,
    Sheet,
    SheetError,
    as_language,
    as_level,
    draw_sheet,
    header_lines,
    read_header,
    requested_variant,
)

MIXED = ("cnn-table:easy", "conv1d-code:hard", "cnn-table@lecture")


def described(sheet: Sheet) -> list[tuple[object, ...]]:
    return [
        (p.key, p.variant.family.key, p.variant.level, p.variant.seed, p.variant.parameters)
        for p in sheet.problems
    ]


def test_the_problems_of_a_sheet_are_numbered_in_order() -> None:
    sheet = draw_sheet("7", MIXED, "hr")
    assert [row[:4] for row in described(sheet)] == [
        ("1", "cnn-table", "easy", "7"),
        ("2", "conv1d-code", "hard", "7"),
        ("3", "cnn-table", "standard", "example lecture"),
    ]
    assert (sheet.name, sheet.language) == ("practice-7", "hr")


def test_the_same_seed_gives_the_same_sheet_and_another_seed_another() -> None:
    first, again, other = (draw_sheet(seed, DEFAULT_PROBLEMS, "en") for seed in ("7", "7", "8"))
    assert described(first) == described(again)
    assert all(a[4] != b[4] for a, b in zip(described(first), described(other), strict=True))


def test_a_problem_asked_for_twice_gives_two_variants() -> None:
    first, second, third = draw_sheet("7", ["cnn-table"] * 3, "en").problems
    assert [p.variant.seed for p in (first, second, third)] == ["7", "7/2", "7/3"]
    assert first.variant.parameters != second.variant.parameters != third.variant.parameters


def test_a_problem_does_not_depend_on_those_beside_it() -> None:
    alone = draw_sheet("7", ["conv1d-code:hard"], "en").problems[0]
    assert alone.variant.parameters == draw_sheet("7", MIXED, "en").problems[1].variant.parameters


def test_the_level_is_standard_if_none_is_said() -> None:
    assert requested_variant("cnn-table", "7").level == "standard"


@pytest.mark.parametrize(
    ("request_", "says"),
    [
        ("cnn-tabel", "there is no family 'cnn-tabel'; there are .*cnn-table.*'grader families'"),
        ("cnn_table", "there is no family 'cnn_table'"),
        ("", "there is no family ''"),
        ("../cnn-table", "there is no family"),
        ("cnn-table:brutal", "there is no level 'brutal'; there are easy, standard, hard"),
        ("cnn-table@lecure", "cnn-table has no published example 'lecure'; it has lecture"),
        ("cnn-tabel@lecture", "there is no family 'cnn-tabel'"),
    ],
)
def test_a_request_that_names_nothing_is_refused_with_what_there_is(
    request_: str, says: str
) -> None:
    with pytest.raises(SheetError, match=says):
        draw_sheet("7", [request_], "en")


def test_levels_and_languages_are_checked_by_name() -> None:
    assert (as_level("hard"), as_language("ru")) == ("hard", "ru")
    with pytest.raises(SheetError, match="no level 'Hard'"):
        as_level("Hard")
    with pytest.raises(SheetError, match="no sheets in 'de'; there are en, hr, pl, ru"):
        as_language("de")


@pytest.mark.parametrize("language", ["en", "hr", "pl", "ru"])
def test_a_header_is_read_back_as_the_sheet_that_it_was(language: str) -> None:
    sheet = draw_sheet("2/ž", MIXED, as_language(language))
    again = read_header("\n".join(["x = 1", *header_lines(sheet), "y = 2"]))
    assert described(again) == described(sheet)
    assert (again.seed, again.language) == ("2/ž", language)


def test_a_header_is_plain_letters_that_any_editor_keeps() -> None:
    assert all(line.isascii() for line in header_lines(draw_sheet("č", MIXED, "ru")))


def test_a_file_is_marked_as_it_was_set_and_nothing_is_drawn_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = header_lines(draw_sheet("7", MIXED, "en"))

    def fail(*_: object) -> None:
        raise AssertionError("a variant was drawn")

    monkeypatch.setattr("grader.sheet.draw_variant", fail)
    assert read_header("\n".join(lines)).problems[0].variant.truth


def test_a_seed_that_is_a_number_is_read_as_its_digits() -> None:
    lines = header_lines(draw_sheet("7", MIXED, "en"))
    assert read_header("\n".join(lines)).seed == "7"


def test_a_sheet_knows_whether_it_needs_pytorch() -> None:
    assert not draw_sheet("7", DEFAULT_PROBLEMS, "en").uses_torch
    assert draw_sheet("7", [*DEFAULT_PROBLEMS, "torch-model-code@lecture"], "en").uses_torch


def test_inputs_of_hidden_checks_are_not_in_the_header() -> None:
    sheet = draw_sheet("7", ["conv1d-code:hard"], "en")
    keys = set(sheet.problems[0].variant.parameters)
    assert keys == {"flip", "stride", "padding", "dilation", "mode"}
