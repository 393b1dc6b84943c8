"""Rows of CSV as they come, and cells that do nothing."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from grader.files.cells import harmless, lines_of

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
ROWS = st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4)


@given(rows=ROWS, between=st.sampled_from(",;\t"))
def test_what_is_written_is_read_again(rows: list[list[str]], between: str) -> None:
    text = "".join(lines_of(rows, between))
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=between)) == rows


@given(text=CELLS)
def test_no_cell_begins_as_a_formula(text: str) -> None:
    assert not harmless(text).startswith(("=", "+", "-", "@"))
    assert harmless(text).removeprefix("'") == text.removeprefix("'")
