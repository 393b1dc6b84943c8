"""An answer that rests on a statement which was stopped is known, and no other is."""

from __future__ import annotations

import pytest

from grader.sandbox.inside import ease, names
from grader.sandbox.inside.reading import Statement, read_cell
from grader.sandbox.outside.outcome import OverLimit, Unfinished
from grader.sandbox.outside.program import Cell
from grader.sandbox.outside.survey import Survey
from grader.sandbox.outside.unfinished import unfinished

LATE = OverLimit("time", "10 s")
LOOP = "t = 0\nfor i in range(9):\n    t += i\n"


def surveyed(sources: dict[str, str], asked: dict[str, tuple[str, ...]]) -> Survey:
    """A program, each of whose cells answers a problem, in which every ``for`` is stopped."""
    cells = tuple(Cell(source, None, 1, problem) for problem, source in sources.items())
    known = Survey(cells, asked)
    for number, cell in enumerate(cells):
        read = read_cell(cell.source, 1, "<submission 0>", 0)[0]
        known.note_statements(number, [_form(one) for one in read])
        for place, one in enumerate(read):
            if type(one.node).__name__ == "For":
                known.note_harmful(number, place, LATE)
    return known


def _form(one: Statement) -> tuple[object, ...]:
    return (
        *(one.line, one.names, one.error, False),
        *(ease.ease(one.node), ease.touched(one.node), ()),
        *(names.given(one.node), names.used(one.node), one.block, ()),
    )


def rests(source: str, name: str = "L") -> str | None:
    """The name that an answer rests on, if it rests on one that is not finished."""
    found = unfinished(surveyed({"p": source}, {"p": (name,)}))
    assert found in ({}, {("p", name): found.get(("p", name))})
    return found["p", name].name if found else None


@pytest.mark.parametrize(
    "below",
    [
        "L = t / 3\n",
        "u = t + 1\nL = u ** 2\n",
        "u = 0\nu += t\nL = u\n",
        "if t > 3:\n    L = 1\nelse:\n    L = 2\n",
        "u = [1]\nu[0] = t\nL = u[0]\n",
        "def f(x):\n    return x + t\nL = f(3)\n",
        "L = sum(t * k for k in range(2))\n",
    ],
)
def test_what_is_worked_out_from_a_sum_that_was_stopped_rests_on_it(below: str) -> None:
    assert rests(LOOP + below) == "t"


@pytest.mark.parametrize(
    "below",
    [
        "L = 3\n",
        "t = 4\nL = t\n",
        "L = np.sum(k)\n",
        "def f(t):\n    return t\nL = f(3)\n",
        "L = sum(t for t in (1, 2))\n",
    ],
)
def test_what_is_worked_out_from_other_things_rests_on_nothing(below: str) -> None:
    assert rests("import numpy as np\nk = 1\n" + LOOP + below) is None


def test_a_library_that_a_stopped_statement_calls_is_not_unfinished() -> None:
    source = "import numpy as np\nt = 0\nfor i in range(9):\n    t += np.sum(i)\nL = np.log(2)\n"
    assert rests(source) is None


def test_what_was_changed_in_a_stopped_statement_is_told_with_its_place() -> None:
    source = "dw = [0]\nfor i in range(9):\n    dw[0] += i\n"
    found = unfinished(surveyed({"p": source}, {"p": ("dw",)}))
    assert found == {("p", "dw"): Unfinished("dw", "line 2")}


def test_each_problem_is_judged_where_its_section_ends() -> None:
    sources = {"p": "L = 3\n", "q": LOOP + "L = t\nM = 1\n", "r": "M = L\n"}
    asked = {"p": ("L",), "q": ("L", "M"), "r": ("M",), "nowhere": ("t",)}
    found = unfinished(surveyed(sources, asked))
    assert set(found) == {("q", "L"), ("r", "M"), ("nowhere", "t")}
    assert set(found.values()) == {Unfinished("t", "line 2")}
