"""The syntax facts of functions: blanks, loops, and what is called."""

from __future__ import annotations

from typing import Any

import pytest

from grader.sandbox.inside.functions import MAX_CLOSED, blank_places, facts
from grader.sandbox.inside.reading import read_cell


def facts_of(*sources: str) -> dict[str, dict[str, Any]]:
    cells = [
        read_cell(source, 1, f"<submission {index}>", 0)[0] for index, source in enumerate(sources)
    ]
    return {record["name"]: record for record in facts(cells)}


def function(body: str) -> dict[str, Any]:
    lines = "\n".join(f"    {line}" for line in body.split("\n"))
    return facts_of(f"import numpy as np\ndef f(x, w, s=1):\n{lines}\n")["f"]


def test_functions_classes_and_methods_are_listed_in_order() -> None:
    source = (
        "def conv(x, w, /, stride=1, *rest, mode=None, **more): return x\n"
        "class Layer:\n"
        "    def __init__(self, w): self.w = w\n"
        "    def fwd_pass(self, p): return p\n"
        "pool = lambda x, k: x\n"
        "if True:\n    def late(): return 1\n"
    )
    found = facts_of("", source)
    kinds = {name: (one["kind"], one["cell"], one["line"]) for name, one in found.items()}
    assert kinds == {
        "conv": ("function", 1, 1),
        "Layer": ("class", 1, 2),
        "Layer.__init__": ("method", 1, 3),
        "Layer.fwd_pass": ("method", 1, 4),
        "pool": ("function", 1, 5),
        "late": ("function", 1, 7),
    }


def test_what_a_function_declares_global_is_of_the_top_level() -> None:
    source = (
        "def main():\n    global conv, Layer\n    def own(): return [i for i in ()]\n"
        "    if True:\n        def conv(x): return [own() for _ in x]\n"
        "    class Layer:\n        def fwd(self): return conv(1)\n"
    )
    found = facts_of(source)
    assert list(found) == ["main", "conv", "Layer", "Layer.fwd"]
    assert (found["conv"]["line"], found["conv"]["loops"], found["Layer.fwd"]["loops"]) == (5, 1, 1)


@pytest.mark.parametrize(
    ("body", "blank"),
    [
        ("...", True),
        ("pass", True),
        ('"""What to do."""\n...', True),
        ('"""What to do."""', True),
        ("raise NotImplementedError", True),
        ("raise NotImplementedError('to do')", True),
        ("return ...", True),
        ("return None", False),
        ("return 'text'", False),
        ("return", False),
        ("raise ValueError", False),
        ("5", False),
        ("x = 1\n...", False),
    ],
)
def test_a_body_as_the_sheet_had_it_is_blank(body: str, blank: bool) -> None:
    assert function(body)["blank"] is blank


def test_blank_functions_are_told_by_their_place_and_blank_classes_by_name() -> None:
    source = (
        "@staticmethod\ndef f(): ...\n"
        "class K: ...\n"
        "class L:\n    def g(self): ...\n"
        "class M: ...\nclass M:\n    x = 1\n"
        "class N:\n    def g(self): ...\n    def h(self): return 1\n"
        "class P:\n    def __init__(self): ...\n    def h(self): return 1\n"
    )
    places, classes = blank_places(list(facts_of(source).values()))
    assert (0, 1) in places  # the decorator's line, as in the code object
    assert (0, 5) in places
    assert classes == {"K", "L", "P"}  # without its __init__ a class makes nothing


@pytest.mark.parametrize(
    ("body", "loops"),
    [
        ("return x", 0),
        ("for i in x:\n    pass", 1),
        ("while x:\n    pass", 1),
        ("for i in x:\n    for j in x:\n        pass", 2),
        ("for i in x:\n    pass\nfor j in x:\n    pass", 2),
        ("return [i for i in x]", 1),
        ("return {i: j for i in x for j in i if j}", 2),
        ("return sum(i for i in x)", 1),
        ("return [[j for j in i] for i in x]", 2),
        ("return [j for i in x for j in [k for m in i for k in m]]", 4),
        ("for i in [j for j in x]:\n    pass", 2),
        ("return [i for i in [j for j in x]]", 2),
        ("while any(i for i in x):\n    pass", 2),
        ("for i in x:\n    pass\nelse:\n    for j in x:\n        pass", 2),
        ("def inner():\n    for i in x:\n        pass\nreturn inner()", 1),
        ("return (lambda: [i for i in x])()", 1),
    ],
)
def test_loops_are_counted(body: str, loops: int) -> None:
    assert function(body)["loops"] == loops


def test_the_loops_of_what_is_called_count_each_function_once() -> None:
    found = facts_of(
        "def window(x):\n    return [i for i in x]\n"
        "def row(x):\n    for i in x:\n        window(x)\n        window(x)\n",
        "def conv(x):\n    for i in x:\n        row(x)\n    window(x)\n",
    )
    assert {name: one["loops"] for name, one in found.items()} == {"window": 1, "row": 2, "conv": 3}
    own = {name: (one["own_loops"], one["callees"]) for name, one in found.items()}
    assert own == {"window": (1, ()), "row": (1, ("window",)), "conv": (1, ("row", "window"))}


def test_methods_called_through_self_and_constructors_count() -> None:
    found = facts_of(
        "class Layer:\n"
        "    def __init__(this, w):\n        for i in w: pass\n"
        "    def fwd(this, x):\n        for i in x: this.one(x)\n"
        "    def one(self, x):\n        while x: pass\n"
        "def build(w):\n    return [Layer(v) for v in w]\n"
    )
    loops = {name: one["loops"] for name, one in found.items()}
    assert (loops["Layer.fwd"], loops["build"], loops["Layer"]) == (2, 2, 3)
    assert "Layer.one" in found["Layer.fwd"]["calls"]


def test_recursion_is_followed_once() -> None:
    found = facts_of(
        "def even(n):\n    for i in n: odd(n)\n"
        "def odd(n):\n    for i in n: even(n)\n"
        "def own(n):\n    for i in n: own(n)\n"
    )
    assert {name: one["loops"] for name, one in found.items()} == {"even": 2, "odd": 2, "own": 1}


@pytest.mark.parametrize(
    ("imports", "call", "name"),
    [
        ("import numpy as np", "np.convolve(x, w)", "numpy.convolve"),
        ("import numpy", "numpy.convolve(x, w)", "numpy.convolve"),
        ("from numpy import convolve", "convolve(x, w)", "numpy.convolve"),
        ("from numpy import convolve as c", "c(x, w)", "numpy.convolve"),
        ("import scipy.signal as s", "s.convolve(x, w)", "scipy.signal.convolve"),
        ("import scipy.signal", "scipy.signal.convolve(x, w)", "scipy.signal.convolve"),
        ("from scipy import signal", "signal.convolve(x, w)", "scipy.signal.convolve"),
        ("import torch.nn.functional as F", "F.conv1d(x, w)", "torch.nn.functional.conv1d"),
        ("import numpy as np\nc = np.convolve", "c(x, w)", "numpy.convolve"),
        ("from numpy import *", "convolve(x, w)", "numpy.convolve"),
        ("try:\n    import numpy as np\nexcept E: pass", "np.convolve(x, w)", "numpy.convolve"),
        ("", "x.reshape(2, 3)", "x.reshape"),
        ("import numpy as np", "np.array(x).dot(w)", ".dot"),
        ("", "len(x)", "len"),
        ("import numpy as np", "getattr(np, 'con' + 'volve')(x, w)", "numpy.convolve"),
        ("import numpy as np", "getattr(np, x)(w)", "numpy.*"),
        ("import numpy as np", "vars(np)['convolve'](x, w)", "numpy.convolve"),
        ("import numpy as np", "np.__dict__[x](w)", "numpy.*"),
        ("import numpy as np\nc = getattr(np, 'convolve')", "c(x, w)", "numpy.convolve"),
        ("", "__import__('scipy.signal').signal.convolve(x, w)", "scipy.signal.convolve"),
        ("", "__import__(x).convolve(w)", "*.convolve"),
        ("import importlib", "importlib.import_module('numpy').dot(x, w)", "numpy.dot"),
        ("from importlib import import_module as m", "m('numpy.fft').fft(x)", "numpy.fft.fft"),
        ("import sys", "sys.modules['numpy'].dot(x, w)", "sys.modules"),
        ("import numpy as np", "list(map(np.convolve, x, w))", "numpy.convolve"),
        ("from numpy import convolve as c", "reduce(c, x)", "numpy.convolve"),
    ],
)
def test_calls_are_named_with_their_imports_resolved(imports: str, call: str, name: str) -> None:
    found = facts_of(f"{imports}\n", f"def f(x, w):\n    return {call}\n")
    assert name in found["f"]["calls"]


def test_what_a_parameter_stands_for_unless_it_is_given_is_named() -> None:
    found = facts_of(
        "import numpy as np\n"
        "def f(x, w, conv=np.convolve, *, pad=np.pad): return conv(pad(x), w)\n"
        "def g(x, conv): return conv(x)\n"
    )
    assert found["f"]["calls"] == ("numpy.convolve", "numpy.pad")
    assert found["g"]["calls"] == ("conv",)


def test_what_lies_inside_of_what_is_named_is_not_named_again() -> None:
    found = facts_of(
        "import numpy as np\ndef f(x):\n    return np.lib.stride_tricks.sliding_window_view(x, 3)\n"
    )
    assert found["f"]["calls"] == ("numpy.lib.stride_tricks.sliding_window_view",)


def test_an_import_inside_of_a_function_counts_there() -> None:
    found = facts_of("def f(x):\n    import numpy as q\n    return q.pad(x)\ndef g(q): q.pad(1)\n")
    assert found["f"]["calls"] == ("numpy.pad",)
    assert found["g"]["calls"] == ("q.pad",)


def test_the_calls_of_what_is_called_are_named_too() -> None:
    found = facts_of(
        "import numpy as np\ndef f(x):\n    return g(x)\ndef g(x):\n    np.convolve(x)\n"
    )
    assert found["f"]["calls"] == ("g", "numpy.convolve")


def test_a_definition_that_comes_again_is_listed_again_and_the_last_is_called() -> None:
    cells = [
        read_cell("def g():\n    for i in x: pass\ndef f(): g()\n", 1, "<submission 0>", 0)[0],
        read_cell("def g(): pass\n", 1, "<submission 1>", 0)[0],
    ]
    found = [(one["name"], one["cell"], one["loops"]) for one in facts(cells)]
    assert found == [("g", 0, 1), ("f", 0, 0), ("g", 1, 0)]


def test_a_function_calls_what_its_own_problem_defines_and_not_a_later_one() -> None:
    sources = (
        "def g():\n    for i in x: pass\ndef f(): g(); h()\n",
        "def h():\n    while x: pass\n",
        "def g(): pass\ndef h(): pass\ndef f(): return g()\n",
    )
    cells = [read_cell(s, 1, f"<submission {n}>", 0)[0] for n, s in enumerate(sources)]
    loops = [(one["name"], one["cell"], one["loops"]) for one in facts(cells, ends=(1, 1, 2))]
    assert loops == [("g", 0, 1), ("f", 0, 2), ("h", 1, 1), ("g", 2, 0), ("h", 2, 0), ("f", 2, 0)]
    calls = [one["calls"] for one in facts(cells, ends=(1, 1, 2)) if one["name"] == "f"]
    assert calls == [("g", "h"), ("g",)]


def test_a_program_of_very_many_functions_is_not_followed_through_its_calls() -> None:
    count = MAX_CLOSED + 1
    source = "".join(f"def f{i}():\n    for j in f{i + 1}(): pass\n" for i in range(count))
    assert facts_of(source)["f0"]["loops"] == 1
    few = "".join(f"def f{i}():\n    for j in f{i + 1}(): pass\n" for i in range(count - 1))
    assert facts_of(few)["f0"]["loops"] == count - 1
