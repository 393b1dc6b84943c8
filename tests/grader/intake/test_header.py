"""The header of a sheet is found wherever a tool has put it, and may stand there twice."""

from __future__ import annotations

import pytest

from grader.intake.header import sheet_of
from grader.intake.passage import Passage
from grader.sheet.header import header_lines
from grader.sheet.sheet import SheetError, draw_sheet

LINES = header_lines(draw_sheet("7", ["cnn-table", "conv1d-code"], "en"))
HEADER = "\n".join(LINES)
OTHER = "\n".join(header_lines(draw_sheet("8", ["cnn-table", "conv1d-code"], "en")))


def seed(*passages: Passage) -> str:
    return sheet_of(passages).seed


def test_the_same_header_several_times_is_one() -> None:
    assert seed(Passage(f"{HEADER}\nx = 1\n{HEADER}"), Passage(HEADER)) == "7"


def test_headers_that_are_not_alike_are_refused() -> None:
    with pytest.raises(SheetError, match="2 headers that are not alike; keep the lines"):
        seed(Passage(HEADER), Passage(OTHER))


def test_a_header_may_be_cut_over_cells_and_indented() -> None:
    assert seed(*(Passage(f"    {line}") for line in LINES)) == "7"


def test_a_header_is_found_in_what_is_no_code_if_no_code_has_one() -> None:
    text = "\n".join(f"{line.removeprefix('# ')}<br>" for line in LINES)
    assert seed(Passage("x = 1"), Passage(text, is_code=False)) == "7"
    assert seed(Passage(OTHER), Passage(text, is_code=False)) == "8"


@pytest.mark.parametrize("missing", range(len(LINES)))
def test_a_header_without_one_of_its_lines_is_damaged(missing: int) -> None:
    lines = [line for place, line in enumerate(LINES) if place != missing]
    with pytest.raises(SheetError, match="header of this sheet is damaged"):
        seed(Passage("\n".join(lines)))


def test_a_second_header_that_was_changed_is_refused() -> None:
    with pytest.raises(SheetError, match="not alike"):
        seed(Passage(HEADER), Passage(HEADER.replace('"seed": "7"', '"seed": "9"')))


def test_no_header_is_no_sheet() -> None:
    with pytest.raises(SheetError, match="this is no sheet of the grader"):
        seed(Passage("x = 1"), Passage("some words", is_code=False))
