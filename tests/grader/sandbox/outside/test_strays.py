"""An answer outside its section counts if it is later, in so many words, and nobody else's."""

from __future__ import annotations

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import Blank, Correction, Missing, Raised, Returned
from grader.sandbox.outside.program import Cell, Wanted

WANTED = [Wanted("p", ("L", "dL", "shared")), Wanted("q", ("shared",))]
OWN = "L = 3.3\ndL = 1\nshared = 2\n"


def corrections(later: str, own: str = OWN) -> dict[str, Correction]:
    """By name, of a file whose sections begin at lines 1, 11 and 21."""
    cells = [
        Cell(own, None, 1, "p"),
        Cell("shared = 4\n", None, 11, "q"),
        Cell(later, None, 21, "r"),
    ]
    execution = execute(cells, WANTED)
    assert {problem for problem, _ in execution.corrections} <= {"p", "q"}
    return {name: one for (problem, name), one in execution.corrections.items() if problem == "p"}


@pytest.mark.parametrize(
    ("later", "value"),
    [
        ("L = 1.4", 1.4),
        ("L: float = 1.4", 1.4),
        ("L += 1", 4.3),
        ("L, other = 1.4, 2", 1.4),
        ("L = other = 1.4", 1.4),
        ("L = 5\nL = 1.4", 1.4),
        ("L = 1.4\nprint(L)", 1.4),
        ("L = 1.4\ndL = 2 * L", 1.4),
        ("def f(x):\n    L = len(x)\n    return L\nL = 1.4", 1.4),
        ("def f(L):\n    return L\nL = 1.4", 1.4),
        ("L = 1.4\nL = 1.5 if L > 1 else L", 1.5),
    ],
)
def test_a_later_answer_counts(later: str, value: float) -> None:
    found = corrections(later)["L"]
    line = 20 + max(n for n, text in enumerate(later.split("\n"), 1) if text.startswith("L"))
    assert found == Correction(Returned(pytest.approx(value)), f"line {line}", "line 1")


@pytest.mark.parametrize(
    "later",
    [
        "for L in range(3): pass",
        "L = 5\nx = [0] * L",
        "L = 5\nfor i in range(L): pass",
        "L = 5\ndef f(): return L",
        "x = 5\nL = x\ny = L + 1\nL = 7",
        "with open('/dev/null') as L: pass",
        "if dL:\n    L = 5",
        "while True:\n    L = 5\n    break",
        "import math as L",
        "def L(): return 1",
    ],
)
def test_what_another_section_works_with_is_not_the_answer(later: str) -> None:
    found = corrections(later)["L"]
    assert found.outcome is None
    assert found.own == "line 1"


def test_a_name_that_two_problems_ask_for_is_read_in_their_sections_alone() -> None:
    cells = [
        Cell(OWN, None, 1, "p"),
        Cell("shared = 4\n", None, 11, "q"),
        Cell("shared = 9\n", None, 21, None),
    ]
    execution = execute(cells, WANTED)
    assert execution.values["p", "shared"] == Returned(2)
    assert execution.values["q", "shared"] == Returned(4)
    assert execution.corrections == {
        ("p", "shared"): Correction(None, "line 21", "line 3"),
        ("q", "shared"): Correction(None, "line 21", "line 11"),
    }


@pytest.mark.parametrize("later", ["", "print(L)", "L = ...", "L = 1 / 0", "x = 1", "L[0] = 1"])
def test_where_there_is_no_later_answer_nothing_is_said(later: str) -> None:
    assert corrections(later) == {}


def test_the_last_answer_of_its_own_section_is_as_in_python() -> None:
    cells = [
        Cell("L = 1\n", "cell 2", 1, "p"),
        Cell("L = 2\n", "cell 4", 1, "r"),
        Cell("L = 3\n", "cell 6", 1, "p"),
    ]
    execution = execute(cells, [Wanted("p", ("L",))])
    assert execution.values == {("p", "L"): Returned(3)}
    assert execution.corrections == {}


def test_an_answer_above_its_section_counts_where_there_is_none_in_it() -> None:
    cells = [
        Cell("L = 1\nm = 2\n", "cell 2", 1, None),
        Cell("L = ...\nm = 3\n", "cell 4", 1, "p"),
    ]
    execution = execute(cells, [Wanted("p", ("L", "m"))])
    assert execution.values == {("p", "L"): Blank(), ("p", "m"): Returned(3)}
    assert execution.corrections == {
        ("p", "L"): Correction(Returned(1), "cell 2, line 1", None),
    }


def test_an_answer_that_was_appended_to_a_blank_is_told_too() -> None:
    found = corrections("L = 1.4", own="L = ...\n")
    assert found == {"L": Correction(Returned(1.4), "line 21", None)}


def test_a_problem_without_a_section_has_its_answers_anywhere() -> None:
    cells = [Cell("L = 1\n", None, 1, "q"), Cell("L = 2\n", None, 5, None)]
    execution = execute(cells, [Wanted("p", ("L",))])
    assert execution.values == {("p", "L"): Returned(2)}
    assert execution.corrections == {}


def test_a_correction_that_ends_the_process_is_none() -> None:
    cells = [
        Cell("L = 1\n", None, 1, "p"),
        Cell("import os\nL = os._exit(1)\nz = 1 / 0\n", None, 5, "r"),
    ]
    execution = execute(cells, [Wanted("p", ("L",)), Wanted("r", ("z", "none"))])
    assert execution.values["p", "L"] == Returned(1)
    assert isinstance(execution.values["r", "z"], Raised)
    assert execution.values["r", "none"] == Missing("none")
    assert execution.corrections == {}
