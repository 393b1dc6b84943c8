"""What a failed statement means for the names that it would have assigned."""

from __future__ import annotations

from typing import Any

import pytest

from grader.sandbox.outside.outcome import Ended, OverLimit, Raised
from grader.sandbox.outside.program import Cell
from grader.sandbox.outside.survey import Survey

CELLS = (
    Cell("", None, 11, "p"),
    Cell("", "cell 4", 1, "q"),
    Cell("", None, 31, "p"),
)


def survey(*found: list[Any]) -> Survey:
    result = Survey(CELLS)
    for index, statements in enumerate(found):
        result.note_statements(index, statements)
    return result


def test_the_last_statement_that_assigns_a_name_decides() -> None:
    known = survey(
        [(11, ("a",), None, False), (12, ("a", "b"), None, False)], [(1, ("a",), None, False)], []
    )
    first, second = OverLimit("time", "10 s"), Raised("E", "text", "line 12")
    known.note_harmful(0, 0, first)
    assert known.failure_of("p", "a", own_cells=True) is None
    known.note_incident(0, 1, 12, second)
    assert known.failure_of("p", "a", own_cells=True) == second
    assert known.failure_of("q", "a", own_cells=False) is None
    assert known.runnable(0) == [1]
    known.forgive(0, 1)
    assert known.failure_of("p", "b", own_cells=True) is None
    assert [one.place for one in known.in_order()] == ["line 11"]


def test_a_name_that_no_statement_assigns_may_be_in_a_cell_that_could_not_be_read() -> None:
    known = survey([(11, ("a",), None, False)], [(1, ("c",), None, False)])
    crash = Ended("crash", "SIGSEGV")
    known.note_unreadable(2, crash)
    assert known.failure_of("p", "a", own_cells=True) is None
    assert known.failure_of("p", "b", own_cells=True) == crash
    assert known.failure_of("q", "b", own_cells=True) is None
    assert [(one.place, one.names) for one in known.in_order()] == [("line 31", ())]


def test_a_statement_that_could_not_be_read_is_an_incident_at_its_line() -> None:
    known = survey([], [(3, ("a",), ("SyntaxError", "invalid syntax"), False)], [])
    assert known.runnable(1) == []
    raised = Raised("SyntaxError", "invalid syntax", "cell 4, line 3")
    assert known.failure_of("q", "a", own_cells=True) == raised
    assert known.failure_of("other", "a", own_cells=True) == raised  # none of the cells is its own


def test_only_a_line_that_is_a_bare_blank_is_passed_over_below_an_answer() -> None:
    lines = [
        "a = 1",
        "a = ...",
        "a : int = ... ;  # why",
        "a = ..., 2",
        "a = b = ...",
        "b = ...",
        "a = '...'",
        "a = ...; b = 2",
    ]
    found: list[Any] = [(11 + index, ("a",), None, False) for index in range(len(lines))]
    found[4] = (15, ("a", "b"), None, False)
    found[5] = (16, ("b",), None, False)
    known = Survey((Cell("\n".join(lines), None, 11, "p"),), {"p": ("a", "b"), "q": ("b",)})
    known.note_statements(0, found)
    assert known.runnable(0) == [0, 3, 4, 6, 7]
    assert not known.left_blank("p", "a")


def test_a_blank_is_left_where_nothing_else_is_assigned() -> None:
    cells = (Cell("a = ...\nb = ...\na = ...", None, 11, "p"), Cell("b = 1", None, 14, "q"))
    known = Survey(cells, {"p": ("a", "b", "c")})
    lines = enumerate("aba", start=11)
    known.note_statements(
        0, [(line, (name,), None, False, 2, (name,), (), (name,), ()) for line, name in lines]
    )
    known.note_statements(1, [(14, ("b",), None, False)])
    assert known.runnable(0) == [0, 1, 2]
    assert [known.left_blank("p", name) for name in "abc"] == [True, True, False]


def test_a_frame_below_a_function_is_passed_over_and_one_above_is_not() -> None:
    cells = (Cell("", "cell 2", 1, "p"), Cell("", "cell 3", 1, "p"), Cell("", "cell 5", 1, "q"))
    known = Survey(cells, {"p": ("f",), "q": ("f",)})
    known.note_statements(0, [(1, ("f",), None, True), (4, ("f",), None, False)])
    known.note_statements(1, [(1, ("g",), None, True), (3, ("f",), None, True)])
    known.note_statements(2, [(1, ("f",), None, True)])
    assert known.passed_over == ((1, 1),)
    assert [known.runnable(cell) for cell in range(3)] == [[0, 1], [0], [0]]


def test_a_problem_without_cells_has_no_say_in_those_of_another() -> None:
    cells = (Cell("", "cell 2", 1, "p"), Cell("", "cell 5", 1, "q"))
    known = Survey(cells, {"p": ("f",), "q": ("f",), "r": ("f",)})
    known.note_statements(0, [(1, ("f",), None, False)])
    known.note_statements(1, [(1, ("f",), None, True)])
    assert known.passed_over == ()


def test_an_answer_that_fails_at_the_end_is_found_in_any_cell() -> None:
    known = survey([(11, ("a",), None, False)], [(1, ("a", "b"), None, False)], [])
    failed = Raised("E", "text", "cell 4, line 1")
    known.note_incident(1, 0, 1, failed)
    assert known.late_failure_of("a") == known.late_failure_of("b") == failed
    assert known.late_failure_of("c") is None
    known.forgive(1, 0)
    assert known.late_failure_of("a") is None


def test_a_missing_name_is_told_with_a_failure_above_and_one_given_below_with_its_place() -> None:
    broken = (0, (), (), (), (), 0, (), (), ("i",))  # a loop over i that cannot be read
    known = survey(
        [
            (11, (), ("IndentationError", "no body"), False, *broken),
            (12, ("a",), None, False),
            (13, ("b",), None, False),
            (14, ("i", "n"), None, False),
        ],
        [(1, ("m",), None, False)],
        [],
    )
    for number, name in ((1, "i"), (2, "n"), (3, "m")):
        error = Raised("NameError", f"name '{name}' is not defined", f"line {11 + number}")
        known.note_incident(0, number, 11 + number, error)
    hints = [one.outcome.hint for one in known.in_order() if isinstance(one.outcome, Raised)]
    told = [None if hint is None else (hint.key, hint.details.get("place")) for hint in hints]
    assert told == [None, ("lost-name", "line 11"), ("name-given-below", "line 14"), None]
    called_later = known.advised(Raised("NameError", "name 'i' is not defined", "line 12, in f"))
    assert isinstance(called_later, Raised)
    assert called_later.hint is not None and called_later.hint.details["place"] == "line 14"


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        (("f", 0, "hidden"), "hidden"),
        (("f", 1, "hidden"), None),
        (("f", 0, "nothing"), None),
        (("f", True, "hidden"), None),
        (("f", [0], "hidden"), None),
        ((["f"], 0, "hidden"), None),
        (("f", 0), None),
        (3, None),
    ],
)
def test_what_a_child_says_of_a_name_is_taken_if_there_is_such_a_function(
    entry: Any, name: str | None
) -> None:
    known = survey([], [], [])
    record = {"name": "hidden", "kind": "function", "cell": 0, "line": 11, "blank": False}
    known.note_facts(("read", [{**record, "loops": 2, "calls": (), "own_loops": 2, "callees": ()}]))
    known.note_defined("p", [entry])
    found = known.facts.function("f", "p")
    assert (None if found is None else found.name) == name
    assert known.facts.function("f", "q") is None
