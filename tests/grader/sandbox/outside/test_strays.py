"""An answer outside its section counts if it is later, in so many words, and nobody else's."""

from __future__ import annotations

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import (
    Blank,
    Correction,
    Doubled,
    Missing,
    Raised,
    Returned,
    Unread,
)
from grader.sandbox.outside.program import Cell, Probe, Wanted
from problems.probe import Call

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
    is_in_use = later.startswith(("L = 5", "x = 5"))
    assert found.unread is (Unread.IN_USE if is_in_use else Unread.IN_STEP)


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
        ("p", "shared"): Correction(None, "line 21", "line 3", Unread.SHARED),
        ("q", "shared"): Correction(None, "line 21", "line 11", Unread.SHARED),
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


def test_an_answer_above_its_section_counts_only_where_there_is_none_in_it() -> None:
    cells = [
        Cell("L = 1\nm = 2\nn = 4\nh = 3\nfor h in [h]: pass\n", "cell 2", 1, None),
        Cell("L = ...\nm = 3\nn = 4\nh = 7\n", "cell 4", 1, "p"),
    ]
    execution = execute(cells, [Wanted("p", ("L", "m", "n", "h"))])
    assert execution.values["p", "L"] == Blank()
    assert execution.values["p", "m"] == Returned(3)
    assert execution.corrections == {
        ("p", "L"): Correction(Returned(1), "cell 2, line 1", None),
        ("p", "m"): Correction(Returned(2), "cell 2, line 2", "cell 4, line 2", Unread.EARLIER),
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


CHANGES = {
    "item": ("item = [1, 2]", "item[0] = 3", [3, 2]),
    "part": ("part = [1, 2]", "part[1:] = [5, 6]", [1, 5, 6]),
    "more": ("more = [1]", "more.append(2)", [1, 2]),
    "sum_": ("sum_ = [1]", "sum_ += [2]", [1, 2]),
    "inner": ("inner = [[1], [2]]", "inner[1].append(3)", [[1], [2, 3]]),
    "less": ("less = [1, 2]", "del less[0]", [2]),
    "named": ("named = 1", 'globals()["named"] = 2', 2),
    "put": ("put = 1", "set_put()", 2),
    "made": ("made = [1, 2]", "made = list(made); made[0] = 3", [3, 2]),
    "said": ("said = 1", "(said := 2)", 2),
}
"""By name: the answer in the section, what changes it below, and what it then is."""


def test_a_change_below_the_section_counts_and_only_what_changes_something_is_a_change() -> None:
    own = "".join(f"{answer}\n" for answer, _, _ in CHANGES.values())
    helper = "def set_put():\n    global put\n    put = 2\n"
    later = [f"{change}\nprint({name})\n" for name, (_, change, _) in CHANGES.items()]
    idle = "more.index(1)\nless.count(2)\nx = item.copy()\nprint(sum(part))\nmade.sort\n"
    cells = [Cell(own, "cell 1", 1, "p"), Cell(helper, "cell 2", 1, None)]
    cells += [Cell(text, f"cell {n}", 1, None) for n, text in enumerate([*later, idle], start=3)]
    found = execute(cells, [Wanted("p", tuple(CHANGES))]).corrections
    assert {name: (one.outcome, one.unread) for (_, name), one in found.items()} == {
        name: (Returned(value), None) for name, (_, _, value) in CHANGES.items()
    }
    assert {one.place for one in found.values()} == {
        f"cell {n}, line 1" for n in range(3, 3 + len(CHANGES))
    }
    assert {name for (_, name), one in found.items() if not one.is_change} == {"sum_", "said"}


def test_a_change_by_what_works_with_the_name_does_not_count_and_is_known() -> None:
    names = ("loop", "popped", "fresh", "shared", "same", "base", "built")
    own = "".join(f"{name} = [1, 2]\n" for name in names)
    cells = [
        Cell(own, "cell 1", 1, "p"),
        Cell("base = [7, 8]\nx = base[0]\n", "cell 2", 1, "r"),
        Cell("shared = [1]\n", "cell 3", 1, "q"),
        Cell("for i in range(2):\n    loop[i] = 0\n", "cell 4", 1, "s"),
        Cell("x = popped.pop()\n", "cell 5", 1, "t"),
        Cell("fresh = [5, 6]\nfresh[0] = 7\n", "cell 6", 1, "u"),
        Cell("shared[0] = 9\nsame[0] = 1\nbase += [9]\n", "cell 7", 1, "v"),
        Cell("built[0] = 3\ny = [one for one in built]\n", "cell 8", 1, "w"),
    ]
    execution = execute(cells, [Wanted("p", names), Wanted("q", ("shared",))])
    assert all(execution.values["p", name] == Returned([1, 2]) for name in names)
    assert {name: one.unread for (_, name), one in execution.corrections.items()} == {
        "loop": Unread.IN_STEP,
        "popped": Unread.IN_STEP,
        "fresh": Unread.IN_USE,
        "base": Unread.IN_USE,
        "built": Unread.IN_USE,
    }


@pytest.mark.parametrize(
    ("last", "doubled"),
    [
        ("a = 5\nb = c = 6\na = 7\n", ("a", "line 13", "line 11", "line 1")),
        ("a = 5\nb = c = 6\n\nc = 7\n", ("c", "line 14", "line 12", "line 3")),
        ("a = 5\na = 7\nb = c = 6\n", None),
        ("a = 5\nb = c = 6\na = a + 7\n", None),
        ("a = 5\nb = c = 6\nfor a in range(8): pass\n", None),
        ("a = 5\nb = c = 6\na = 5\nb = 7\nc = 6\n", None),
    ],
)
def test_an_answer_to_two_problems_at_the_end_of_the_last_section_is_read_there_and_known(
    last: str, doubled: tuple[str, str, str, str] | None
) -> None:
    names = ("a", "b", "c")
    cells = [Cell("a = 1\nb = 2\nc = 3\n", None, 1, "p"), Cell(last, None, 11, "q")]
    execution = execute(cells, [Wanted("p", names), Wanted("q", names)])
    assert execution.values["p", "a"] == Returned(1)
    assert execution.corrections == {}
    if doubled is None:
        assert execution.doubled == ()
    else:
        name, place, first, other = doubled
        assert execution.doubled == (Doubled("q", name, place, first, (("p", other),)),)


def test_a_value_that_no_statement_changes_in_so_many_words_is_the_section_s_and_known() -> None:
    names = ("alias", "handed", "run", "shown", "late", "ended")
    own = "alias = [1]\nhanded = [1]\nrun = 1\nshown = [1]\nlate = [1]\nended = 1\n"
    later = (
        "other = alias\nother[0] = 2\ndef fill(rows):\n    rows[0] = 2\nfill(handed)\n"
        "exec('run = 2')\nprint(shown)\nlate.append(3)\nfill(late)\nclass Bad:\n"
        "    def __array__(self): raise SystemExit\nexec('ended = Bad()')\n"
    )
    cells = [Cell(own, "cell 1", 1, "p"), Cell(later, "cell 2", 1, None)]
    execution = execute(cells, [Wanted("p", names)])
    assert execution.values["p", "alias"] == Returned([1])
    assert execution.corrections == {
        ("p", "alias"): Correction(Returned([2]), "", "cell 1, line 1", Unread.UNSEEN, True),
        ("p", "handed"): Correction(Returned([2]), "", "cell 1, line 2", Unread.UNSEEN, True),
        ("p", "run"): Correction(Returned(2), "", "cell 1, line 3", Unread.UNSEEN, True),
        ("p", "late"): Correction(
            Returned([1, 3]), "cell 2, line 8", "cell 1, line 5", None, is_change=True
        ),
    }


WORKING = "rf = 1\njump = 1\nrf = rf + 6 * jump\njump = jump * 2\nshape = (3, 62, 62)\n"


@pytest.mark.parametrize(
    "answers", ["conv1_rf = 5\n", "conv1_rf = ...\n", "def conv1d(x): return x\n"]
)
def test_what_stands_above_the_answers_of_another_section_is_its_working(answers: str) -> None:
    cells = [
        Cell("shape = (16, 32, 22)\nrf = 14\njump = 8\n", None, 1, "p"),
        Cell(WORKING + answers, None, 11, "q"),
    ]
    asked = Wanted("q", ("conv1_rf",))
    probes = [] if "conv1_rf" in answers else [Probe("q", "works", (Call("y", "conv1d", ()),))]
    execution = execute(cells, [Wanted("p", ("shape", "rf", "jump")), asked], probes)
    assert execution.values["p", "rf"] == Returned(14)
    assert {one.unread for one in execution.corrections.values()} == {Unread.IN_USE}
    assert {name for _, name in execution.corrections} == {"shape", "rf", "jump"}


def test_below_the_answers_of_another_section_it_is_a_correction() -> None:
    cells = [
        Cell("shape = (16, 32, 22)\n", None, 1, "p"),
        Cell("conv1_rf = 5\nshape = (3, 62, 62)\nconv1_rf = 7\n", None, 11, "q"),
    ]
    execution = execute(cells, [Wanted("p", ("shape",)), Wanted("q", ("conv1_rf",))])
    assert execution.corrections["p", "shape"].unread is None


@pytest.mark.parametrize(
    ("below", "told"),
    [
        ("L = 1.4", ["L"]),
        ("L = L * 2", []),  # which goes on with it
        ("def f(x): return x", []),
        ("", []),
    ],
)
def test_an_answer_that_is_given_once_more_below_all_others_is_told(
    below: str, told: list[str]
) -> None:
    cells = [Cell(f"def f(x): return 2 * x\nL = 3.3\ndL = 1\n{below}\n", None, 1, "p")]
    probe = Probe("p", "works", (Call("y", "f", ()),))
    execution = execute(cells, [Wanted("p", ("L", "dL"))], [probe])
    assert [one.name for one in execution.doubled] == told
    assert all(one.first == "line 2" and one.place == "line 4" for one in execution.doubled)
