"""A value of a student's is read in the form of its blank, or it is said why it is not."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from grader.answers.answer import MOST_CELLS, Answer, NoValue, cells_in, read_answer, suited
from grader.answers.outcome import Outcome
from grader.answers.unreadable import UnreadableError
from grader.messages.remark import Remark
from grader.sandbox.wire.frames import Opaque, Tensor
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Form,
    Integer,
    Numeric,
    Rational,
    ReasonedChoice,
    Shape,
    agree,
)
from problems.formula import variable
from tests.families.planted import FAMILIES

SHAPE = Shape("C, H, W")
DECIMAL = Decimal(tolerance=0.005)
YES_NO = Choice(("yes", "no"))
WHY = ReasonedChoice(("yes", "no"), ("odd", "padded"))
FORMULA = Expression(("n", "k"))


def array(answer: Answer) -> NDArray[Any]:
    """An answer that has to be an array."""
    assert isinstance(answer, np.ndarray)
    return answer


@pytest.mark.parametrize(
    "value",
    [7, 7.0, "7", " 7 ", "14/2", "3+4", np.int16(7), np.float32(7), np.array(7), Fraction(14, 2)],
)
def test_a_whole_number_is_read_however_it_is_written(value: object) -> None:
    found = read_answer(Integer(), value)
    assert found == 7
    assert type(found) is int


@pytest.mark.parametrize(
    "value",
    [
        (2, 3, 13),
        [2, 3, 13],
        np.array([2, 3, 13]),
        "2x3x13",
        "2 X 3 X 13",
        "2×3×13",
        "2х3х13",
        "(2, 3, 13)",
        "[2, 3, 13]",
        "2, 3, 13",
        ("2", 3.0, "26/2"),
        Tensor(np.array([2, 3, 13])),
    ],
)
def test_a_shape_is_read_however_it_is_written(value: object) -> None:
    assert read_answer(SHAPE, value) == (2, 3, 13)


def test_one_number_is_the_shape_of_a_vector() -> None:
    assert read_answer(SHAPE, 512) == read_answer(SHAPE, "512") == (512,)


def test_a_cross_multiplies_where_no_shape_is_asked() -> None:
    assert read_answer(Integer(), "3 × 4") == 12
    assert read_answer(SHAPE, "3 × 4") == (3, 4)


@pytest.mark.parametrize(
    ("value", "true"),
    [
        (1 / 3, Fraction(1, 3)),
        (-2 / 7, Fraction(-2, 7)),
        ("1/3", Fraction(1, 3)),
        ("0.125", Fraction(1, 8)),
        (0.1, Fraction(1, 10)),
        (np.float64(1) / 3, Fraction(1, 3)),
        (5, Fraction(5)),
        (Fraction(22, 7), Fraction(22, 7)),
    ],
)
def test_a_quotient_is_the_fraction_that_was_meant(value: object, true: Fraction) -> None:
    assert read_answer(Rational(), value) == true


def test_a_float_that_is_near_no_short_fraction_is_taken_as_it_is() -> None:
    assert read_answer(Rational(), 0.3333) == Fraction(3333, 10_000)
    assert read_answer(Rational(), np.pi) == Fraction(np.pi)


@given(st.fractions(max_denominator=10_000, min_value=-99, max_value=99))
def test_every_fraction_of_small_numbers_comes_back_from_its_float(true: Fraction) -> None:
    assert read_answer(Rational(), float(true)) == true


@pytest.mark.parametrize(
    ("value", "true"),
    [("ln(2)", 0.6931), ("e/(1+e)", 0.7311), ("2^-1", 0.5), ("√2", 1.4142), (Fraction(1, 4), 0.25)],
)
def test_an_expression_is_a_decimal(value: object, true: float) -> None:
    assert read_answer(DECIMAL, value) == pytest.approx(true, abs=1e-4)


def test_a_symbolic_value_of_sympy_is_read_by_its_text() -> None:
    assert read_answer(DECIMAL, Opaque("sympy.core.mul.Mul", "exp(1)/(1 + exp(1))")) == (
        pytest.approx(0.7311, abs=1e-4)
    )
    found = array(read_answer(Rational(), [Opaque("sympy.core.numbers.Rational", "1/2"), 3]))
    assert found.tolist() == [Fraction(1, 2), 3]


def test_a_text_of_an_object_that_only_says_that_it_is_sympy_is_not_evaluated() -> None:
    found = read_answer(DECIMAL, Opaque("sympy.core.Mine", "__import__('os').abort()"))
    assert isinstance(found, NoValue)
    assert found.outcome is Outcome.UNREADABLE


def test_a_matrix_is_read_cell_by_cell_and_stays_exact() -> None:
    found = array(read_answer(Rational(), [["1/3", 0.5, 2], (Fraction(1, 7), "-4", np.int8(5))]))
    assert found.dtype == object
    assert found.tolist() == [[Fraction(1, 3), Fraction(1, 2), 2], [Fraction(1, 7), -4, 5]]


def test_a_matrix_in_one_text_is_read() -> None:
    found = array(read_answer(Rational(), "[[1, 2, 3], [4, 5, 6]]"))
    assert found.tolist() == [[1, 2, 3], [4, 5, 6]]


def test_decimals_are_read_as_floats() -> None:
    found = array(read_answer(DECIMAL, np.array([[0.5, 1.5, 2.5]], dtype=np.float16)))
    assert found.dtype == np.float64
    assert found.shape == (1, 3)


@pytest.mark.parametrize(
    ("option", "values"),
    [
        ("yes", ["yes", "Yes", " YES ", "true", "da", "tak", "да", True, np.bool_(True)]),
        ("yes", ["Yes.", "'yes'", "“Yes!”", "„Da.”", "«да»"]),
        ("no", ["No.", "“no”", "no", "No", "false", "ne", "nie", "нет", False, np.bool_(False)]),
    ],
)
def test_yes_and_no_are_read_in_four_languages(option: str, values: list[object]) -> None:
    assert [read_answer(YES_NO, value) for value in values] == [option] * len(values)


def test_an_option_is_read_by_its_name_in_any_case() -> None:
    assert read_answer(Choice(("zero", "mirror")), "Mirror") == "mirror"


@pytest.mark.parametrize(
    "value",
    ["max-pooling", "Max pooling!", "sažimanje maksimalnom vrijednošću", "[max]", "«Max-пулинг»"],
)
def test_an_option_is_read_by_its_words_in_any_language(value: str) -> None:
    assert read_answer(Choice(("max", "mean")), value, folder=FAMILIES / "every_blank") == "max"


def test_a_tensor_of_any_order_is_read_as_nested_lists() -> None:
    nested = [[[1, "1/2"], [3, 4], [5, 6]], [[7, 8], [9, 10], [11, 12]]]
    found = array(read_answer(Rational(), nested, shape=(2, 3, 2)))
    assert found.shape == (2, 3, 2)
    assert found[0, 0, 1] == Fraction(1, 2)
    assert found.tolist() == array(read_answer(Rational(), str(nested).replace("'", ""))).tolist()


N, K = variable("n"), variable("k")


@pytest.mark.parametrize(
    ("value", "true"),
    [
        ("n*k - 1", N * K - 1),
        (Opaque("sympy.core.add.Add", "k*n - 1"), N * K - 1),
        (N * K - 1, N * K - 1),
        (3, N * 0 + 3),
        (0.5, N * 0 + Fraction(1, 2)),
        (np.int64(7), N * 0 + 7),
        (Fraction(2, 3), N * 0 + Fraction(2, 3)),
    ],
)
def test_a_formula_is_read_from_a_text_and_a_number_is_one(value: object, true: object) -> None:
    assert agree(FORMULA, read_answer(FORMULA, value, shape=()), true)


@pytest.mark.parametrize("form", [Integer(), SHAPE, Rational(), DECIMAL, YES_NO, WHY, FORMULA])
@pytest.mark.parametrize("value", [..., "", "  \n", "...", " … ", str(...)])
def test_a_blank_is_unanswered_and_not_called_unreadable(form: Form, value: object) -> None:
    found = read_answer(form, value)
    assert isinstance(found, NoValue)
    assert found.outcome is Outcome.UNANSWERED
    assert found.remark.key == "blank"


@pytest.mark.parametrize(
    ("form", "value", "key"),
    [
        (Integer(), 7.5, "not-whole"),
        (Integer(), "15/2", "not-whole"),
        (Integer(), "e", "not-whole"),
        (Integer(), True, "not-a-number"),
        (Integer(), 7j, "not-a-number"),
        (Integer(), None, "not-a-number"),
        (Integer(), (7,), "list-for-number"),
        (Integer(), "seven", "word-for-number"),
        (Integer(), b"7", "not-a-number"),
        (Integer(), {"a": 7}, "not-a-number"),
        (Integer(), float("nan"), "not-finite"),
        (Integer(), -float("inf"), "not-finite"),
        (Integer(), "1//2", "unreadable-text"),
        (Integer(), Opaque("submission.Agreeable", ""), "unsuitable-type"),
        (Integer(), Opaque("numpy.matrix", "[[7]]"), "unsuitable-type"),
        (Rational(), [1, Opaque("int", "an integer of 33220 bits")], "number-too-large"),
        (SHAPE, (2, ..., 13), "partly-blank"),
        (SHAPE, (2, 3.5, 13), "not-whole"),
        (SHAPE, ((2, 3), 13), "list-for-number"),
        (SHAPE, "wide", "not-a-shape"),
        (SHAPE, 2.5, "not-whole"),
        (SHAPE, None, "not-a-shape"),
        (Rational(), [[1, 2], [3]], "ragged"),
        (Rational(), [[1, 2], 3], "ragged"),
        (Rational(), [1, None], "not-a-number"),
        (Rational(), None, "not-a-number"),
        (Rational(), [1, ...], "partly-blank"),
        (Rational(), np.array([1, np.nan]), "not-finite"),
        (DECIMAL, 10**400, "not-finite"),
        (DECIMAL, False, "not-a-number"),
        (DECIMAL, [1j], "not-a-number"),
        (YES_NO, "maybe", "not-an-option"),
        (YES_NO, "maybe.", "not-an-option"),
        (YES_NO, 1, "not-an-option"),
        (YES_NO, None, "not-an-option"),
        (YES_NO, ("yes", "no"), "not-an-option"),
        (YES_NO, 1.5, "not-an-option"),
        (FORMULA, "n*q", "unreadable-text"),
        (FORMULA, ("n", "k"), "not-an-expression"),
        (FORMULA, True, "not-an-expression"),
        (FORMULA, None, "not-an-expression"),
        (FORMULA, 1j, "not-an-expression"),
        (FORMULA, float("nan"), "not-finite"),
        (FORMULA, 0.3333333, "not-exact"),
        (Choice(("zero", "mirror")), True, "not-an-option"),
        (Choice(("zero", "mirror")), "yes", "not-an-option"),
    ],
)
def test_an_unsuitable_value_is_unreadable_and_it_is_said_why(
    form: Form, value: object, key: str
) -> None:
    found = read_answer(form, value)
    assert isinstance(found, NoValue)
    assert (found.outcome, found.remark.key) == (Outcome.UNREADABLE, key)
    assert found.found


@pytest.mark.parametrize("type_name", ["set", "function", "builtin_function_or_method"])
def test_of_a_value_that_came_without_its_content_only_the_type_is_told(type_name: str) -> None:
    found = read_answer(FORMULA, Opaque(type_name))
    assert isinstance(found, NoValue)
    assert (found.remark.key, found.found) == ("unsuitable-type", None)


def test_a_shape_in_a_list_of_one_is_that_shape() -> None:
    assert read_answer(SHAPE, [(None, 13)]) == (-1, 13)
    assert read_answer(SHAPE, [[2, 3, 13]]) == (2, 3, 13)


@pytest.mark.parametrize(
    ("value", "shape", "place"),
    [
        ([[0.5, 0], [[[1, 2], [3, 4]], 0]], (2, 2), (2, 1)),
        ([1, [2, 3]], (2,), (2,)),
        ([1, [2]], (2,), (2,)),
        ([[1, 2], [3, [4, 5]]], (2, 2), (2, 2)),
    ],
)
def test_a_list_in_the_place_of_a_number_is_told_with_its_place(
    value: object, shape: tuple[int, ...], place: tuple[int, ...]
) -> None:
    found = read_answer(Rational(), value, shape=shape)
    assert isinstance(found, NoValue)
    assert found.remark == Remark("entry-is-list", {"cells": [place]})


def test_rows_of_two_lengths_are_told_as_such() -> None:
    for value in ([[1, 2], [3]], [[1, 2], 3]):
        found = read_answer(Rational(), value, shape=(2, 2))
        assert isinstance(found, NoValue)
        assert found.remark == Remark("ragged")


def test_a_number_that_was_too_large_to_send_is_told_in_a_message_alone() -> None:
    found = read_answer(Integer(), Opaque("int", "an integer of 33220 bits"))
    assert found == NoValue(Outcome.UNREADABLE, Remark("number-too-large"))


def test_the_texts_of_a_vector_may_have_decimal_commas() -> None:
    found = read_answer(DECIMAL, ["0,2447", "0.6652", "0,09003"], shape=(3,))
    np.testing.assert_array_equal(found, [0.2447, 0.6652, 0.09003])
    exact = read_answer(Rational(), ("1,5", "1/3", 2), shape=(3,))
    np.testing.assert_array_equal(exact, [Fraction(3, 2), Fraction(1, 3), Fraction(2)])


@pytest.mark.parametrize("value", ["18,840", " -1,250 ", "7,000"])
def test_a_comma_that_may_be_one_of_thousands_is_not_read_as_a_whole_number(value: str) -> None:
    found = read_answer(Integer(), value, shape=())
    assert isinstance(found, NoValue)
    assert (found.outcome, found.remark.key) == (Outcome.UNREADABLE, "ambiguous-separator")
    assert found.hint == Remark("digits-together")


def test_a_point_that_may_be_one_of_thousands_is_not_read_as_a_whole_number() -> None:
    found = read_answer(Integer(), "18.000", shape=())
    assert isinstance(found, NoValue)
    assert found.remark.key == "ambiguous-separator"
    assert read_answer(Rational(), "18.375", shape=()) == Fraction(147, 8)


@pytest.mark.parametrize(
    ("value", "true"),
    [
        ("0,125", Fraction(1, 8)),
        ("1,375", Fraction(11, 8)),
        ("-7,5", Fraction(-15, 2)),
        ("1250,25", Fraction(5001, 4)),
    ],
)
def test_a_comma_that_can_only_be_decimal_is_read_where_one_number_is_asked(
    value: str, true: Fraction
) -> None:
    assert read_answer(Rational(), value, shape=()) == true


@pytest.mark.parametrize("form", [Integer(), Rational(), DECIMAL])
def test_a_number_that_python_took_for_two_is_no_vector(form: Form) -> None:
    found = read_answer(form, (18, 840), shape=())
    assert isinstance(found, NoValue)
    assert (found.remark.key, found.hint) == ("list-for-number", Remark("digits-together"))


def test_what_to_type_instead_goes_with_a_value_that_cannot_be_read() -> None:
    found = read_answer(Integer(), "7 px")
    assert isinstance(found, NoValue)
    assert found.remark.key == "unreadable-text"
    assert found.hint == Remark("without-unit", {"number": "7"})


# -- what the very blank takes --------------------------------------------------------------------

VECTOR = np.array([3, 4, 5], dtype=object)


@pytest.mark.parametrize("value", [[[1], [2], [6]], [[1, 2, 6]], np.array([[1], [2], [6]])])
def test_a_column_or_a_row_is_a_vector_where_a_vector_is_asked(value: object) -> None:
    for form in (Rational(), DECIMAL):
        assert array(suited(read_answer(form, value), VECTOR)).tolist() == [1, 2, 6]


@pytest.mark.parametrize("value", [[[1, 2], [6, 7]], [[[1], [2]]], [1, 2, 6], 7])
def test_what_has_several_rows_and_columns_is_no_vector(value: object) -> None:
    answer = read_answer(Rational(), value)
    assert suited(answer, VECTOR) is answer


def test_a_column_stays_one_where_a_matrix_is_asked() -> None:
    column = read_answer(Rational(), [[1], [2], [6]])
    assert array(suited(column, np.zeros((1, 3)))).shape == (3, 1)
    assert suited((16, 1), (16, 7)) == (16, 1)


def test_a_shape_is_asked_for_with_the_axes_of_its_blank() -> None:
    answer = read_answer(SHAPE, "wide")
    map_shape, vector_shape = suited(answer, (16, 24, 25)), suited(answer, (512,))
    assert isinstance(map_shape, NoValue)
    assert isinstance(vector_shape, NoValue)
    assert map_shape.remark.details["axes"] == "C, H, W"
    assert vector_shape.remark.details["axes"] == "N,"
    assert vector_shape.found == "wide"


def test_where_the_size_is_part_of_the_question_nothing_tells_it() -> None:
    column = read_answer(Rational(), [[1], [2], [6]])
    assert suited(column, VECTOR, size_told=False) is column
    for true in ((16, 24, 25), (512,)):
        word = suited(read_answer(SHAPE, "wide"), true, size_told=False)
        assert isinstance(word, NoValue)
        assert word.remark == Remark("not-any-shape", {"type": "'wide'"})


def test_a_text_that_cannot_be_read_carries_the_reason_for_the_reader() -> None:
    found = read_answer(Integer(), "9**9**9**9")
    assert isinstance(found, NoValue)
    problem = found.remark.details["problem"]
    assert isinstance(problem, UnreadableError)
    assert problem.message_key == "exponent-too-large"


def test_the_results_of_a_function_are_no_answer_to_a_blank() -> None:
    with pytest.raises(TypeError, match="not answers to a blank"):
        read_answer(Numeric(), 7)


def test_the_cells_of_an_answer_are_counted_without_reading_them() -> None:
    assert cells_in(5) == cells_in("5, 6") == 1
    assert cells_in([[1, 2, 3], (4, [5, 6])]) == 6
    assert cells_in(np.zeros((300, 200, 7), dtype=np.int8)) == 420_000 > MOST_CELLS
    assert cells_in([Tensor(np.zeros((2, 3))), Opaque("x", "")]) == 7


SCALARS: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(min_value=10**300, max_value=10**1200),
    st.floats(),
    st.complex_numbers(),
    st.fractions(),
    st.text(max_size=40),
    st.sampled_from(
        [
            "1/2",
            "e/(1+e)",
            "2x3",
            "9**9**9",
            "yes",
            "-",
            "(",
            "[[1],[2,3]]",
            "1e64",
            "7 px",
            "1,250",
            "yes, b",
            "n**9**9",
            "(n - k)//2",
        ]
    ),
    st.just(...),
    st.binary(max_size=5),
    st.builds(Opaque, st.sampled_from(["a.B", "sympy.X", "numpy.matrix"]), st.text(max_size=9)),
)
VALUES = st.recursive(
    SCALARS,
    lambda parts: st.one_of(
        st.lists(parts, max_size=4),
        st.lists(parts, max_size=4).map(tuple),
        st.dictionaries(st.text(max_size=3), parts, max_size=2),
        st.lists(st.floats() | st.integers(-9, 9), max_size=4).map(np.array),
    ),
    max_leaves=8,
)


@given(
    st.sampled_from([Integer(), SHAPE, Rational(), DECIMAL, YES_NO, WHY, FORMULA]),
    VALUES,
    st.sampled_from([None, (), (1,), (2, 3)]),
)
def test_reading_never_raises_for_anything_of_the_students(
    form: Form, value: object, shape: tuple[int, ...] | None
) -> None:
    found = read_answer(form, value, shape=shape)
    if isinstance(found, NoValue):
        outcomes = (Outcome.UNANSWERED, Outcome.UNREADABLE, Outcome.INCOMPLETE)
        assert found.outcome in outcomes
        assert found.outcome is not Outcome.INCOMPLETE or isinstance(form, ReasonedChoice)


@pytest.mark.parametrize("dtype", [np.float16, np.float32])
def test_a_short_float_is_read_as_the_decimal_that_it_prints_as(dtype: type) -> None:
    assert read_answer(Decimal(0.005), dtype(0.34)) == 0.34
    vector = read_answer(Decimal(0.005), Tensor(np.array([0.34, -1.5], dtype)))
    assert isinstance(vector, np.ndarray)
    assert vector.tolist() == [0.34, -1.5]


@pytest.mark.parametrize("value", [[7], (7,), [[7]], Tensor(np.array([7])), np.ones((1, 1)) * 7])
@pytest.mark.parametrize("form", [Integer(), Rational(), Decimal(0.005)])
def test_the_only_element_of_a_list_is_a_number_where_one_is_asked(form: Form, value: Any) -> None:
    assert read_answer(form, value, shape=()) == 7


@pytest.mark.parametrize("value", [[], [7, 8], [[7, 8]], [[]]])
def test_several_elements_or_none_are_no_number(value: Any) -> None:
    assert isinstance(read_answer(Integer(), value, shape=()), NoValue)


def test_decimal_commas_are_read_in_the_texts_of_a_matrix_too() -> None:
    found = read_answer(Decimal(0.005), [["-2,5", "1"], [3, "2,69E-1"]], shape=(2, 2))
    assert isinstance(found, np.ndarray)
    assert found.tolist() == [[-2.5, 1], [3, 0.269]]
    assert read_answer(Decimal(0.005), "2,69e−1", shape=()) == 0.269


def test_a_short_float_is_the_simple_fraction_to_which_it_is_nearest() -> None:
    thirds = np.array([1 / 3, 5 / 6, -2 / 7, 0.25], np.float32)
    found = read_answer(Rational(), thirds)
    assert isinstance(found, np.ndarray)
    assert found.tolist() == [Fraction(1, 3), Fraction(5, 6), Fraction(-2, 7), Fraction(1, 4)]
    assert read_answer(Rational(), np.float32(0.3333)) == Fraction(3333, 10000)


def test_a_matrix_of_sympy_is_read() -> None:
    name = "sympy.matrices.dense.MutableDenseMatrix"
    found = read_answer(Rational(), Opaque(name, "Matrix([[1/3, 2], [0, -1]])"))
    assert isinstance(found, np.ndarray)
    assert found.tolist() == [[Fraction(1, 3), 2], [0, -1]]
