"""Probes call the student's functions, one step at a time, and one that fails costs only itself."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import (
    Blank,
    Ended,
    Execution,
    Missing,
    NotReached,
    Outcome,
    OverLimit,
    PassedOver,
    Raised,
    Returned,
)
from grader.sandbox.outside.program import Cell, Probe, Wanted
from grader.sandbox.wire.frames import Opaque
from problems.probe import Call, Gather, Put, Read, Step

SHORT = Limits(call_seconds=0.5)


def probe(source: str, *steps: Step, limits: Limits | None = None) -> list[Outcome]:
    """What one probe of a file that begins at line 11 observes."""
    execution = execute(
        [Cell(source, None, 11, "p")], [], [Probe("p", "only", steps)], limits=limits
    )
    return list(execution.observations["p", "only"])


def call(source: str, function: str, *values: Any, limits: Limits | None = None) -> Outcome:
    """What a function returns for some values."""
    names = [f"v{index}" for index in range(len(values))]
    puts = [Put(name, value) for name, value in zip(names, values, strict=True)]
    (outcome,) = probe(
        source, *puts, Call("out", function, tuple(names)), Read("out"), limits=limits
    )
    return outcome


LAYER = """
class Layer:
    def __init__(self, w, scale=1):
        self.w = w
        self.scale = scale
        self.history = []
    def fwd_pass(self, p):
        self.p = p
        self.history.append(p)
        return [self.scale * sum(a * b for a, b in zip(p[i:], self.w)) for i in range(len(p) - 1)]
    def bwd_pass(self, dq):
        ...
"""


def test_a_function_is_called_with_inputs_of_every_kind() -> None:
    source = "def same(*values): return values\n"
    values = [3, 2.5, Fraction(2, 3), "same", (4, 5), [6, [7]], None, {"k": 1}]
    assert call(source, "same", *values) == Returned(tuple(values))


def test_objects_of_the_program_are_handed_over_in_a_list_and_pairs_in_a_tuple() -> None:
    source = (
        "class Box:\n"
        "    def __init__(self, n): self.n = n\n"
        "def add(boxes, pairs):\n"
        "    for box in boxes: box.n += pairs[0][1]\n"
        "    return [box.n for box in boxes], type(pairs[0]).__name__\n"
    )
    steps = (
        *(Put("m", 3), Put("n", 5), Call("a", "Box", ("m",)), Call("b", "Box", ("n",))),
        *(Gather("boxes", ("b", "a")), Gather("pair", ("m", "n"), as_tuple=True)),
        *(Gather("pairs", ("pair",)), Call("sums", "add", ("boxes", "pairs"))),
        *(Read("sums.0"), Read("sums.1"), Read("a.n"), Read("boxes.0.n")),
    )
    seen = [Returned([10, 8]), Returned("tuple"), Returned(8), Returned(10)]
    assert probe(source, *steps) == seen


@pytest.mark.parametrize(("value", "count"), [("3", 1), ("[3]", 1), ("()", 0)])
def test_a_value_that_is_not_there_is_an_error_of_the_program(value: str, count: int) -> None:
    (found,) = probe(f"def f(): return {value}\n", Call("y", "f"), Read("y.1"))
    assert isinstance(found, Raised)
    assert found.message == f"not enough values to unpack (expected 2, got {count})"


def test_what_is_no_list_and_no_tuple_is_one_value() -> None:
    assert probe("def f(): return 3\n", Call("y", "f"), Read("y.0")) == [Returned(3)]


def test_an_array_goes_down_and_comes_back() -> None:
    source = "import numpy as np\ndef conv1d(x, w): return np.correlate(x, w)\n"
    found = call(source, "conv1d", np.array([1.0, 2.0, 4.0, 8.0]), np.array([1.0, -1.0]))
    assert isinstance(found, Returned)
    np.testing.assert_array_equal(found.value, [-1, -2, -4])


def test_an_input_that_the_function_changes_is_seen_changed_and_ours_is_not() -> None:
    ours = np.array([1.0, 2.0, 3.0])
    steps = (Put("x", ours), Call("y", "double", ("x",)), Read("x"))
    (found,) = probe("def double(x):\n    x *= 2\n    return x\n", *steps)
    assert isinstance(found, Returned)
    np.testing.assert_array_equal(found.value, [2, 4, 6])
    np.testing.assert_array_equal(ours, [1, 2, 3])


def test_an_object_is_made_and_its_methods_and_attributes_are_used() -> None:
    found = probe(
        LAYER,
        Put("w", [1, -1]),
        Put("two", 2),
        Put("p", [5, 7, 4]),
        Call("layer", "Layer", ("w",), {"scale": "two"}),
        Call("q", "layer.fwd_pass", ("p",)),
        Read("q"),
        Read("layer.scale"),
        Read("layer.history"),
        Read("layer"),
    )
    assert found == [
        Returned([-4, 6]),
        Returned(2),
        Returned([[5, 7, 4]]),
        Returned(Opaque("Layer")),
    ]


def test_what_was_read_before_a_failing_step_stays() -> None:
    found = probe(
        LAYER,
        Put("w", [1, 2]),
        Call("layer", "Layer", ("w",)),
        Read("layer.w"),
        Call("q", "layer.fwd_pass", ()),
        Read("q"),
        Read("layer.w"),
    )
    missing = "Layer.fwd_pass() missing 1 required positional argument: 'p'"
    failure = Raised("TypeError", missing, "line 17")  # where the method begins
    assert found == [Returned([1, 2]), failure, failure]


def test_a_read_that_fails_costs_only_itself() -> None:
    found = probe(
        LAYER,
        Put("w", [1, 2]),
        Call("layer", "Layer", ("w",)),
        Read("layer.bias"),
        Read("layer.w"),
    )
    assert found == [Missing("bias"), Returned([1, 2])]


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        ("def f(x):\n    ...\n", Blank()),
        ("def f(x):\n    '''To do.'''\n    raise NotImplementedError\n", Blank()),
        ("f = ...\n", Blank()),
        ("class f: ...\n", Blank()),
        ("def f(x): return ...\n", Blank()),
        ("def f(x):\n    x = 1\n", Returned(None)),
        (
            "def f(): return 1\n",
            Raised("TypeError", "f() takes 0 positional arguments but 1 was given", "line 11"),
        ),
        (
            "def f(x):\n    return x / 0\n",
            Raised("ZeroDivisionError", "division by zero", "line 12"),
        ),
        ("f = 5\n", Raised("TypeError", "'int' object is not callable", None)),
        ("def F(x): return x\n", Missing("f", ("F",))),
        ("def conv(x): return x\n", Missing("f", ())),
        ("def f(x) return x\n", Raised("SyntaxError", "expected ':'", "line 11")),
        (
            "@nothing\ndef f(x): return x\n",
            Raised("NameError", "name 'nothing' is not defined", "line 11"),
        ),
        ("import sys\ndef f(x):\n    sys.exit(x)\n", Ended("exit", "SystemExit: 3", "line 13")),
        ("import os\ndef f(x): os._exit(x)\n", Ended("exit", "exit code 3", "line 12")),
        ("import os\ndef f(x): os.abort()\n", Ended("crash", "SIGSEGV or SIGABRT", "line 12")),
        ("def f(x): return [0] * 2_000_000\n", OverLimit("result", "1000000 elements", None)),
        ("def f(x): return bytearray(10**12)\n", OverLimit("memory", "2 GiB", "line 11")),
        ("def f(x):\n    while x: pass\n", OverLimit("time", "0.5 s", "line 12")),
    ],
)
def test_each_way_to_fail_has_an_outcome_of_its_own(source: str, outcome: Outcome) -> None:
    assert call(source, "f", 3, limits=SHORT) == outcome


def test_a_blank_method_is_blank_and_what_follows_too() -> None:
    found = probe(
        LAYER,
        Put("w", [1, 2]),
        Call("layer", "Layer", ("w",)),
        Call("dp", "layer.bwd_pass", ("w",)),
        Read("dp"),
        Read("layer.dw"),
    )
    assert found == [Blank(), Blank()]


def test_a_class_that_a_later_problem_leaves_blank_is_none_the_worse_in_its_own() -> None:
    full = "class Layer:\n    def fwd_pass(self, p): return 2 * p\n"
    blank = "class Layer:\n    def fwd_pass(self, p):\n        ...\n"
    steps = (Put("p", 3), Call("layer", "Layer"), Call("q", "layer.fwd_pass", ("p",)), Read("q"))
    for sources in ((full, blank, full), (blank, full, blank)):
        cells = [Cell(source, None, 1, str(n)) for n, source in enumerate(sources)]
        probes = [Probe(str(n), "one", steps) for n in range(3)]
        found = execute(cells, [], probes).observations
        expected = [Returned(6) if source is full else Blank() for source in sources]
        assert [found[str(n), "one"] for n in range(3)] == [(one,) for one in expected]


def test_a_missing_method_names_those_that_are_similar() -> None:
    steps = (
        Put("w", [1]),
        Call("layer", "Layer", ("w",)),
        Call("q", "layer.fwdpass", ("w",)),
        Read("q"),
    )
    assert probe(LAYER, *steps) == [Missing("fwdpass", ("fwd_pass", "bwd_pass"))]


def test_an_attribute_that_raises_tells_where() -> None:
    source = "class K:\n    @property\n    def dw(self):\n        return self.nothing\n"
    (found,) = probe(source, Call("k", "K"), Read("k.dw"))
    assert found == Raised("AttributeError", "'K' object has no attribute 'nothing'", "line 14")


def test_an_exception_whose_text_fails_has_no_text() -> None:
    source = (
        "class Odd(Exception):\n    def __str__(self): raise self\n"
        "def f(x): raise Odd\n"
        "def g(x): raise ValueError('long\\n line ' * 1000)\n"
    )
    assert call(source, "f", 1) == Raised("Odd", "", "line 13")
    found = call(source, "g", 1)
    assert isinstance(found, Raised)
    assert 490 < len(found.message) <= 500
    assert found.message.startswith("long line long line ")


def test_a_function_sees_the_helpers_that_it_was_defined_with() -> None:
    cells = [
        Cell("def helper(x): return x + 1\ndef f(x): return helper(x)\n", "cell 1", 1, "p"),
        Cell("def helper(x): return x * 100\ndef f(x): return helper(x)\n", "cell 2", 1, "q"),
        Cell("def late(x): return -x\n", "cell 3", 1, None),
    ]
    steps = (Put("x", 5), Call("y", "f", ("x",)), Read("y"))
    probes = [Probe("p", "one", steps), Probe("q", "one", steps), Probe("p", "two", steps)]
    execution = execute(cells, [], probes)
    assert execution.observations == {
        ("p", "one"): (Returned(6),),
        ("q", "one"): (Returned(500),),
        ("p", "two"): (Returned(6),),
    }


def test_a_function_that_comes_after_the_problem_is_found() -> None:
    cells = [
        Cell("def f(x): return helper(x)\n", "cell 1", 1, "p"),
        Cell("def helper(x): return x * 3\n", "cell 2", 1, None),
    ]
    first = Probe("p", "f", (Put("x", 5), Call("y", "f", ("x",)), Read("y")))
    second = Probe("p", "helper", (Put("x", 5), Call("y", "helper", ("x",)), Read("y")))
    execution = execute(cells, [], [first, second])
    assert execution.observations["p", "f"] == (Returned(15),)
    assert execution.observations["p", "helper"] == (Returned(15),)
    assert execution.passed_over == (PassedOver("p", "helper", None, "cell 2, line 1"),)


def test_a_probe_does_not_see_the_names_of_another() -> None:
    source = (
        "def f(x):\n    global x0\n    x0 = x\n    return x\ndef g(): return 'x0' in globals()\n"
    )
    first = Probe("p", "one", (Put("x", 5), Call("y", "f", ("x",)), Read("y")))
    second = Probe("p", "two", (Call("z", "g"), Read("z"), Read("y")))
    found = execute([Cell(source, None, 1, "p")], [], [first, second]).observations
    assert found["p", "two"] == (Returned(False), Missing("y", ()))


def test_a_probe_that_dies_costs_only_itself() -> None:
    source = (
        "import os\nprint('run')\n"
        "def f(x):\n    print(x)\n    return os._exit(x) if x == 2 else x\n"
    )
    probes = [
        Probe("p", f"{n}", (Put("x", n), Call("y", "f", ("x",)), Read("y"))) for n in (1, 2, 3)
    ]
    execution = execute([Cell(source, None, 1, "p")], [], probes)
    assert list(execution.observations.values()) == [
        (Returned(1),),
        (Ended("exit", "exit code 2", "line 3"),),
        (Returned(3),),
    ]
    assert execution.printed.text == "run\n1\n"  # of the first process


def test_a_blank_function_is_still_blank_after_a_restart() -> None:
    source = "import os\ndef f(): os.abort()\ndef g():\n    ...\nclass K: ...\n"
    probes = [Probe("p", name, (Call("y", name), Read("y"))) for name in ("f", "g", "K")]
    found = execute([Cell(source, None, 1, "p")], [], probes).observations
    assert found["p", "f"] == (Ended("crash", "SIGSEGV or SIGABRT", "line 2"),)
    assert found["p", "g"] == (Blank(),)
    assert found["p", "K"] == (Blank(),)


def test_a_loop_that_never_ends_is_not_waited_for_again_and_again() -> None:
    source = "print('run')\ndef f(x):\n    while x: pass\ndef g(x): return x\n"
    cells = [Cell(source, None, 1, "p"), Cell("", None, 9, "q")]
    looping = (Put("x", 7), Call("y", "f", ("x",)), Read("y"))
    probes = [Probe("p", f"{n}", looping) for n in range(6)]
    probes.append(Probe("q", "other", (Put("x", 7), Call("y", "g", ("x",)), Read("y"))))
    # three such calls would use up all the time
    limits = Limits(call_seconds=0.4, total_seconds=1.1)
    found = execute(cells, [], probes, limits).observations
    late = OverLimit("time", "0.4 s", "line 3")
    assert [found["p", f"{n}"] for n in range(6)] == [(late,)] * 2 + [(NotReached(late),)] * 4
    assert found["q", "other"] == (Returned(7),)


def test_probes_that_die_over_and_over_end_the_execution() -> None:
    source = "import os\ndef f(x): os._exit(x)\n"
    probes = [
        Probe("p", f"{n}", (Put("x", n), Call("y", "f", ("x",)), Read("y"))) for n in range(4)
    ]
    found = execute([Cell(source, None, 1, "p")], [], probes, Limits(probe_restarts=1)).observations
    assert [found["p", f"{n}"] for n in range(4)] == [
        (Ended("exit", "exit code 0", "line 2"),),
        (Ended("exit", "exit code 1", "line 2"),),
        (NotReached(Ended("exit", "exit code 1", "line 2")),),
        (NotReached(Ended("exit", "exit code 1", "line 2")),),
    ]


def test_a_function_below_what_ended_the_program_over_and_over_is_probed() -> None:
    ending = "import ctypes\n" + "ctypes.string_at(0)\n" * 12
    steps = (Put("x", 7), Call("y", "f", ("x",)), Read("y"))
    execution = execute(
        [Cell(f"{ending}def f(x): return x\n", None, 1, "p")], [], [Probe("p", "one", steps)]
    )
    assert execution.observations["p", "one"] == (Returned(7),)


def test_what_was_left_blank_is_blank_also_where_no_probe_is_run_any_more() -> None:
    hopeless = "a = 9 ** 9 ** 9 ** 9\n" * 12
    source = (
        f"{hopeless}"
        "def f(x):\n    ...\n"
        "class K:\n    def __init__(self): self.n = 1\n    def g(self): ...\n"
    )
    probes = [
        Probe("p", "function", (Put("x", 7), Call("y", "f", ("x",)), Read("y"))),
        Probe("p", "method", (Call("k", "K"), Read("k.n"), Call("z", "k.g"), Read("z"))),
    ]
    limits = Limits(call_seconds=0.1, restarts=0)
    found = execute([Cell(source, None, 1, "p")], [], probes, limits).observations
    late = OverLimit("time", "0.1 s", "line 11")
    assert found == {("p", "function"): (Blank(),), ("p", "method"): (NotReached(late), Blank())}


def test_what_was_left_blank_is_blank_also_after_too_many_time_outs() -> None:
    source = "def f(x):\n    while x: pass\ndef g(x): ...\n"
    calls = ("f", "f", "g", "f")
    probes = [
        Probe("p", f"{n}", (Put("x", 7), Call("y", function, ("x",)), Read("y")))
        for n, function in enumerate(calls)
    ]
    limits = Limits(call_seconds=0.3)
    found = execute([Cell(source, None, 1, "p")], [], probes, limits).observations
    late = OverLimit("time", "0.3 s", "line 2")
    assert [found["p", f"{n}"] for n in range(4)] == [
        *((late,), (late,), (Blank(),), (NotReached(late),))
    ]


def test_a_blank_copy_below_does_not_do_away_with_a_function() -> None:
    frame = "def f(x):\n    ...\n"
    cells = [
        Cell("def f(x): return 2 * x\n", "cell 2", 1, "p"),
        Cell(frame, "cell 3", 1, "p"),
        Cell("def f(x): return 3 * x\n", "cell 5", 1, "q"),
        Cell(frame, "cell 7", 1, "r"),
    ]
    steps = (Put("x", 5), Call("y", "f", ("x",)), Read("y"))
    execution = execute(cells, [], [Probe(problem, "one", steps) for problem in "pqr"])
    assert [execution.observations[problem, "one"] for problem in "pqr"] == [
        (Returned(10),),
        (Returned(15),),
        (Blank(),),
    ]
    assert [one.place for one in execution.facts.functions] == [
        "cell 2, line 1",
        "cell 5, line 1",
        "cell 7, line 1",
    ]


def test_inputs_go_down_only_when_their_probe_runs() -> None:
    source = (
        "import gc\n"
        "text = 'secret' + ' of'\n"  # in two, since the source itself is among the objects
        "def f(x): return sum(text in s and s != text for s in all_of() if type(s) is str)\n"
        "def all_of():\n"
        "    for one in gc.get_objects():\n"
        "        if type(one) is dict: yield from one.values()\n"
        "        if type(one) is list: yield from one\n"
    )
    first = Probe("p", "one", (Put("x", "open"), Call("y", "f", ("x",)), Read("y")))
    second = Probe("p", "two", (Put("x", "secret of two"), Call("y", "f", ("x",)), Read("y")))
    found = execute([Cell(source, None, 1, "p")], [], [first, second]).observations
    assert found["p", "one"] == (Returned(0),)
    (seen,) = found["p", "two"]
    assert isinstance(seen, Returned)
    assert seen.value > 0  # the search does find what is there


def test_random_numbers_of_a_probe_are_its_own_and_do_not_depend_on_those_before_it() -> None:
    source = "import random\ndef f(): return random.random()\n"
    probes = [Probe("p", f"{n}", (Call("y", "f"), Read("y"))) for n in range(2)]
    cells = [Cell(source, None, 1, "p")]
    both, second = (execute(cells, [], those).observations for those in (probes, probes[1:]))
    assert both["p", "1"] == second["p", "1"] != both["p", "0"]


def test_a_probe_must_use_its_own_names() -> None:
    with pytest.raises(
        ValueError, match=r"probe 'one' passes \['x'\] to 'f', but has put or computed only \['w'\]"
    ):
        Probe("p", "one", (Put("w", 1), Call("y", "f", ("w", "x"))))
    with pytest.raises(
        ValueError,
        match=r"probe 'one' gathers \['x'\] in 'all', but has put or computed only \['w'\]",
    ):
        Probe("p", "one", (Put("w", 1), Gather("all", ("w", "x"))))


def test_two_probes_of_a_problem_need_two_names() -> None:
    with pytest.raises(ValueError, match="each probe of a problem needs a name of its own"):
        execute([], [], [Probe("p", "one", ()), Probe("p", "one", ())])


def test_an_input_that_is_not_inert_is_our_mistake() -> None:
    with pytest.raises(TypeError, match="only inert values can be sent, a object came"):
        call("def f(x): return x\n", "f", object())


@pytest.mark.parametrize(
    ("body", "ended"),
    [
        ("while True: pass", OverLimit("time", "0.5 s", "line 16")),
        ("import os; os._exit(3)", Ended("exit", "exit code 3", "line 14")),
        ("1 / 0", Raised("ZeroDivisionError", "division by zero", "line 16")),
    ],
)
def test_a_property_that_fails_is_told_from_the_calls_before_it(body: str, ended: Outcome) -> None:
    source = (
        "class Layer:\n"
        "    def bwd(self, x):\n        return x\n"
        f"    @property\n    def dw(self):\n        {body}\n"
    )
    steps = (
        *(Put("x", 3), Call("layer", "Layer", ()), Call("dp", "layer.bwd", ("x",))),
        *(Read("dp"), Read("layer.dw"), Read("layer.db")),
    )
    found = probe(source, *steps, limits=SHORT)
    assert found[:2] == [Returned(3), ended]


STUB = "def f(x):\n    ...\n"
TIMES_TWO = "def g(x): return 2 * x\n"
DECORATED = """
import functools
def implement(work):
    def around(stub):
        @functools.wraps(stub)
        def inner(x): return work(x)
        return inner
    return around
def timed(work): return implement(work)(work)
"""


def probed(*cells: Cell) -> Execution:
    probe = Probe("p", "f", (Put("x", 2), Call("r", "f", ("x",)), Read("r")))
    return execute(cells, (), [probe])


@pytest.mark.parametrize(
    "source",
    [
        f"{STUB}{TIMES_TWO}f = g\n",
        f"{TIMES_TWO}f = g\n{STUB}",
        f"{TIMES_TWO}{DECORATED}@implement(g)\n{STUB}",
        f"{STUB}import functools\n{TIMES_TWO}f = functools.partial(g)\n",
        f"{STUB}def f(x): return 2 * x\n",
        f"def f(x): return 2 * x\n{STUB}",
    ],
)
def test_a_function_that_was_blank_and_is_replaced_is_called(source: str) -> None:
    execution = probed(Cell(source, None, 1, "p"))
    assert execution.observations["p", "f"] == (Returned(4),)
    fact = execution.facts.function("f", "p")
    assert fact is not None
    assert not fact.blank


@pytest.mark.parametrize("body", ["...", "pass", "raise NotImplementedError"])
def test_a_blank_that_is_decorated_is_blank(body: str) -> None:
    source = f"{DECORATED}@timed\ndef f(x):\n    {body}\n"
    assert probed(Cell(source, None, 1, "p")).observations["p", "f"] == (Blank(),)


@pytest.mark.parametrize("section", [None, "q"])
@pytest.mark.parametrize("is_above", [True, False])
def test_a_function_outside_is_read_where_the_section_has_a_frame(
    section: str | None, is_above: bool
) -> None:
    own = Cell(f"# %% problem 1\n{STUB}", "cell 4", 1, "p")
    other = Cell("k = 1\ndef f(x): return 2 * x\n", "cell 3", 1, section)
    execution = probed(*([other, own] if is_above else [own, other]))
    assert execution.observations["p", "f"] == (Returned(4),)
    assert execution.passed_over == (PassedOver("p", "f", "cell 4, line 2", "cell 3, line 2"),)


def test_a_function_of_a_problem_that_asks_for_it_is_no_answer_to_another() -> None:
    steps = (Put("x", 2), Call("r", "f", ("x",)), Read("r"))
    probes = [Probe("p", "f", steps), Probe("q", "f", steps)]
    cells = [Cell(STUB, None, 1, "p"), Cell("def f(x): return 2 * x\n", None, 9, "q")]
    execution = execute(cells, (), probes)
    assert execution.observations["p", "f"] == (Blank(),)
    assert execution.observations["q", "f"] == (Returned(4),)
    cells[0] = Cell("k = 1\n", None, 1, "p")
    assert execute(cells, (), probes).observations["p", "f"] == (Missing("f"),)


def test_blanks_below_their_answers_are_told() -> None:
    cells = [
        Cell(f"def f(x): return 2 * x\nn = 3\n{STUB}n = ...\n", None, 1, "p"),
        Cell("m = ...\n", None, 9, "p"),
    ]
    probe = Probe("p", "f", (Put("x", 2), Call("r", "f", ("x",)), Read("r")))
    execution = execute(cells, [Wanted("p", ("n", "m"))], [probe])
    assert [(one.name, one.place, one.outside) for one in execution.passed_over] == [
        ("f", "line 3", None),
        ("n", "line 5", None),
    ]


@pytest.mark.parametrize("is_settled", [True, False])
def test_the_last_steps_are_not_carried_out_once_what_came_settles_it(*, is_settled: bool) -> None:
    came: list[list[Outcome]] = []

    def settles(seen: Sequence[Outcome]) -> bool:
        came.append(list(seen))
        return is_settled

    steps: list[Step] = [
        Call("a", "f"),
        Read("a"),
        Call("b", "f"),
        Read("b"),
        Call("c", "f"),
        Read("c"),
    ]
    source = "n = 0\ndef f():\n    global n\n    n += 1\n    return n\n"
    one = Probe("1", "p", tuple(steps), 2, last_from=4, is_settled=settles)
    execution = execute([Cell(source, problem="1")], probes=[one])
    assert came == [[Returned(1), Returned(2)]]
    *before, last = execution.observations["1", "p"]
    assert before == came[0]
    assert (last == Returned(3)) is not is_settled
    assert execution.limits_met == ()
