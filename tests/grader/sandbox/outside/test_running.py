"""A program runs statement by statement, and what goes wrong costs only what it touches."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import (
    Blank,
    Ended,
    Execution,
    Incident,
    Missing,
    NotReached,
    Outcome,
    OverLimit,
    Raised,
    Returned,
)
from grader.sandbox.outside.program import Cell, Probe, Wanted
from grader.sandbox.outside.sandbox import Sandbox
from grader.sandbox.wire.frames import Opaque
from grader.sandbox.wire.level import NONE
from problems.probe import Call, Put, Read

SHORT = Limits(call_seconds=0.5)
CLOSED = Ended("crash", "the program closed the grader's channel", "line 12")


def run(source: str, *names: str, limits: Limits | None = None) -> Execution:
    """A ``.py`` file that begins at line 11 and answers the one problem ``p``."""
    return execute([Cell(source, None, 11, "p")], [Wanted("p", names)], limits=limits)


def values(source: str, *names: str, limits: Limits | None = None) -> list[Outcome]:
    found = run(source, *names, limits=limits).values
    assert list(found) == [("p", name) for name in names]
    return list(found.values())


def plain(source: str, *names: str) -> list[Any]:
    return [one.value if isinstance(one, Returned) else one for one in values(source, *names)]


def test_values_are_read_after_the_program_has_run() -> None:
    source = (
        "from fractions import Fraction\n"
        "rf = 5 + 9\nshape = (16, 24, 25)\nratio = Fraction(2, 3)\nname = 'valid'\n"
        "deep = {'rows': [1, 2.5, None, True, 1j]}\n"
    )
    assert plain(source, "rf", "shape", "ratio", "name", "deep") == [
        14,
        (16, 24, 25),
        Fraction(2, 3),
        "valid",
        {"rows": [1, 2.5, None, True, 1j]},
    ]


def test_an_array_comes_back_as_an_array_of_its_own_type() -> None:
    (found,) = plain("import numpy as np\nx = np.arange(6, dtype='i2').reshape(2, 3)\n", "x")
    assert found.dtype == np.int16
    np.testing.assert_array_equal(found, [[0, 1, 2], [3, 4, 5]])


def test_a_value_left_as_an_ellipsis_is_blank() -> None:
    assert values("a = ...\nb = 1\n", "a", "b") == [Blank(), Returned(1)]


def test_a_blank_inside_of_a_value_comes_back_as_it_is() -> None:
    assert plain("a = (..., 24, ...)\n", "a") == [(..., 24, ...)]


def test_a_name_that_is_not_there_is_missing_and_similar_names_are_told() -> None:
    source = "conv1_RF = 5\nconv2_rf = 14\nunrelated = 3\n"
    assert values(source, "conv1_rf", "conv2_rf") == [
        Missing("conv1_rf", ("conv1_RF",)),
        Returned(14),
    ]


def test_an_exception_costs_its_own_names_and_is_an_incident() -> None:
    execution = run("a = 1\nb = c = 1 / 0\nd = 4\n", "a", "b", "c", "d")
    raised = Raised("ZeroDivisionError", "division by zero", "line 12")
    assert list(execution.values.values()) == [Returned(1), raised, raised, Returned(4)]
    assert execution.incidents == (
        Incident("line 12", "ZeroDivisionError", "division by zero", ("b", "c"), "p", raised),
    )


def test_the_place_of_an_exception_is_the_innermost_line_of_the_student() -> None:
    source = "import json\ndef f(text):\n    return json.loads(text)\na = f('{')\n"
    (found,) = values(source, "a")
    assert isinstance(found, Raised)
    assert (found.type, found.place) == ("json.decoder.JSONDecodeError", "line 13")


def test_places_in_a_notebook_name_the_cell() -> None:
    cells = [Cell("a = 1\n", "cell 3", 1, "p"), Cell("\n\nb = a / 0\n", "cell 5", 1, "p")]
    execution = execute(cells, [Wanted("p", ("b",))])
    assert execution.incidents[0].place == "cell 5, line 3"
    assert execution.values["p", "b"] == Raised(
        "ZeroDivisionError", "division by zero", "cell 5, line 3"
    )


def test_a_name_assigned_again_after_a_failure_has_its_value() -> None:
    assert values("a = 1 / 0\na = 2\n", "a") == [Returned(2)]
    assert isinstance(values("a = 2\na = 1 / 0\n", "a")[0], Raised)


def test_a_line_that_does_not_parse_costs_its_own_name() -> None:
    execution = run("a = 1\nb = 5 +\nc = 3\n", "a", "b", "c")
    broken = Raised("SyntaxError", "invalid syntax", "line 12")
    assert list(execution.values.values()) == [Returned(1), broken, Returned(3)]
    assert [(one.place, one.kind, one.names) for one in execution.incidents] == [
        ("line 12", "SyntaxError", ("b",))
    ]


def test_a_null_byte_costs_one_line() -> None:
    assert plain("a = 1\nb = '\0'\nc = 3\n", "a", "c") == [1, 3]


@pytest.mark.parametrize(
    ("statement", "detail"),
    [
        ("import sys; a = sys.exit(3)", "SystemExit: 3"),
        ("a = exit()", "SystemExit: None"),
        ("a = quit('enough')", "SystemExit: enough"),
        ("a = [][0] if 0 else (_ for _ in ()).throw(KeyboardInterrupt)", "KeyboardInterrupt"),
        ("a = (_ for _ in ()).throw(GeneratorExit('x'))", "GeneratorExit: x"),
    ],
)
def test_a_program_that_exits_goes_on_with_the_next_statement(statement: str, detail: str) -> None:
    execution = run(f"{statement}\nb = 2\n", "a", "b")
    assert list(execution.values.values()) == [Ended("exit", detail, "line 11"), Returned(2)]
    assert [(one.kind, one.message) for one in execution.incidents] == [("exit", detail)]


@pytest.mark.parametrize(
    ("statement", "outcome"),
    [
        ("import os; a = os._exit(0)", Ended("exit", "exit code 0", "line 12")),
        ("import os; a = os._exit(7)", Ended("exit", "exit code 7", "line 12")),
        ("import os; a = os.abort()", Ended("crash", "SIGSEGV or SIGABRT", "line 12")),
        ("import ctypes; a = ctypes.string_at(0)", Ended("crash", "SIGSEGV or SIGABRT", "line 12")),
        ("import os; a = os.close(3)", CLOSED),
        ("import os; a = os.dup2(1, 3)", CLOSED),
        ("import os; a = os.dup2(1, 4)", CLOSED),
        ("import os; a = os.closerange(0, 64)", CLOSED),
        ("import os, time; a = os.close(4) or time.sleep(60)", CLOSED),
        ("import os; a = os.close(4)", CLOSED),
        ("import fcntl; a = fcntl.fcntl(3, fcntl.F_SETFL, 2048)", CLOSED),  # O_NONBLOCK
        ("import fcntl; a = fcntl.fcntl(4, fcntl.F_SETFL, 2048)", CLOSED),
    ],
)
def test_a_program_that_ends_its_process_loses_one_statement(
    statement: str, outcome: Outcome
) -> None:
    execution = run(f"before = 1\n{statement}\nafter = before + 2\n", "before", "a", "after")
    assert list(execution.values.values()) == [Returned(1), outcome, Returned(3)]
    assert [one.names[-1:] for one in execution.incidents] == [("a",)]


def test_an_endless_loop_in_a_statement_costs_its_names() -> None:
    source = "a = 1\nwhile True:\n    b = 2\nc = a + 2\n"
    execution = run(source, "a", "b", "c", limits=SHORT)
    late = OverLimit("time", "0.5 s", "line 12")
    assert list(execution.values.values()) == [Returned(1), late, Returned(3)]
    assert [(one.kind, one.names) for one in execution.incidents] == [("time", ("b",))]


def test_an_endless_loop_that_catches_everything_is_ended_too() -> None:
    source = (
        "import signal\n"
        "for s in range(1, 32):\n"
        "    try: signal.signal(s, signal.SIG_IGN)\n    except (OSError, ValueError): pass\n"
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass\n"
        "a = 1\n"
    )
    assert values(source, "a", limits=SHORT) == [Returned(1)]


# -- what is left when a program has used up what it may use ---------------------------------------

ENDLESS = "for _ in iter(int, 1): pass\n"
BEFORE = "import math\ndef f(x):\n    return 2 * x\nbefore = f(3) + math.floor(1.5)\n"
AFTER = (
    "import random\nrandom.seed(1)\ndef g(x):\n    return f(x) + 1\n"
    "if __name__ == '__main__':\n    g(before)\n"
    "try:\n    from math import tau\nexcept ImportError:\n    tau = 6.28\n"
    "after = before + 5\ncalled = g(after)\n"
)
HOPELESS = "".join(f"a{i} = 9 ** 9 ** 9 ** 9\n" for i in range(12))
"""Assignments without a call that never end, more than there are starts."""
SPENT = Limits(call_seconds=0.3, total_seconds=0.9)


@pytest.mark.parametrize(
    ("guilty", "limits"),
    [
        (ENDLESS * 6, SPENT),
        ("import time\n" + "time.sleep(0.2)\n" * 8, SPENT),
        ("import os\n" + "os._exit(0)\n" * 6, Limits()),
        ("".join(f"def train(n):\n    while n: pass\nh{i} = train(2)\n" for i in range(5)), SPENT),
        ("import os\n" + "".join(f"x{i} = os._exit({i})\n" for i in range(12)), Limits()),
        ("import time\nfor _ in range(20):\n    time.sleep(0.1)\n" * 3, SPENT),
    ],
)
def test_what_is_defined_around_statements_that_use_up_everything_counts(
    guilty: str, limits: Limits
) -> None:
    source = BEFORE + guilty + AFTER
    execution = run(source, "before", "after", limits=limits)
    assert list(execution.values.values()) == [Returned(7), Returned(12)]
    assert execution.cut_short is not None
    steps = (Put("x", 4), Call("y", "g", ("x",)), Read("y"))
    probed = execute([Cell(source, None, 11, "p")], [], [Probe("p", "g", steps)], limits)
    assert probed.observations["p", "g"] == (Returned(9),)


def test_a_value_that_a_call_gives_is_read_too_where_the_call_is_quick() -> None:
    (called,) = values(BEFORE + ENDLESS * 4 + AFTER, "called", limits=SPENT)
    assert called == Returned(25)


def test_what_used_up_the_time_is_named_and_only_what_depends_on_it_is_lost() -> None:
    source = (
        f"a = 1\n{ENDLESS * 4}dw = [0, 0]\nfor i in range(2):\n    dw[i] = i + a\n"
        "rows = []\nrows.append(a)\nb = 2\nwhile b < 5:\n    b += 1\nlast = 3\n"
    )
    execution = run(source, "a", "dw", "rows", "b", "last", limits=SPENT)
    cause = execution.cut_short
    assert isinstance(cause, OverLimit)
    assert (cause.limit, cause.place) == ("time", "line 14")
    assert execution.guilty == ("line 12", "line 13")
    lost = NotReached(cause)
    assert list(execution.values.values()) == [Returned(1), lost, lost, lost, Returned(3)]
    told = execution.values["p", "dw"]
    assert isinstance(told, NotReached)
    assert told.guilty == execution.guilty
    assert [one.place for one in execution.incidents] == ["line 12", "line 13"]


def test_what_was_never_run_is_told_by_its_places() -> None:
    execution = run(f"a = 1\n{ENDLESS * 6}b = 2\nprint(a)\n", "a", "b", limits=SPENT)
    assert list(execution.values.values()) == [Returned(1), Returned(2)]
    assert {*execution.guilty, *execution.left_out} == {f"line {n}" for n in (*range(12, 18), 19)}
    assert {*execution.guilty}.isdisjoint(execution.left_out)


def test_statements_after_two_that_were_stopped_have_less_time() -> None:
    limits = Limits(call_seconds=1.5, total_seconds=60.0)
    execution = run("import time\n" + "time.sleep(9)\n" * 3, limits=limits)
    values = [
        one.outcome.value for one in execution.incidents if isinstance(one.outcome, OverLimit)
    ]
    assert values == ["1.5 s", "1.5 s", "1 s"]


def test_a_statement_that_came_through_keeps_its_time_after_two_that_were_stopped() -> None:
    source = "import time\na = time.sleep(1.2) or 3\n" + "time.sleep(9)\n" * 3
    execution = run(source, "a", limits=Limits(call_seconds=1.6))
    assert list(execution.values.values()) == [Returned(3)]


def test_a_statement_that_only_met_the_end_of_the_time_is_not_blamed() -> None:
    source = "import time\n" + "time.sleep(0.2)\n" * 3 + "a = time.sleep(0.3) or 5\n"
    execution = run(source, "a", limits=Limits(call_seconds=0.7, total_seconds=0.8))
    assert list(execution.values.values()) == [Returned(5)]
    assert execution.incidents == ()


def test_after_the_last_restart_what_can_be_run_is_run() -> None:
    source = "".join(f"import os; a{i} = os._exit({i})\n" for i in range(4))
    found = values(source + "b = 1\n", "a0", "a3", "b", limits=Limits(restarts=2))
    assert found == [
        Ended("exit", "exit code 0", "line 11"),
        Ended("exit", "exit code 3", "line 14"),
        Returned(1),
    ]


def test_all_statements_together_have_a_time_limit() -> None:
    limits = Limits(call_seconds=0.3, total_seconds=0.5)
    source = "while True: a = 1\nwhile True: b = 1\nwhile True: c = 1\nd = 1\n"
    found = values(source, "a", "b", "d", limits=limits)
    assert found[0] == OverLimit("time", "0.3 s", "line 11")
    assert found[1] == OverLimit("time", "0.5 s", "line 12")
    assert found[2] == Returned(1)


def test_too_much_cpu_time_is_told_from_too_much_time() -> None:
    (found,) = values("while True: a = 1\n", "a", limits=Limits(cpu_seconds=1))
    assert found == OverLimit("cpu", "1 s", "line 11")


def test_too_much_memory_is_a_limit_and_not_a_crash() -> None:
    limits = Limits(memory_bytes=512 * 1024**2)
    source = "import numpy as np\na = np.ones(10**9)\nb = bytearray(10**9)\nc = 1\n"
    found = values(source, "a", "b", "c", limits=limits)
    assert found == [
        OverLimit("memory", "512 MiB", "line 12"),
        OverLimit("memory", "512 MiB", "line 13"),
        Returned(1),
    ]


def test_endless_recursion_is_an_exception_like_another() -> None:
    source = "def f(n): return f(n + 1)\na = f(0)\nb = 2\n"
    first, second = values(source, "a", "b")
    assert isinstance(first, Raised)
    assert (first.type, first.place) == ("RecursionError", "line 11")
    assert second == Returned(2)


def test_a_changed_recursion_limit_is_the_programs_own_affair() -> None:
    source = (
        "import sys\nsys.setrecursionlimit(60)\n"
        "def f(n): return 0 if n == 0 else 1 + f(n - 1)\n"
        "a = f(200)\nsys.setrecursionlimit(5000)\nb = f(3000)\n"
    )
    first, second = values(source, "a", "b")
    assert isinstance(first, Raised)
    assert second == Returned(3000)


def test_a_low_recursion_limit_does_not_reach_the_driver() -> None:
    source = "import sys\na = 1\nfor _ in range(28): a = {'k': a}\nsys.setrecursionlimit(40)\n"
    assert isinstance(values(source, "a")[0], Returned)  # which takes it more calls than 40


def test_a_value_over_the_size_limit_says_so() -> None:
    source = "import numpy as np\na = np.zeros((300, 500))\nb = [0] * 2_000_000\nc = 1\n"
    found = values(source, "a", "b", "c", limits=Limits(result_bytes=2**20))
    assert found == [
        OverLimit("result", "1 MiB"),
        OverLimit("result", "1000000 elements"),
        Returned(1),
    ]


def test_all_values_together_have_a_size_limit() -> None:
    source = "import numpy as np\na = np.zeros(90)\nb = np.zeros(90)\nc = np.zeros(90)\n"
    found = values(source, "a", "b", "c", limits=Limits(all_results_bytes=2048))
    assert [isinstance(one, Returned) for one in found] == [True, True, False]
    assert found[2] == OverLimit("result", "2 KiB")


def test_what_is_not_inert_comes_back_by_its_name() -> None:
    source = (
        "import numpy as np\n"
        "class Always:\n    def __eq__(self, other): return True\n"
        "a = np.ma.array([1, 2], mask=[0, 1])\nb = Always()\nc = len\nd = {1: 2}\ne = {2, 3}\n"
    )
    found = plain(source, "a", "b", "c", "d", "e")
    names = ["numpy.ma.MaskedArray", "Always", "builtin_function_or_method", "dict", "set"]
    assert found == [Opaque(name) for name in names]


@pytest.mark.parametrize(
    "value",
    [
        "np.ma.array([1, 2])",
        "np.ma.masked_invalid([1, 2])",
        "np.matrix([1, 2])",
        "np.ones(2).view(Own) * [1, 2]",
        "Like()",
        "np.array([np.array(1), np.array(2)])",
        "Pair(1, 2)",
        "Rows([1, 2])",
        "range(1, 3)",
        "deque([1, 2])",
        "array('d', [1, 2])",
        "[Number(1), Kind.TWO]",
        "(Decimal('1'), Decimal(2))",
    ],
)
def test_what_holds_numbers_comes_back_as_numbers(value: str) -> None:
    source = (
        "import numpy as np\nfrom array import array\nfrom collections import deque, namedtuple\n"
        "from decimal import Decimal\nfrom enum import IntEnum\n"
        "class Own(np.ndarray):\n"
        "    def __eq__(self, other): return True\n    def tobytes(self): return b'lies'\n"
        "    def __array_finalize__(self, of): self.seen = 1\n"
        "class Like:\n    def __array__(self, dtype=None, copy=None): return np.array([1, 2])\n"
        "Pair = namedtuple('Pair', 'first second')\nclass Rows(list):\n"
        "    def __iter__(self): return iter([9, 9])\n    def __len__(self): return 7\n"
        "class Number(float):\n    def __float__(self): return 9.0\n"
        "class Kind(IntEnum):\n    TWO = 2\n"
    )
    (found,) = plain(f"{source}a = {value}\n", "a")
    np.testing.assert_array_equal(np.asarray(found, dtype=float).ravel(), [1, 2])


def test_an_array_like_that_raises_says_so() -> None:
    source = (
        "class Like:\n    def __array__(self, dtype=None, copy=None): return 1 / 0\na = Like()\n"
    )
    assert values(source, "a") == [Raised("ZeroDivisionError", "division by zero", "line 12")]


def test_of_an_import_of_several_modules_those_that_are_there_are_imported() -> None:
    execution = run("import nowhere_at_all as n, math, cmath as c\na = math.floor(c.pi)\n", "a")
    assert list(execution.values.values()) == [Returned(3)]
    assert [one.kind for one in execution.incidents] == ["ModuleNotFoundError"]


def test_the_source_is_there_for_tracebacks_and_for_those_who_look_it_up() -> None:
    source = (
        "import inspect, linecache, traceback\ndef f(x):\n    return 2 * x\n"
        "class K:\n    n = 3\na = inspect.getsource(f)\nb = inspect.getsource(K)\n"
        "try:\n    f(None, 1)\nexcept TypeError:\n    c = traceback.format_exc()\nd = __file__\n"
        "e = inspect.getsourcelines(f)[1]\n"
    )
    a, b, c, d, e = plain(source, "a", "b", "c", "d", "e")
    assert (a, b) == ("def f(x):\n    return 2 * x\n", "class K:\n    n = 3\n")
    assert "    f(None, 1)" in c
    assert (d, e) == ("submission.py", 12)


def test_cells_of_a_notebook_have_their_source_each_and_no_file() -> None:
    layer = "class K(object):\n    def f(self, x):\n        return 2 * x\n"
    cells = [
        Cell("def f(x):\n    return 2 * x\n\nx = = 1\n\n" + layer, "cell 1", 1, "p"),
        Cell(
            "import inspect\na = inspect.getsource(f)\nb = '__file__' in globals()\n"
            "c = inspect.getsource(K)\nd = inspect.getsource(K.f)\nK.f = f\n"
            "e = inspect.getsource(K)\n",
            "cell 2",
        ),
    ]
    execution = execute(cells, [Wanted("q", tuple("abcde"))])
    found = [execution.values["q", name] for name in "abcde"]
    method = layer.partition("\n")[2]
    values = ("def f(x):\n    return 2 * x\n", False, layer, method, layer)
    assert found == [Returned(value) for value in values]


def test_prints_and_warnings_go_to_the_log_and_change_nothing() -> None:
    source = (
        "import sys, warnings\nprint('open', 'širina')\nprint('error', file=sys.stderr)\n"
        "warnings.warn('careful')\na = 1 is 1\n"
    )
    execution = run(source, "a")
    assert execution.values["p", "a"] == Returned(True)
    for text in ("open širina", "error", "careful", "SyntaxWarning"):
        assert text in execution.printed.text
    assert execution.incidents == ()


def test_a_flood_of_output_is_counted_and_its_beginning_kept() -> None:
    source = "line = 'x' * 9999\nfor i in range(10_000): print(line)\na = 1\n"
    execution = run(source, "a")
    assert execution.values["p", "a"] == Returned(1)
    assert execution.printed.total_bytes == 100_000_000
    assert len(execution.printed.text) == 64 * 1024


def test_text_that_is_no_unicode_can_be_printed() -> None:
    execution = run("print('\\ud800')\n")
    assert execution.incidents == ()
    assert execution.printed.text == "\\ud800\n"


def test_closing_or_replacing_the_output_changes_nothing() -> None:
    source = "import sys, os\nsys.stdout.close()\nsys.stderr = None\nos.close(2)\na = 1\n"
    assert plain(source, "a") == [1]


def test_what_is_printed_before_a_restart_is_printed_once() -> None:
    execution = run("print('once')\nimport os; os._exit(1)\nprint('twice')\n")
    assert execution.printed.text == "once\ntwice\n"


def test_what_was_printed_before_the_time_was_used_up_is_kept() -> None:
    source = "print('at first')\nfor _ in range(2): print('in a loop')\n" + ENDLESS * 4
    execution = run(source, limits=SPENT)
    assert execution.cut_short is not None
    assert execution.printed.text == "at first\nin a loop\nin a loop\n"


MAIN = "if __name__ == '__main__':\n"


def test_the_main_block_does_not_run_where_the_answers_stand_outside_of_it() -> None:
    source = f"a = 1\n{MAIN}    a = 2\n    print('in it')\n    while True: pass\nb = __name__\n"
    execution = run(source, "a", "b")
    assert list(execution.values.values()) == [Returned(1), Returned("submission")]
    assert (execution.printed.text, execution.incidents) == ("", ())


def test_a_main_block_that_gives_an_answer_runs_statement_by_statement() -> None:
    source = f"def f(x): return x + 1\na = ...\n{MAIN}    x = 3\n    y = 1 / 0\n    a = f(x)\n"
    execution = run(source, "a")
    assert list(execution.values.values()) == [Returned(4)]
    assert [one.place for one in execution.incidents] == ["line 15"]


@pytest.mark.parametrize("end", ["main()", "sys.exit(main())", "first()", "print(main())"])
def test_a_main_block_that_calls_a_function_with_globals_gives_what_that_does(end: str) -> None:
    functions = "def main():\n    global a\n    a = 7\ndef first(): main()\n"
    execution = run(f"import sys\n{functions}{MAIN}    {end}\n", "a")
    assert list(execution.values.values()) == [Returned(7)]
    assert execution.incidents == ()


def test_a_main_block_that_ends_with_an_error_says_so() -> None:
    execution = run(f"import sys\n{MAIN}    a = 7\n    sys.exit('no data')\n", "a")
    assert list(execution.values.values()) == [Returned(7)]
    (incident,) = execution.incidents
    assert (incident.kind, incident.message) == ("exit", "SystemExit: no data")


def test_a_main_block_at_the_end_answers_what_is_asked_above() -> None:
    cells = [
        Cell("n = ...\nm = ...\n", None, 1, "p"),
        Cell(f"m = 5\n{MAIN}    n = 3\n    m = 4\n", None, 4, "q"),
    ]
    found = execute(cells, [Wanted("p", ("n", "m")), Wanted("q", ("m",))]).values
    assert found["p", "n"] == Returned(3)
    assert found["p", "m"] == Blank()  # the value may be that of the other problem
    assert found["q", "m"] == Returned(4)


def test_a_function_in_a_main_block_is_looked_at_where_it_is_the_only_one() -> None:
    probe = Probe("p", "f", (Put("x", 2), Call("r", "f", ("x",)), Read("r")))
    alone = f"{MAIN}    def f(x):\n        for _ in [x]: pass\n        return x + 1\n"
    execution = execute([Cell(alone, None, 1, "p")], (), [probe])
    assert execution.observations["p", "f"] == (Returned(3),)
    assert [one.loops for one in execution.facts.functions] == [1]
    execution = execute([Cell(f"def f(x): return x\n{alone}", None, 1, "p")], (), [probe])
    assert execution.observations["p", "f"] == (Returned(2),)
    assert [one.loops for one in execution.facts.functions] == [0]


def test_a_block_that_goes_on_in_the_next_section_is_read_there() -> None:
    second = "# %% problem 2\n    # in words\n    m = '''a\n  b'''\n    k = 1 / 0\n"
    cells = [Cell(f"{MAIN}    n = 1\n", None, 1, "p"), Cell(second, None, 4, "q")]
    execution = execute(cells, [Wanted("p", ("n",)), Wanted("q", ("m",))])
    assert list(execution.values.values()) == [Returned(1), Returned("a\n  b")]
    assert [one.place for one in execution.incidents] == ["line 8"]


def test_one_line_that_fails_in_a_block_that_is_always_entered_costs_itself() -> None:
    assert plain("if True:\n    a = 1\n    b = 1 / 0\n    c = 3\n", "a", "c") == [1, 3]


def test_dataclasses_and_annotations_find_their_module() -> None:
    source = (
        "from __future__ import annotations\n"
        "from dataclasses import dataclass\nfrom typing import ClassVar, get_type_hints\n"
        "@dataclass\nclass K:\n    n: ClassVar[int] = 3\n    m: int = 4\n"
        "a = K().m\nb = len(get_type_hints(K))\n"
    )
    assert plain(source, "a", "b") == [4, 2]


def test_patched_builtins_and_modules_do_not_reach_the_driver() -> None:
    source = (
        "import builtins, os, struct, sys\n"
        "for name in ('len', 'tuple', 'isinstance', 'type', 'getattr', 'int'):\n"
        "    setattr(builtins, name, None)\n"
        "os.write = os.read = struct.Struct = None\n"
        "sys.modules['numpy'] = None\n"
        "a = (1, 2.5, 'three')\nb = builtins.len\n"
    )
    execution = run(source, "a", "b")
    assert execution.incidents == ()
    assert list(execution.values.values()) == [Returned((1, 2.5, "three")), Returned(None)]


def test_random_numbers_are_the_same_on_each_run() -> None:
    source = "import random\nimport numpy as np\na = random.random()\nb = np.random.rand()\n"
    first, second = plain(source, "a", "b"), plain(source, "a", "b")
    assert first == second
    assert first[1] == np.random.RandomState(0).rand()


# -- several problems -----------------------------------------------------------------------------


def test_values_are_those_after_the_last_cell_of_their_problem() -> None:
    cells = [
        Cell("n = 1\n", "cell 1", 1, "p"),
        Cell("n = n + 1\n", "cell 2", 1, None),
        Cell("n = n + 10\n", "cell 3", 1, "p"),
        Cell("n = 99\nm = 5\n", "cell 4", 1, "q"),
    ]
    execution = execute(cells, [Wanted("q", ("m",)), Wanted("p", ("n",))])
    assert execution.values == {("q", "m"): Returned(5), ("p", "n"): Returned(12)}


def test_a_name_of_an_earlier_problem_does_not_answer_a_later_one() -> None:
    cells = [Cell("rf = 5\nk = 3\n", None, 1, "p"), Cell("size = k\n", None, 9, "q")]
    execution = execute(cells, [Wanted("p", ("rf",)), Wanted("q", ("rf", "size"))])
    assert execution.values["p", "rf"] == Returned(5)
    assert execution.values["q", "rf"] == Missing("rf")
    assert execution.values["q", "size"] == Returned(3)


def test_a_copy_that_is_still_blank_does_not_wipe_the_answer_above_it() -> None:
    blank = "n = ...  # your answer\nm: int = ...\nhelper = ...\nk = ...\n"
    cells = [
        Cell("n = 1 + 2\nm = 1 / 0\nhelper = 7\n", "cell 1", 1, "p"),
        Cell(blank, "cell 2", 1, "p"),
        Cell("k = 4 if helper is ... else 5\n", "cell 3", 1, "p"),
        Cell("n = ...\n", "cell 4", 1, "q"),
    ]
    values = execute(cells, [Wanted("p", ("n", "m", "k")), Wanted("q", ("n",))]).values
    assert values["p", "n"] == Returned(3)
    assert values["p", "m"] == Raised("ZeroDivisionError", "division by zero", "cell 1, line 2")
    assert values["p", "k"] == Returned(4)
    assert values["q", "n"] == Blank()


def test_a_later_answer_of_the_same_problem_wins() -> None:
    cells = [Cell("n = ...\n", "cell 1", 1, "p"), Cell("n = 1\n", "cell 2", 1, "p")]
    cells += [Cell("n = 2\n", "cell 3", 1, "p"), Cell("m = 3\n", "cell 4", 1, "q")]
    assert execute(cells, [Wanted("p", ("n",))]).values == {("p", "n"): Returned(2)}


def test_answers_that_were_appended_in_a_later_section_count_where_nobody_else_asks() -> None:
    cells = [
        Cell("a = ...\nc = 1\nd = ...\n", None, 1, "p"),
        Cell("d = 8\na = 5\nb = 6\nc = 7\n", None, 4, "q"),
    ]
    wanted = [Wanted("p", ("a", "b", "c", "d", "e")), Wanted("q", ("d",))]
    values = execute(cells, wanted).values
    assert [values["p", name] for name in "abcde"] == [
        Returned(5),
        Returned(6),
        Returned(1),
        Blank(),  # the value may be that of the other problem
        Missing("e"),
    ]
    assert values["q", "d"] == Returned(8)


def test_an_answer_that_was_appended_and_fails_is_what_it_failed_with() -> None:
    cells = [
        Cell("a = ...\n", None, 1, "p"),
        Cell("a = 5\na = 1 / 0\nb = exit(3)\nc = c +\nd = 4\nd = 1 / d\nd = 7\n", None, 2, "q"),
    ]
    values = execute(cells, [Wanted("p", ("a", "b", "c", "d", "e"))]).values
    assert [values["p", name] for name in "abcde"] == [
        Raised("ZeroDivisionError", "division by zero", "line 3"),
        Ended("exit", "SystemExit: 3", "line 4"),
        Raised("SyntaxError", "invalid syntax", "line 5"),
        Returned(7),
        Missing("e"),
    ]


def test_a_blank_that_was_never_reached_is_blank_and_not_over_the_limit() -> None:
    source = f"{HOPELESS}b = ...\nc = 3\nd = ...\nd = 4\n"
    found = values(source, "a0", "b", "c", "d", limits=Limits(call_seconds=0.1, restarts=0))
    lost = NotReached(OverLimit("time", "0.1 s", "line 21"))
    assert found == [OverLimit("time", "0.1 s", "line 11"), Blank(), lost, lost]


def test_a_problem_without_a_cell_is_read_at_the_end() -> None:
    cells = [Cell("a = 1\nb = 1 / 0\n", None, 1, None)]
    execution = execute(cells, [Wanted("p", ("a", "b"))])
    assert execution.values["p", "a"] == Returned(1)
    assert isinstance(execution.values["p", "b"], Raised)


def test_a_problem_that_was_answered_keeps_its_values_when_a_later_one_crashes() -> None:
    cells = [Cell("a = 1\n", None, 1, "p"), Cell("import os; os._exit(2)\nb = 2\n", None, 5, "q")]
    execution = execute(cells, [Wanted("p", ("a",)), Wanted("q", ("b",))])
    assert execution.values == {("p", "a"): Returned(1), ("q", "b"): Returned(2)}


def test_a_program_that_is_run_again_keeps_its_first_values(tmp_path: Path) -> None:
    count = f"import os\nn = len(os.listdir({str(tmp_path)!r}))\nopen(f'{tmp_path}/{{n}}', 'w')\n"
    cells = [Cell(count, None, 1, "p"), Cell("os._exit(2)\nm = n\n", None, 9, "q")]
    with Sandbox(NONE) as open_to_the_machine:
        wanted = [Wanted("p", ("n",)), Wanted("q", ("m",))]
        execution = execute(cells, wanted, sandbox=open_to_the_machine)
    assert execution.values == {("p", "n"): Returned(0), ("q", "m"): Returned(1)}


def test_a_statement_that_runs_well_in_the_end_is_no_incident(tmp_path: Path) -> None:
    source = (
        "import os\n"
        f"a = os.mkdir('{tmp_path}/again') if not os.listdir({str(tmp_path)!r}) else 5\n"
        "b = a + 1\nif a is None: os._exit(3)\n"
    )
    with Sandbox(NONE) as open_to_the_machine:
        execution = execute(
            [Cell(source, None, 11, "p")], [Wanted("p", ("a", "b"))], sandbox=open_to_the_machine
        )
    assert list(execution.values.values()) == [Returned(5), Returned(6)]
    assert [one.place for one in execution.incidents] == ["line 14"]


def test_a_program_without_cells_misses_everything() -> None:
    assert execute([], [Wanted("p", ("a",))]).values == {("p", "a"): Missing("a")}


def test_facts_tell_the_functions_and_the_assigned_names() -> None:
    cells = [
        Cell(
            "import numpy as np\ndef f(x):\n    return [np.dot(i, i) for i in x]\n", None, 11, "p"
        ),
        Cell("def f(y, z): ...\nlast = 1\n", "cell 4", 1, "q"),
    ]
    facts = execute(cells).facts
    assert facts.assigned == (("np", "f"), ("f", "last"))
    first, last = facts.function("f", "p"), facts.function("f")
    assert first is not None
    assert last is not None
    assert (first.place, first.loops, first.calls) == ("line 12", 1, ("numpy.dot",))
    assert (last.place, last.blank) == ("cell 4, line 1", True)
    assert facts.function("g") is None


def test_a_source_that_is_too_large_is_one_incident() -> None:
    execution = run("a = 1\n" + "#" * 300_000, "a")
    assert [one.kind for one in execution.incidents] == ["SyntaxError"]
    assert execution.values["p", "a"] == Missing("a") or isinstance(
        execution.values["p", "a"], Raised
    )


# -- what a program could cost the grader ----------------------------------------------------------


def test_an_empty_array_of_many_rows_is_over_the_limit() -> None:
    (outcome,) = values("import numpy as np\na = np.zeros((2**31 - 1, 0))\n", "a")
    assert isinstance(outcome, OverLimit)
    assert (outcome.limit, outcome.value) == ("result", "10000 elements")
    (outcome,) = values("import numpy as np\na = np.zeros((0, 3, 5))\n", "a")
    assert isinstance(outcome, Returned)


def test_a_line_of_blanks_is_read_at_once() -> None:
    spaces = " " * 200_000
    (outcome,) = values(f"x = ...{spaces}+ 1\na = 5\n", "a")
    assert outcome == Returned(5)


def test_reading_a_source_is_on_the_programs_account() -> None:
    slow = "try: pass\nfinally: pass\n"
    for _ in range(17):
        slow = "try: pass\nfinally:\n" + "".join(f" {line}\n" for line in slow.splitlines())
    cells = [*(Cell(slow, f"cell {n}") for n in range(9)), Cell("a = 1", "cell 9", 1, "p")]
    limits = Limits(call_seconds=30, total_seconds=1)
    outcome = execute(cells, [Wanted("p", ("a",))], limits=limits).values["p", "a"]
    assert isinstance(outcome, NotReached)
    assert isinstance(outcome.cause, OverLimit)
    assert (outcome.cause.limit, outcome.cause.value) == ("time", "1 s")


def test_a_limit_on_values_does_not_touch_what_is_told_of_the_source() -> None:
    source = "def f(x):\n    return x\na = 5\nb = 'x' * 100\n"
    execution = run(source, "a", "b", limits=Limits(result_bytes=40))
    assert execution.values["p", "a"] == Returned(5)
    assert execution.values["p", "b"] == OverLimit("result", "40 bytes")
    assert execution.facts.function("f", "p") is not None
