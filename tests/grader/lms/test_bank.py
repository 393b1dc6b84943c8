"""Banks: as many different variants as were asked for, and the same ones each time."""

from __future__ import annotations

import json

import pytest

from grader.lms.bank import MOST_VARIANTS, bank, by_problem
from grader.sheet.sheet import Sheet, SheetError, draw_sheet


def exercises(sheets: tuple[Sheet, ...], place: int) -> list[str]:
    return [json.dumps(sheet.problems[place].variant.parameters) for sheet in sheets]


def test_no_two_sheets_of_a_bank_have_the_same_exercise() -> None:
    sheets = bank("4", ("find-the-mistake", "conv2d-hand:easy"), "en", 12)
    for place in range(2):
        assert len(set(exercises(sheets, place))) == 12


def test_a_problem_that_is_asked_for_twice_has_other_variants_each_time() -> None:
    sheets = bank("4", ("find-the-mistake", "find-the-mistake"), "en", 5)
    assert len({*exercises(sheets, 0), *exercises(sheets, 1)}) == 10


def test_a_bank_begins_with_the_sheet_of_its_seed_and_with_a_smaller_bank() -> None:
    requests = ("conv1d-hand",)
    sheets = bank("9", requests, "en", 6)
    assert exercises(sheets[:1], 0) == exercises((draw_sheet("9", requests, "en"),), 0)
    assert exercises(sheets[:3], 0) == exercises(bank("9", requests, "en", 3), 0)


def test_too_many_variants_are_refused_with_how_many_there_are() -> None:
    with pytest.raises(SheetError, match="50 variants of conv1d-code were wanted, but only 12"):
        bank("1", ("conv1d-code",), "en", 50)


def test_a_published_example_has_one_variant() -> None:
    with pytest.raises(SheetError, match="but only 1 came"):
        bank("1", ("cnn-table@" + example(),), "en", 2)


def example() -> str:
    from problems.catalogue import family

    return next(iter(family("cnn-table").examples))


@pytest.mark.parametrize("variants", [0, MOST_VARIANTS + 1])
def test_a_number_of_variants_that_no_bank_has_is_refused(variants: int) -> None:
    with pytest.raises(SheetError, match=f"1 to 1000 variants of a problem, not {variants}"):
        bank("1", ("conv2d-hand",), "en", variants)


def test_sheets_with_other_problems_are_no_bank() -> None:
    sheets = [draw_sheet("1", (request,), "en") for request in ("conv2d-hand", "cnn-table")]
    with pytest.raises(SheetError, match="conv2d-hand:standard and cnn-table:standard"):
        by_problem(sheets)


def test_no_sheets_are_no_bank() -> None:
    with pytest.raises(SheetError, match="a sheet at least was expected"):
        by_problem([])
