"""Of the cells that were run those count that nothing has taken the place of."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from grader.intake.notebook import notebook_passages
from grader.jupyter.cells import as_notebook, cells_that_count, header_run

HEADER = '# grader-sheet: {"format":2,"seed":"1","language":"en"}\nimport numpy as np'
OTHER = '# grader-sheet: {"format":2,"seed":"2","language":"en"}\nimport numpy as np'
FIRST, AGAIN = "# %% problem 1: Table\nh = 3", "# %% problem 1: Table\nh = 4"
SECOND = "# %% problem 2: Map\nq = [1]"


def test_an_answer_that_was_run_again_takes_the_place_of_the_first() -> None:
    assert cells_that_count([HEADER, FIRST, SECOND, AGAIN]) == [HEADER, "", SECOND, AGAIN]


def test_cells_keep_their_numbers_so_that_places_are_named_as_they_are_seen() -> None:
    text = as_notebook(cells_that_count([HEADER, FIRST, AGAIN, "k = 1"]), None)
    passages, remarks = notebook_passages(text)
    assert [one.place for one in passages if "h = 4" in one.source] == ["cell 3"]
    assert not remarks


def test_a_cell_with_two_problems_counts_until_both_were_run_later() -> None:
    both = f"{FIRST}\n{SECOND}"
    assert cells_that_count([HEADER, both, AGAIN]) == [HEADER, both, AGAIN]
    assert cells_that_count([HEADER, both, AGAIN, SECOND]) == [HEADER, "", AGAIN, SECOND]


def test_what_a_student_has_added_counts_in_the_order_in_which_it_was_run() -> None:
    run = [HEADER, "k = 1", "def f():\n    return k", "k = 2"]
    assert cells_that_count(run) == run


def test_what_came_before_another_sheet_does_not_count() -> None:
    assert cells_that_count([HEADER, FIRST, OTHER, SECOND]) == ["", "", OTHER, SECOND]


def test_the_header_of_the_sheet_is_the_one_that_was_run_last() -> None:
    assert header_run([HEADER, OTHER, FIRST]) == OTHER.splitlines()[0].removeprefix("# ")
    assert header_run([FIRST, "x = 1"]) is None


@given(st.lists(st.sampled_from([HEADER, FIRST, AGAIN, SECOND, "k = 1", "k = 2", ""]), max_size=8))
def test_what_was_run_last_of_each_problem_is_there_once(run: list[str]) -> None:
    kept = cells_that_count(run)
    assert len(kept) == len(run)
    assert all(cell in (original, "") for cell, original in zip(kept, run, strict=True))
    for own in ((FIRST, AGAIN), (SECOND,)):
        last = [cell for cell in run if cell in own][-1:]
        assert [cell for cell in kept if cell in own] == last


def test_what_a_sheet_of_an_assignment_tells_is_in_its_metadata() -> None:
    made = json.loads(as_notebook([HEADER], "{}"))
    assert made["metadata"] == {"grader": {"grader-data": "{}"}}
