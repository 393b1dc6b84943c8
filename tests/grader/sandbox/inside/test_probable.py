"""Lines that are no valid Python tell which names they would have given."""

from __future__ import annotations

import pytest

from grader.sandbox.inside.probable import bound_names, probable_names
from grader.sandbox.inside.reading import read_cell


@pytest.mark.parametrize(
    ("line", "bound", "assigned"),
    [
        ("for i in range(3)", ("i",), ()),
        ("for (i, row) in enumerate(x)", ("i", "row"), ()),
        ("async for i in x y:", ("i",), ()),
        ("from math import sqrt pi", ("sqrt",), ()),
        ("import numpy as np as", ("np",), ()),
        ("import numpy numpy", ("numpy",), ()),
        ("with open(p) as f", ("f",), ()),
        ("format = 3 4", (), ("format",)),
        ("important = for i in x", (), ("important",)),
        ("dx, dy = 1 2", (), ("dx", "dy")),
    ],
)
def test_names_of_loops_and_imports_are_kept_apart_from_those_of_assignments(
    line: str, bound: tuple[str, ...], assigned: tuple[str, ...]
) -> None:
    assert bound_names([line]) == bound
    assert probable_names([line]) == assigned


def test_a_loop_without_a_body_gives_its_name_and_a_function_keeps_its_own() -> None:
    source = "for i in range(3):\nprint(i)\ndef f(x):\n    for j in x\n        pass\n"
    loop, after, function = read_cell(source, 1, "<submission 0>", 0)[0]
    assert [one.bound for one in (loop, after, function)] == [("i",), (), ()]
    assert [one.names for one in (loop, after, function)] == [(), (), ("f",)]
