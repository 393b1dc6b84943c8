"""What is tried for names that stand for nothing, and that nothing is tried where all names do."""

from __future__ import annotations

import ast
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from grader.sandbox.inside.single_changes import put
from grader.sandbox.inside.unknown_names import unknown_names


def made(source: str, **values: Any) -> list[str]:
    """The definition with each change, as it is written, in their order."""
    (definition,) = ast.parse(source).body
    whole = ast.unparse(definition)
    found = []
    for _, replaced in unknown_names(definition, values):
        before = put(replaced)
        found.append(ast.unparse(ast.fix_missing_locations(definition)))
        put(before)
        assert ast.unparse(definition) == whole
    return found


def functional() -> ModuleType:
    library = ModuleType("library")
    library.functional = ModuleType("library.functional")  # type: ignore[attr-defined]
    library.functional.max_pool2d = library.functional.relu = len
    return library


@pytest.mark.parametrize(
    ("source", "meant"),
    [
        ("def f(x):\n    out = x\n    return ouT", "return out"),
        ("def f(x):\n    d_p = x\n    dp += 1\n    return dp", "dp = 0"),
        ("def f(x):\n    out.append(x)\n    return out", "out = []"),
        ("def f(x):\n    return np.sum(x)", "import numpy as np"),
        ("def f(x):\n    return F.relu(x)", "import torch.nn.functional as F"),
        ("def f(self, x):\n    return x", "def f(x)"),
        ("def f(x):\n    return x.length", "x.size"),
        ("def f(x):\n    out = []\n    out.append[x]\n    return out", "out.append(x)"),
        ("class A:\n    def _init_(self, w):\n        pass", "def __init__(self, w)"),
        ("class A:\n    def __init__(w):\n        pass", "def __init__(self, w)"),
    ],
)
def test_what_raises_by_its_name_may_be_put_right(source: str, meant: str) -> None:
    assert any(meant in one for one in made(source))


@pytest.mark.parametrize(
    ("written", "library", "meant"),
    [("np.padd", np, "np.pad("), ("nn.functional.maxpool2d", functional(), "max_pool2d(")],
)
def test_a_name_that_a_library_has_not_is_looked_for_there(
    written: str, library: ModuleType, meant: str
) -> None:
    source = f"def f(x):\n    y = {written}(x)\n    return {written}(y)"
    found = made(source, **{written.partition(".")[0]: library})
    assert any(one.count(meant) == 2 for one in found)
    assert all(written not in one for one in found)  # wherever it stands


def test_what_is_imported_is_so_in_each_function_that_needs_it() -> None:
    source = """
class Model(Base):
    def __init__(self):
        self.w = 1
    def fwd(self, x):
        return F.relu(x)
    def loss(self, x):
        return F.nll_loss(x)
"""
    assert made(source, Base=object)[0].count("import torch.nn.functional as F") == 2


FUNCTION = """
def f(x):
    out = [other(i) for i in range(len(x))]
    return np.array(out)
"""
CLASS = """
class A:
    def __init__(self, w):
        self.w = w
    @staticmethod
    def g(n):
        try:
            import math as m
        except ImportError as error:
            raise error
        return m.pi * n
"""


@pytest.mark.parametrize("source", [FUNCTION, CLASS])
def test_nothing_is_changed_where_every_name_stands_for_something(source: str) -> None:
    assert made(source, np=np, other=len) == []
