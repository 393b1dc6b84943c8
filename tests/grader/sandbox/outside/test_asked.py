"""What a sheet asks of a program, put together by problem."""

from __future__ import annotations

from grader.sandbox.outside.asked import Asked
from grader.sandbox.outside.program import Cell, Probe, Wanted
from problems.probe import Call, Gather, Put, Read, Use

CALLED = (Put("x", 3), Call("made", "Layer", ()), Call("y", "made.forward", ("x",)), Read("y.T"))


def test_the_names_of_a_problem_are_its_values_and_what_its_probes_look_for() -> None:
    asked = Asked.of(
        [Wanted("p", ("a",)), Wanted("q", ("b", "c")), Wanted("p", ("d",))],
        [Probe("q", "one", CALLED), Probe("r", "one", (Call("y", "f", ()),))],
    )
    assert asked.names("p") == ("a", "d")
    assert asked.names("q") == ("b", "c", "Layer")
    assert asked.names("r") == ("f",)
    assert asked.names("s") == ()


def test_names_in_paths_are_used_those_that_probes_make_themselves_too() -> None:
    used = Asked.of([], [Probe("q", "one", CALLED)]).used
    assert used == {"Layer", "made", "forward", "y", "T"}


def test_a_function_that_two_problems_look_for_is_contested() -> None:
    probes = [
        Probe("p", "one", (Call("y", "f", ()), Call("z", "g", ()))),
        Probe("q", "one", (Call("y", "f", ()),)),
        Probe("q", "two", (Call("y", "f", ()), Call("z", "h", ()))),
    ]
    assert Asked.of([], probes).contested == {"p": ("f",), "q": ("f",)}


def test_problems_with_cells_come_first_and_each_once() -> None:
    cells = [Cell("", problem="q"), Cell(""), Cell("", problem="p"), Cell("", problem="q")]
    asked = Asked.of([Wanted("p", ("a",)), Wanted("r", ("b",))], [Probe("s", "one", CALLED)])
    assert asked.problems(cells) == ("q", "p", "r", "s")


def test_what_a_probe_gathers_is_not_looked_for_in_the_program() -> None:
    steps = (Put("x", 3), Gather("all", ("x",)), Call("n", "all.count", ("x",)), Read("n"))
    assert Asked.of([], [Probe("p", "one", steps)]).names("p") == ()


def test_what_a_library_has_is_not_looked_for_in_the_program() -> None:
    steps = (Use("SGD", "torch.optim.SGD"), Call("made", "Net"), Call("y", "SGD", ("made",)))
    asked = Asked.of([], [Probe("p", "one", steps), Probe("q", "one", steps)])
    assert asked.names("p") == ("Net",)
    assert asked.contested == {"p": ("Net",), "q": ("Net",)}
    assert asked.used == {"Net", "SGD"}
