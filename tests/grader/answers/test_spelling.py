"""Texts as people type and paste them: read where they can mean one thing alone."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers.answer import NoValue, read_answer
from grader.answers.expected import Expected
from grader.answers.spelling import respelled
from problems.forms import Decimal, Form, Integer, Rational, Shape, agree

DECIMAL = Decimal(0.005)
MAP = Shape("channels, rows, columns")

PRINTED: list[tuple[Form, str, Any]] = [
    (Rational(), "[[1. 2.]\n [3. 4.]]", [[1, 2], [3, 4]]),
    (Rational(), "[[ 1. -2.]\n [ 0.  3.]]", [[1, -2], [0, 3]]),
    (Rational(), "[1 -2 3]", [1, -2, 3]),
    (Rational(), "[[[1 2]\n  [3 4]]\n\n [[5 6]\n  [7 8]]]", [[[1, 2], [3, 4]], [[5, 6], [7, 8]]]),
    (Rational(), "array([[0.5, 0. ],\n       [0.25, 1. ]])", [["1/2", 0], ["1/4", 1]]),
    (Rational(), "tensor([[1., 2.]], dtype=torch.float64)", [[1, 2]]),
    (Rational(), "tensor([1., 2.], grad_fn=<AddBackward0>)", [1, 2]),
    (Rational(), "np.array([1, 2])", [1, 2]),
    (Rational(), "[Fraction(1, 2), Fraction(3)]", ["1/2", 3]),
    (Rational(), "Matrix([[1, Rational(1, 2)]])", [[1, "1/2"]]),
    (DECIMAL, "np.float64(0.2447)", 0.2447),
    (DECIMAL, "[np.float32(1.5), np.float32(2e-1)]", [1.5, 0.2]),
    (MAP, "torch.Size([8, 32, 32])", (8, 32, 32)),
]
TYPED: list[tuple[Form, str, Any]] = [
    (DECIMAL, "24.47%", 0.2447),
    (DECIMAL, "24,47 %", 0.2447),
    (DECIMAL, "[24.47%, 66.52%]", [0.2447, 0.6652]),
    (DECIMAL, "≈0.245", 0.245),
    (DECIMAL, "ca. 0,245", 0.245),
    (DECIMAL, "L = 0.245", 0.245),
    (DECIMAL, "ln(2) ≈ 0.693", math.log(2)),
    (DECIMAL, "0.7310585…", 0.7310585),
    (DECIMAL, "0,1566*2", 0.3132),
    (Rational(), "1 1 2 -1 1/2", [1, 1, 2, -1, "1/2"]),
    (Rational(), "-11 -8\n1 6", [[-11, -8], [1, 6]]),
    (Rational(), "[[-4 -6 4]; [4 6 -4]]", [[-4, -6, 4], [4, 6, -4]]),
    (MAP, "2*512 x 106 x 106", (1024, 106, 106)),
    (DECIMAL, "-ln(0,7311)", -math.log(0.7311)),
    (DECIMAL, "-log10(0.5)", -math.log10(0.5)),
    (DECIMAL, "log2(3)", math.log2(3)),
    (DECIMAL, "1,4·10^-1", 0.14),
    (DECIMAL, "5·10⁻³", 0.005),
    (DECIMAL, "[0,2447, 0,6652]", [0.2447, 0.6652]),
    (DECIMAL, "0,2447; 0,6652", [0.2447, 0.6652]),
    (Rational(), "½", "1/2"),
    (Rational(), "-1½", "-3/2"),
    (Rational(), "[½, -¼]", ["1/2", "-1/4"]),
    (Rational(), "1 5/6", "11/6"),
    (Rational(), "-1 1/2", "-3/2"),
    (Rational(), "p = 1/3 ≈ 0.333", "1/3"),
    (DECIMAL, "L = -ln p_1 = 1.408", 1.408),
    (Rational(), "“1/2”", "1/2"),
    (Rational(), "1/3 ≈ 0.33", "1/3"),
    (Rational(), "[1; 2; 3]", [1, 2, 3]),
    (Rational(), "[1 2; 3 4]", [[1, 2], [3, 4]]),
    (Rational(), "[1, 2; 3, 4]", [[1, 2], [3, 4]]),
    (Rational(), "[[1,2]; [3,4]]", [[1, 2], [3, 4]]),
    (Integer(), "182,", 182),
    (Integer(), "1,234,567", 1234567),
    (Integer(), "1_234_567", 1234567),
    (Integer(), "7*5²+7", 182),
    (DECIMAL, "0,2124*(-2), 0,2124*2", [-0.4248, 0.4248]),
    (DECIMAL, "[0,2447, 0,09003, 0,6652-1]", [0.2447, 0.09003, -0.3348]),
    (DECIMAL, "e/(1+e), 0,09, -0,3348", [math.e / (1 + math.e), 0.09, -0.3348]),
    (DECIMAL, "(0,2447; 0,09; 1 - 0,6652)", [0.2447, 0.09, 0.3348]),
    (DECIMAL, "[ln(0,5+1), 2]", [math.log(1.5), 2.0]),
    (DECIMAL, "[0,2447,0,09003,0,6652]", [0.2447, 0.09003, 0.6652]),
    (DECIMAL, "[[0,5, 1,2], [0,3, 4]]", [[0.5, 1.2], [0.3, 4.0]]),
    (DECIMAL, "[0,5 1,2; 0,3 0,4]", [[0.5, 1.2], [0.3, 0.4]]),
    (DECIMAL, "[[0,5; 1,2], [0,3; 4-0,5]]", [[0.5, 1.2], [0.3, 3.5]]),
    (DECIMAL, "24,47%, 9,0%, -33,48%", [0.2447, 0.09, -0.3348]),
    (DECIMAL, "24,47%; 9,00%; 66,52%", [0.2447, 0.09, 0.6652]),
    (DECIMAL, "[24,47 %, 9 %, 66,52 %]", [0.2447, 0.09, 0.6652]),
    (DECIMAL, "0,2447 | 0,6652", [0.2447, 0.6652]),
    (Rational(), "17 | 16 | 18", [17, 16, 18]),
    (Rational(), "[17 | 16 | 18]", [17, 16, 18]),
    (Rational(), "<17, 16, 18>", [17, 16, 18]),
    (Rational(), "⟨17, 16, 18⟩", [17, 16, 18]),
    (Rational(), "{9, 8}", [9, 8]),
    (Rational(), "{{9, 2}, {1, -2}}", [[9, 2], [1, -2]]),
    (Rational(), "(17, 16, 18)^T", [17, 16, 18]),
    (Rational(), "[9 8]ᵀ", [9, 8]),
    (Rational(), "[[9, 2] [1, -2]]", [[9, 2], [1, -2]]),
    (Rational(), "[[9, 2][1, -2]]", [[9, 2], [1, -2]]),
    (Rational(), "[[9. 2.]\n[1. 0.]]", [[9, 2], [1, 0]]),
    (Rational(), "[8 2\n 6 -4]", [[8, 2], [6, -4]]),
    (MAP, "{16, 4, 10}", (16, 4, 10)),
    (MAP, "16@4x10", (16, 4, 10)),
    (MAP, "16*24*24", (16, 24, 24)),
    (MAP, "16 24 24", (16, 24, 24)),
    (MAP, "(16; 24; 24)", (16, 24, 24)),
    (MAP, "C=16, H=24, W=24", (16, 24, 24)),
]


def _true(form: Form, value: Any) -> Any:
    if isinstance(form, Shape | Integer) or isinstance(value, float):
        return value
    if isinstance(value, list):
        cells = np.array(value, dtype=object)
        return np.vectorize(Fraction if isinstance(form, Rational) else float, [object])(cells)
    return Fraction(value)


def _shape(value: Any) -> tuple[int, ...]:
    return np.shape(value)


@pytest.mark.parametrize(("form", "text", "value"), [*PRINTED, *TYPED])
def test_a_text_is_read_as_it_is_typed_or_pasted(form: Form, text: str, value: Any) -> None:
    found = read_answer(form, text, shape=_shape(value))
    assert not isinstance(found, NoValue), found
    assert agree(form, found, _true(form, value))


def test_a_matrix_in_lines_is_read_though_its_size_is_asked() -> None:
    found = read_answer(Rational(), "2 -1 0\n0 2 -1")
    assert agree(Rational(), found, np.array([[2, -1, 0], [0, 2, -1]]))
    assert isinstance(read_answer(Rational(), "2 -1 0\n0 2"), NoValue)


def test_a_mask_of_truth_values_is_one_of_ones_and_zeros() -> None:
    found = read_answer(Rational(), [True, False, True], shape=(3,))
    assert agree(Rational(), found, np.array([1, 0, 1]))
    assert isinstance(read_answer(Rational(), True, shape=()), NoValue)


@pytest.mark.parametrize(
    ("form", "text", "shape"),
    [
        (Integer(), "50%", ()),
        (Integer(), "1,234,56", ()),
        (Rational(), "0.(3)", ()),
        (Rational(), "[1, 2; 3, 4]", None),
        (Rational(), "1 2 3", (2,)),
        (Rational(), "[1 - 2 3]", (2,)),
        (DECIMAL, "[(1+2)(3+4), 2]", (2,)),
        (DECIMAL, "24,47%", (2,)),
        (Rational(), "[[9, 2], [1, -2]]^T", (2, 2)),
        (Rational(), "1 | 2", (3,)),
        (Shape("N,"), "18 840", (1,)),
    ],
)
def test_what_may_mean_something_else_is_left_as_it_is(
    form: Form, text: str, shape: tuple[int, ...] | None
) -> None:
    assert isinstance(read_answer(form, text, shape=shape), NoValue)


@pytest.mark.parametrize(
    ("text", "shape", "read"),
    [
        ("1,2, 3,4", (4,), [1, 2, 3, 4]),
        ("1,2, 3,4", (2,), [1.2, 3.4]),
        ("1,2, 3,4", (3,), [1, 2, 3, 4]),
        ("1,2,3,4", (2,), [1, 2, 3, 4]),
        ("0,5*2, 1", (3,), [0, 10, 1]),
    ],
)
def test_commas_are_before_decimals_where_one_reading_alone_has_the_length(
    text: str, shape: tuple[int, ...], read: list[float]
) -> None:
    found = read_answer(DECIMAL, text, shape=shape)
    assert isinstance(found, np.ndarray)
    assert found.tolist() == read


def test_stars_multiply_where_a_shape_has_one_axis() -> None:
    assert read_answer(Shape("N,"), "16*4*4", shape=(1,)) == (256,)


def test_what_cannot_be_read_is_told_of_the_text_as_it_was_typed() -> None:
    found = read_answer(DECIMAL, "≈ 24.47% of x1", shape=())
    assert isinstance(found, NoValue)
    assert found.remark.details["problem"].details["found"] == "≈"


@given(st.text(alphabet="12.,;[]() -−%½²≈=…x@*_'eE|{}<>^T\n", max_size=40))
def test_a_text_that_is_spelled_anew_stays_so(text: str) -> None:
    """No step undoes another, and none makes what the next run takes for something else."""
    for form, shape in (
        *((DECIMAL, ()), (Rational(), (2, 2)), (MAP, (3,))),
        *((Integer(), ()), (DECIMAL, (2,))),
    ):
        read_answer(form, text, shape=shape)  # which raises nothing
        assert isinstance(respelled(text, Expected(form, shape)), str)


@given(st.lists(st.lists(st.integers(-99, 99), min_size=2, max_size=2), min_size=2, max_size=4))
def test_a_printed_matrix_is_the_matrix(rows: list[list[int]]) -> None:
    printed = str(np.array(rows, dtype=float))
    found = read_answer(Rational(), printed, shape=(len(rows), 2))
    assert isinstance(found, np.ndarray)
    assert found.tolist() == rows
