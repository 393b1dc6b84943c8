"""What NumPy refuses for the kind of an array is done as it is meant, and all else as it stands."""

from __future__ import annotations

import ast
import builtins
import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.sandbox.inside.mended_arrays import INTEGERS, ONE_ELEMENT, install, mended_arrays
from grader.sandbox.inside.reading import read_cell

ONE = np.array([2.25])
COLUMN = np.array([[2.25]])
THREE = np.array([1.5, 2.5, 3.5])


@pytest.fixture
def found() -> Iterator[set[str]]:
    """The mistakes that were met; the builtins are as they were after the test."""
    keys: set[str] = set()
    install(keys)
    yield keys
    for name in [one for one in vars(builtins) if one.startswith("__mended_")]:
        delattr(builtins, name)


def defined(source: str, **given: Any) -> dict[str, Any]:
    """The globals of a program whose functions are mended."""
    names: dict[str, Any] = {"np": np, "math": math, **given}
    (statements, flags, _) = read_cell(source, 1, "<test>", 0)
    for statement in statements:
        mended_arrays(statement.node)
        assert statement.node is not None
        tree = ast.Module(body=[statement.node], type_ignores=[])
        exec(compile(tree, "<test>", "exec", flags), names)  # noqa: S102
    return names


def value(body: str, **given: Any) -> Any:
    """What a function with this body returns."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    return defined(f"def f():\n{lines}", **given)["f"]()


OF_ONE: dict[str, tuple[str, Any]] = {
    "a cell": ("out = np.zeros(3)\nout[1] = ONE\nreturn out", [0, 2.25, 0]),
    "a cell of a matrix": ("out = np.zeros((1, 2))\nout[0, 1] = COLUMN\nreturn out", [[0, 2.25]]),
    "a cell that is added to": ("out = np.ones(2)\nout[0] += ONE\nreturn out", [3.25, 1]),
    "float": ("return float(COLUMN)", 2.25),
    "int": ("return int(ONE)", 2),
    "round": ("return round(ONE, 1)", 2.2),
    "a root": ("return math.sqrt(ONE)", 1.5),
    "a function of a module that was imported": ("from math import sqrt\nreturn sqrt(ONE)", 1.5),
    "a format": ("return f'{ONE:.1f}' == '2.2'", True),
    "an inner function": ("def g(a): return float(a)\nreturn g(ONE)", 2.25),
    "a comprehension": ("return [float(a) for a in [ONE, COLUMN]]", [2.25, 2.25]),
    "a loop in a condition": (
        "out = np.zeros(2)\nfor i in range(2):\n    if i:\n        out[i] = ONE\nreturn out",
        [0, 2.25],
    ),
}


@pytest.mark.parametrize("name", OF_ONE)
def test_an_array_of_one_element_is_its_number(name: str, found: set[str]) -> None:
    body, expected = OF_ONE[name]
    assert np.array_equal(value(body, ONE=ONE, COLUMN=COLUMN), expected)
    assert found == {ONE_ELEMENT}


OF_INTEGERS: dict[str, tuple[str, Any]] = {
    "a whole array": ("a = np.zeros(3, dtype=int)\na += THREE\nreturn a", [1.5, 2.5, 3.5]),
    "a part": ("a = np.zeros(4, int)\na[1:] += THREE\na[:3] -= THREE\nreturn a",
               [-1.5, -1, -1, 3.5]),
    "a cell": ("a = np.ones(2, dtype=np.int32)\na[1] *= 2.5\nreturn a", [1, 2.5]),
    "a division": ("a = np.array([1, 3])\na //= 1\na /= 2\nreturn a", [0.5, 1.5]),
    "another name": ("a = b = np.zeros(3, dtype=int)\na += THREE\nreturn b", [1.5, 2.5, 3.5]),
    "an attribute": (
        "class C: pass\nC.a = np.zeros(3, dtype=int)\nC.a[:] += THREE\nC.a += 1\nreturn C.a",
        [2.5, 3.5, 4.5],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", OF_INTEGERS)
def test_an_array_of_integers_takes_decimals(name: str, found: set[str]) -> None:
    body, expected = OF_INTEGERS[name]
    assert np.array_equal(value(body, THREE=THREE), expected)
    assert found == {INTEGERS}


AS_THEY_ARE: dict[str, tuple[str, Any]] = {
    "cells, lists and names": (
        "a, b, c = np.zeros(2), [0, 0], {}\na[0] = 3\nb[1] = [4]\nc['k'] = 5\nb += [6]\n"
        "return [a[0], b, c['k']]",
        [3, [0, [4], 6], 5],
    ),
    "whole numbers": ("a = np.zeros(2, int)\na[0] += 3.0\na += 1\nreturn a.dtype.kind", "i"),
    "cells that are cut off": ("a = np.zeros(2, int)\na[0] = 2.7\nreturn a[0]", 2),
    "texts and numbers": ("return [float('2'), int(2.5), round(2.71, 1), math.sqrt(4)]",
                          [2, 2, 2.7, 2]),
    "what has such a name": ("class C:\n    sqrt = staticmethod(len)\nreturn C.sqrt(THREE)", 3),
    "the class of a type": ("return isinstance(2.0, float) and np.zeros(1, dtype=float).dtype.kind",
                            "f"),
    "the part of a list": ("a = [1, 2, 3]\na[1:] += [4]\nreturn a", [1, 2, 3, 4]),
}  # fmt: skip


@pytest.mark.parametrize("name", AS_THEY_ARE)
def test_what_python_does_by_itself_is_done_as_it_stands(name: str, found: set[str]) -> None:
    body, expected = AS_THEY_ARE[name]
    assert value(body, THREE=THREE) == expected
    assert found == set()


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ("a = np.zeros(3)\na[0] = THREE", "setting an array element with a sequence"),
        ("a = np.zeros(3)\na[5] = 1", "out of bounds"),
        ("return float(THREE)", "can be converted"),
        ("return float('two')", "could not convert"),
        ("return math.sqrt(-1)", "(math domain error|nonnegative)"),
        ("return f'{THREE:.2f}'", "unsupported format string"),
        ("a = np.zeros(3, dtype=np.int8)\na += THREE", "Cannot cast"),
        ("a = np.zeros(3, dtype=int)\nb = a[:]\nb += THREE", "Cannot cast"),
    ],
)
def test_other_errors_are_those_of_the_program(body: str, error: str, found: set[str]) -> None:
    with pytest.raises((TypeError, ValueError, IndexError), match=error):
        value(body, THREE=THREE)
    assert found == set()


def test_an_assignment_works_each_part_out_once(found: set[str]) -> None:
    body = (
        "def note(x):\n    said.append(x)\n    return x\n"
        "a = np.zeros(4, int)\n"
        "def it(): note('a'); return a\n"
        "it()[note(1)] = note(2.5)\n"
        "it()[note(2):] += note(1)\n"
        "it()[note(3)] += note(0.5)\n"
        "return a"
    )
    said: list[Any] = []
    assert np.array_equal(value(body, said=said), [0, 2, 1, 1.5])
    assert said == [2.5, "a", 1, "a", 1, 2, "a", 3, 0.5]
    assert found == {INTEGERS}


def test_what_stands_outside_of_functions_stays(found: set[str]) -> None:
    assert not mended_arrays(read_cell("a[0] = float(b)", 1, "<test>", 0)[0][0].node)
    with pytest.raises(TypeError, match="can be converted"):
        defined("a = float(ONE)", ONE=ONE)
    assert found == set()
