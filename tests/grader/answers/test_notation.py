"""Values are written exactly, plainly, and never long."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given

from grader.answers import notation
from grader.answers.notation import in_notation, in_print
from grader.sandbox.wire.frames import Opaque, Tensor
from tests.grader.answers.test_answer import VALUES


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (24, "24"),
        (-3, "-3"),
        (Fraction(1, 2), "1/2"),
        (0.1, "0.1"),
        (1 / 3, "0.333333"),
        (2.0, "2"),
        (85847041.0, "85847041"),
        (-1e14, "-100000000000000"),
        (1e15, "1e+15"),
        (52.0000001, "52.0000001"),
        (-2.9999999999, "-2.9999999999"),
        (1 - 1e-16, "0.99999999999999989"),
        (123456.789, "123456.789"),
        (1e-30, "1e-30"),
        (1e300, "1e+300"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        (True, "True"),
        (None, "None"),
        ("same", "same"),
        ((16, 24, 25), "(16, 24, 25)"),
        ((7,), "(7,)"),
        ((), "()"),
        ([], "[]"),
        ([1, [2, (3, 4)]], "[1, [2, (3, 4)]]"),
        ({"kind": "conv", "kernel": (3, 5)}, "{'kind': 'conv', 'kernel': (3, 5)}"),
        ([{"stride": 2}, {}], "[{'stride': 2}, {}]"),
        (np.float32(0.5), "0.5"),
        (np.array(7), "7"),
        (np.array([[1, 2, 3], [4, 5, 6]]), "[[1, 2, 3], [4, 5, 6]]"),
        (np.array([Fraction(1, 2), 3], dtype=object), "[1/2, 3]"),
        (Tensor(np.array([0.5, 1.5])), "[0.5, 1.5]"),
        (Opaque("numpy.matrix", "[[1 2]]"), "[[1 2]]"),
        (Opaque("submission.Mine", ""), "<submission.Mine>"),
        ([7, Opaque("int", "an integer of 33220 bits")], "[7, …]"),
        ("a\x1b[2Jb\n\0", "a\\x1b[2Jb\\n\\x00"),
        (Opaque("a.B", "x\x07"), "x\\x07"),
    ],
)
def test_a_value_is_written_as_a_reader_would(value: object, text: str) -> None:
    assert in_notation(value) == text


@pytest.mark.parametrize(
    "value",
    [
        np.zeros((300, 300, 300), dtype=np.int8),
        np.zeros((1,) * 60 + (10**7,), dtype=np.int8),
        [0] * 10**6,
        "x" * 10**7,
        10**1000,
        [["x" * 500] * 500] * 500,
    ],
    ids=["cube", "many axes", "list", "text", "number", "texts"],
)
def test_a_long_value_is_cut_before_it_is_written_out(value: Any) -> None:
    text = in_notation(value)
    assert len(text) == 300
    assert text.endswith("…")


class Counted(list[int]):
    """A list that ends a test which reads too much of it."""

    def __iter__(self) -> Iterator[int]:
        for number, cell in enumerate(super().__iter__()):
            assert number <= 300
            yield cell


def test_no_more_cells_are_read_than_are_shown() -> None:
    row = Counted([0] * 1000)
    assert in_notation(row).startswith("[0, 0, 0")
    assert in_notation([row] * 1000).startswith("[[0, 0, 0")


def test_a_text_is_cut_where_it_is_told() -> None:
    assert in_notation([1, 2, 3], most=9) == "[1, 2, 3]"
    assert in_notation([1, 2, 3], most=8) == "[1, 2, …"
    assert in_notation(["abc"] * 9, most=10) == "[abc, abc…"


@given(VALUES)
def test_any_value_has_a_notation_that_fits(value: object) -> None:
    text = in_notation(value, most=50)
    assert len(text) <= 50
    assert text.isprintable()


def test_letters_of_all_scripts_are_printed_as_they_are() -> None:
    assert in_print("čšž ąę жы 16 × 24") == "čšž ąę жы 16 × 24"


def test_a_few_plain_numbers_are_written_at_once_as_cell_by_cell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = Random(5)
    numbers: list[Callable[[], Any]] = [
        lambda: chosen.randint(-99, 99),
        lambda: Fraction(chosen.randint(-99, 99), chosen.randint(1, 40)),
        lambda: chosen.uniform(-1, 1) * 10.0 ** chosen.randint(-9, 18),
        lambda: chosen.choice([0.0, -0.0, 3.0, 1e15, 2.0000000001, math.inf, math.nan]),
        lambda: 10 ** chosen.randint(1, 60),
    ]
    arrays = []
    for shape in [(4,), (3, 2), (2, 3, 4)] * 60:
        array = np.empty(shape, dtype=object)
        kinds = chosen.sample(numbers, 2)
        array.ravel()[:] = [chosen.choice(kinds)() for _ in range(array.size)]
        arrays.append(array)
    shapes = [tuple(array.ravel().tolist()) for array in arrays]
    cases = [(value, most) for value in (*arrays, *shapes) for most in (30, 300)]
    at_once = [in_notation(array, most) for array, most in cases]
    monkeypatch.setattr(notation, "_FEW_CELLS", 0)
    assert [in_notation(array, most) for array, most in cases] == at_once
