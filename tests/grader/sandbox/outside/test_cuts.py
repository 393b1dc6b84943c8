"""Of what nothing came it is said what hangs loose; what has come is never looked at so."""

from __future__ import annotations

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import Blank, Missing, Outcome, Raised, Returned
from grader.sandbox.outside.program import Cell, Probe
from problems.probe import Call, Put, Read, Step


def observed(cells: dict[str, str], probes: dict[str, tuple[Step, ...]]) -> dict[str, Outcome]:
    """What the probes see of one program, each of whose cells answers a problem of its own."""
    execution = execute(
        [Cell(source, f"cell {n}", 1, name) for n, (name, source) in enumerate(cells.items(), 1)],
        [],
        [Probe(problem, "only", steps) for problem, steps in probes.items()],
    )
    return {problem: seen[0] for (problem, _), seen in execution.observations.items()}


def of_function(name: str) -> tuple[Step, ...]:
    return Put("x", 3), Call("y", name, ("x",)), Read("y")


def of_method(kind: str, name: str) -> tuple[Step, ...]:
    return Put("x", 3), Call("one", kind, ("x",)), Call("y", f"one.{name}", ("x",)), Read("y")


def test_what_a_line_in_column_0_has_taken_away_is_an_error_at_that_line() -> None:
    cells = {
        "left blank": 'def f1(x):\n    """Doc."""\ndef h1(k):\n    return k\n    return x\n',
        "nothing": "def f2(x):\n    y = x\ndef h2(k):\n    return k\n    return y\n",
        "class inside": "def f3(x):\n    y = x\nclass A3:\n    z = 1\n    return y\n",
        "statement": "def f4(x):\n    y = x\nout4 = y + 1\n",
        "method": "class K5:\n    def __init__(self, x):\n        self.x = x\n"
        "def f5(self, x):\n    return x\n",
        "constructor": 'class K6:\n    """Doc."""\ndef __init__(self, x):\n    self.x = x\n',
        "nested": "class K7:\n    def __init__(self, x):\n        self.x = x\n"
        "def h7(k):\n    return k\n    def f7(self, x):\n        return x\n",
        "other cell": "class K8:\n    def __init__(self, x):\n        self.x = x\n",
        "method alone": "def f8(self, x):\n    return x\n",
    }
    probes = {
        "left blank": of_function("f1"),
        "nothing": of_function("f2"),
        "class inside": of_function("f3"),
        "statement": of_function("f4"),
        "method": of_method("K5", "f5"),
        "constructor": of_method("K6", "f6"),
        "nested": of_method("K7", "f7"),
        "other cell": of_method("K8", "f8"),
    }
    hints = {
        "left blank": ("cell 1, line 3", "cut-in-two", {"name": "f1", "place": "cell 1, line 5"}),
        "nothing": ("cell 2, line 3", "cut-in-two", {"name": "f2", "place": "cell 2, line 5"}),
        "class inside": ("cell 3, line 3", "cut-in-two", {"name": "f3", "place": "cell 3, line 5"}),
        "statement": ("cell 4, line 3", "cut-off", {"name": "f4"}),
        "method": ("cell 5, line 4", "outdented-method", {"name": "f5", "owner": "K5"}),
        "constructor": (
            "cell 6, line 3",
            "outdented-method",
            {"name": "__init__", "owner": "K6"},
        ),
        "nested": ("cell 7, line 4", "cut-in-two", {"name": "K7", "place": "cell 7, line 6"}),
        "other cell": ("cell 9, line 1", "outdented-method", {"name": "f8", "owner": "K8"}),
    }
    seen = observed(cells, probes)
    for problem, (place, key, details) in hints.items():
        outcome = seen[problem]
        assert isinstance(outcome, Raised), (problem, outcome)
        assert (outcome.type, outcome.place) == ("IndentationError", place)
        assert outcome.hint is not None
        assert (outcome.hint.key, outcome.hint.details) == (key, details)


def test_right_programs_that_look_so_keep_what_came_of_them() -> None:
    cells = {
        "in place": "def fill1(x, y):\n    x.append(y)\n\ndef f1(x):\n    out = []\n"
        "    fill1(out, x)\n    return out\n    print(y)\n",
        "assigned": "class K2:\n    def __init__(self, x):\n        self.x = x\n\n"
        "def f2(self, x):\n    return self.x + x\n\nK2.f2 = f2\n",
        "decorated": "def twice3(f):\n    def g(x):\n        return 2 * f(x)\n    return g\n\n"
        "@twice3\ndef f3(x):\n    return x\n",
        "set": 'class K4:\n    """Doc."""\n\ndef __init__(self, x):\n    self.x = x\n\n'
        "def f4(self, x):\n    return self.x + x\n\n"
        "for one in (__init__, f4):\n    setattr(K4, one.__name__, one)\n",
        "global": "def f5(x):\n    if x == 3:\n        return y5\n    print(x)\n\ny5 = 8\nx = y5\n",
        "no return": "x7 = 1\ndef f7(x7):\n    print(x7)\n\nz7 = x7\n",
        "two classes": "class K8:\n    def __init__(self, x):\n        self.x = x\n\n"
        "class L8:\n    def __init__(self, x):\n        self.x = x\n\n"
        "    def f8(self, x):\n        return x\n",
        "other method": "class K9:\n    def __init__(self, x):\n        self.x = x\n\n"
        "def g9(self, x):\n    return x\n",
        "missing": "class K6:\n    def __init__(self, x):\n        self.x = x\n\n"
        "def f6(x):\n    return x\n",
    }
    probes = {
        "in place": of_function("f1"),
        "assigned": of_method("K2", "f2"),
        "decorated": of_function("f3"),
        "set": of_method("K4", "f4"),
        "global": of_function("f5"),
        "no return": of_function("f7"),
        "two classes": of_method("K8", "f8"),
        "other method": of_method("K9", "f9"),
        "missing": of_method("K6", "f6"),
    }
    assert observed(cells, probes) == {
        "in place": Returned([3]),
        "assigned": Returned(6),
        "decorated": Returned(6),
        "set": Returned(6),
        "global": Returned(8),
        "no return": Returned(None),
        "two classes": Missing("f8"),
        "other method": Missing("f9"),
        "missing": Missing("f6"),
    }


def test_a_class_that_is_asked_for_takes_no_methods_from_the_blank_one_above_it() -> None:
    blank = "class {}:\n    def f(self, x):\n        ...\n\n    def g(self, x):\n        ...\n"
    found = execute(
        [Cell(blank.format("A9") + "\n\n" + blank.format("B9"), "cell 1", 1, "two")],
        [],
        [
            Probe(
                "two", name, (Put("x", 3), Call("one", name), Call("y", "one.f", ("x",)), Read("y"))
            )
            for name in ("A9", "B9")
        ],
    ).observations
    assert {name: seen for (_, name), seen in found.items()} == {
        "A9": (Blank(),),
        "B9": (Blank(),),
    }
