"""Of several definitions in one section the last is read, and it is known which that is."""

from __future__ import annotations

from typing import Any

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import Execution, Repetition, Returned
from grader.sandbox.outside.program import Cell, Probe, Wanted
from problems.probe import Call, Put, Read

PROBE = Probe("p", "calls", (Put("x", 5), Call("y", "f", ("x",)), Read("y")))
LAYER = Probe("p", "calls", (Put("x", 5), Call("m", "f"), Call("y", "m.go", ("x",)), Read("y")))
FIRST = "def f(x):\n    return 7\n"
LAST = "def f(x):\n    return 2 * x\n"


def executed(own: str, later: str = "", probe: Probe = PROBE) -> Execution:
    """Of a file in which the section of ``f`` begins at line 1, and another one at line 51."""
    cells = [Cell(own, None, 1, "p"), Cell(f"a = 1\n{later}", None, 51, "q")]
    return execute(cells, [Wanted("q", ("a",))], [probe])


def value(execution: Execution) -> Any:
    (seen,) = execution.observations["p", "calls"]
    assert isinstance(seen, Returned), seen
    return seen.value


@pytest.mark.parametrize(
    ("own", "read", "unread"),
    [
        (FIRST + LAST, "line 3", ("line 1",)),
        (FIRST + "print(f(3))\n" + LAST + "print(f(3))\n", "line 4", ("line 1",)),
        (FIRST + FIRST + "f = lambda x: 2 * x\n", "line 5", ("line 1", "line 3")),
        (LAST + LAST, "line 3", ("line 1",)),
        (
            f"{FIRST}class f:\n    def __new__(cls, x):\n        return 2 * x\n",
            "line 3",
            ("line 1",),
        ),
        (f"{FIRST}{LAST}f = f(7)\n", "line 3", ("line 1",)),
        (f"{FIRST}{LAST}f = (lambda g: lambda x: g(x))(f)\n", "line 3", ("line 1",)),
        (f"def f(x):\n    return f(x - 1)\n{LAST}", "line 3", ("line 1",)),
    ],
)
def test_the_last_of_several_definitions_is_read_and_all_places_are_known(
    own: str, read: str, unread: tuple[str, ...]
) -> None:
    execution = executed(own)
    assert value(execution) == 10
    assert execution.repeated == (Repetition("p", "f", read, unread),)


@pytest.mark.parametrize(
    ("own", "result"),
    [
        (LAST, 10),
        ("def f(x):\n    ...\n" + LAST, 10),
        (LAST + "def f(x):\n    ...\n", 10),
        (LAST + "old = f\ndef f(x):\n    return old(x) + 1\n", 11),
        ("def f(x):\n    return x\n_f = f\nf = lambda x: _f(x)\n", 5),
        (LAST + "if f(1) == 3:\n    def f(x):\n        return 7\n", 10),
        (LAST + "if __name__ == '__main__':\n    def f(x):\n        return 7\n", 10),
        (LAST + "def f(x, old=f):\n    return old(x) + 1\n", 11),
        ("class g:\n    pass\nf = g\nclass f(f):\n    def __new__(cls, x):\n        return x\n", 5),
        ("def f(x):\n    return x\n@lambda own, old=f: old\ndef f(x):\n    return 3\n", 5),
        (f"{FIRST}{LAST}f = abs\n", 5),
        (f"def g(x):\n    return 7\ndef g(x):\n    return 3\n{LAST}", 10),
        (f"{LAST}class Other:\n    def f(self):\n        return 3\n", 10),
    ],
)
def test_what_is_no_second_definition_of_the_answer_is_not_told(own: str, result: int) -> None:
    execution = executed(own)
    assert value(execution) == result
    assert execution.repeated == ()


def test_where_the_last_definition_is_below_the_section_that_alone_is_told() -> None:
    execution = executed(FIRST + FIRST, later=LAST)
    assert value(execution) == 10
    assert [one.later for one in execution.redefined] == ["line 52"]
    assert execution.repeated == ()


@pytest.mark.parametrize("last", ["def f(x:\n    return 3 * x\n", "@undefined\n" + FIRST])
def test_a_last_definition_that_fails_is_told_as_that_and_not_read(last: str) -> None:
    assert executed(FIRST + last).repeated == ()
    execution = executed(FIRST + LAST + last)
    assert value(execution) == 10
    assert execution.repeated == (Repetition("p", "f", "line 3", ("line 1",)),)
    assert [one.place for one in execution.incidents] == ["line 5"]


def test_a_file_without_sections_is_one_section_of_what_one_problem_asks_for() -> None:
    execution = execute([Cell(FIRST + LAST, None, 1, None)], [], [PROBE])
    assert value(execution) == 10
    assert execution.repeated == (Repetition("p", "f", "line 3", ("line 1",)),)


CLASS = "class f:\n    def go(self, x):\n        return {}\n"
AGAIN = "    def go(self, x):\n        return 2 * x\n"


def test_the_last_of_several_methods_is_read_and_all_places_are_known() -> None:
    execution = executed(CLASS.format(7) + AGAIN, probe=LAYER)
    assert value(execution) == 10
    assert execution.repeated == (Repetition("p", "f.go", "line 4", ("line 2",)),)


@pytest.mark.parametrize(
    "own",
    [
        CLASS.format("...") + AGAIN,
        CLASS.format("x * self.n")
        + "    @property\n    def n(self):\n        return 2\n"
        + "    @n.setter\n    def n(self, value):\n        pass\n",
        f"class g:\n{AGAIN}{AGAIN}{CLASS.format('2 * x')}",
    ],
)
def test_methods_of_other_classes_properties_and_frames_are_no_second_answer(own: str) -> None:
    execution = executed(own, probe=LAYER)
    assert value(execution) == 10
    assert execution.repeated == ()


def test_of_a_class_that_is_defined_twice_that_is_told_alone() -> None:
    execution = executed(CLASS.format(7) + CLASS.format("2 * x"), probe=LAYER)
    assert value(execution) == 10
    assert execution.repeated == (Repetition("p", "f", "line 4", ("line 1",)),)
