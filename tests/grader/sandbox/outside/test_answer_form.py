"""What a child says is looked at only where it has the form of an answer."""

from __future__ import annotations

import pytest

from grader.sandbox.outside.answer_form import is_answer

CELLS = 2


@pytest.mark.parametrize(
    "answer",
    [
        ("done",),
        ("value", object()),
        ("cell", [], [], []),
        ("missing", "name", "f"),
        ("memory", None),
        ("exit", "SystemExit", (1, 0)),
        ("raised", "ValueError", "no", (0, 12)),
    ],
)
def test_an_answer_has_its_kind_and_what_belongs_to_it(answer: tuple[object, ...]) -> None:
    assert is_answer(answer, CELLS)
    assert not is_answer(answer[1:], CELLS)
    assert not is_answer((*answer, None), CELLS)
    assert not is_answer(list(answer), CELLS)


@pytest.mark.parametrize("place", [(2, 1), (-1, 1), (0, -1), (0,), (0, 1, 2), [0, 1], (True, 1)])
def test_a_place_is_a_line_of_a_cell_that_there_is(place: object) -> None:
    assert not is_answer(("exit", "", place), CELLS)


@pytest.mark.parametrize("answer", [None, (), "done", ("done", 1), ("read", ()), (["done"],)])
def test_whatever_else_comes_is_no_answer(answer: object) -> None:
    assert not is_answer(answer, CELLS)
