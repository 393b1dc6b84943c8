"""Formulas: a rule applied to variables gives a text that means what the rule works out."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from problems import formula
from problems.formula import MOST_EXPONENT, Formula, Operation, as_formula, combined, variable

n, k, s = map(variable, ("n", "k", "s"))


@pytest.mark.parametrize(
    ("made", "text"),
    [
        ((n + 2 * variable("p") - k) // s + 1, "(n + 2*p - k)//s + 1"),
        (n - (k - s), "n - (k - s)"),
        (n + (k - s), "n + k - s"),
        (n / (k * s), "n/(k*s)"),
        (n / k * s, "n/k*s"),
        (2 * (n // k), "2*(n//k)"),
        (-(n * k), "-(n*k)"),
        ((-n) ** 2, "(-n)^2"),
        (-(n**2), "-n^2"),
        ((n**2) ** 3, "(n^2)^3"),
        (n**-1, "n^-1"),
        (n * -3, "n*-3"),
        (Fraction(1, 2) * n, "1/2*n"),
        (n**2 * Fraction(-1, 2), "n^2*(-1/2)"),
        (math.floor(n / s), "n//s"),
        (math.floor(n * s), "floor(n*s)"),
        (math.ceil(n / s), "ceil(n/s)"),
        (3 - n, "3 - n"),
        (3 / n, "3/n"),
        (7 // n, "7//n"),
    ],
)
def test_a_formula_is_written_as_it_would_be_typed(made: Formula, text: str) -> None:
    assert str(made) == text


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (n + 0, "n"),
        (0 + n, "n"),
        (n - 0, "n"),
        (0 - n, "-n"),
        (n * 1, "n"),
        (1 * n, "n"),
        (n * 0, "0"),
        (0 * n, "0"),
        (0 / n, "0"),
        (n / 1, "n"),
        (n // 1, "floor(n)"),
        (n**1, "n"),
        (n**0, "1"),
        (n + -3, "n - 3"),
        (n - Fraction(-1, 2), "n + 1/2"),
        (-combined("-", n), "n"),
        (n + (-k), "n - k"),
        (n - (-k), "n + k"),
        (+n, "n"),
    ],
)
def test_what_leaves_nothing_to_do_is_not_written(made: Formula, text: str) -> None:
    assert str(made) == text


def test_sums_and_products_of_many_sizes_are_formulas() -> None:
    sizes: list[Any] = [n, 3, k]
    assert str(sum(sizes)) == "n + 3 + k"
    assert str(math.prod(sizes)) == "n*3*k"
    assert str(np.prod(np.array([n, 3, k], dtype=object))) == "n*3*k"


@pytest.mark.parametrize("number", [np.int64(3), np.int8(3), 3, Fraction(3)])
def test_numbers_of_numpy_are_numbers_of_formulas(number: Any) -> None:
    product = number * n
    assert str(product) == "3*n"
    assert product.value({"n": 5}) == 15
    assert str(n * number) == "n*3"


def test_a_formula_of_numbers_alone_is_a_number() -> None:
    half = combined("/", Formula(Fraction(3)), Formula(Fraction(6)))
    assert half.number == Fraction(1, 2)
    assert n.number is None


def test_a_formula_names_its_variables() -> None:
    assert ((n - k) // 2 + k).variables == {"n", "k"}
    assert Formula(Fraction(2)).variables == frozenset()


def test_the_value_is_exact() -> None:
    assert ((n - k) / s).value({"n": 9, "k": 2, "s": 3}) == Fraction(7, 3)
    assert ((n - k) // s).value({"n": 2, "k": 9, "s": 3}) == -3
    assert math.ceil((n - k) / s).value({"n": 9, "k": 2, "s": 3}) == 3


def test_a_divisor_of_0_is_refused_at_once_or_where_it_comes_up() -> None:
    with pytest.raises(ZeroDivisionError, match="n is divided by 0"):
        n / 0
    with pytest.raises(ZeroDivisionError):
        (n / (k - s)).value({"n": 1, "k": 2, "s": 2})


def test_a_variable_without_a_value_is_named() -> None:
    with pytest.raises(KeyError, match="k"):
        (n + k).value({"n": 1})


@pytest.mark.parametrize("exponent", [k, Fraction(1, 2), MOST_EXPONENT + 1, -MOST_EXPONENT - 1])
def test_an_exponent_is_a_whole_number_and_not_large(exponent: Any) -> None:
    with pytest.raises(ValueError, match=r"a whole number from -64 to 64, but .* came"):
        n**exponent


@pytest.mark.parametrize("other", [1.5, "k", None, [1], True])
def test_what_is_not_exact_is_not_combined_with_a_formula(other: Any) -> None:
    with pytest.raises(TypeError):
        n + other
    assert as_formula(other) is None


def test_a_rule_that_branches_on_a_formula_fails_aloud() -> None:
    with pytest.raises(TypeError, match="n is neither true nor false"):
        bool(n)
    with pytest.raises(TypeError):
        _ = n < k  # type: ignore[operator]


# -- random formulas -----------------------------------------------------------------------------

NAMES = ("n", "k", "s")
OPERATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "+": lambda x, y: x + y,
    "-": lambda x, y: x - y,
    "*": lambda x, y: x * y,
    "/": lambda x, y: x / y,
    "//": lambda x, y: x // y,
    "negative": lambda x, _: -x,
    "floor": lambda x, _: math.floor(x),
    "ceil": lambda x, _: math.ceil(x),
    "square": lambda x, _: x**2,
    "inverse": lambda x, _: x**-1,
}
Recipe = Any
"""A name, a number, or (operation, recipe, recipe)."""

RECIPES: st.SearchStrategy[Recipe] = st.recursive(
    st.sampled_from(NAMES) | st.integers(-3, 3) | st.fractions(-2, 2, max_denominator=3),
    lambda parts: st.tuples(st.sampled_from(sorted(OPERATIONS)), parts, parts),
    max_leaves=12,
)


def cooked(recipe: Recipe, names: dict[str, Any]) -> Any:
    """What comes of a recipe with these values of the names: a number, or a formula."""
    match recipe:
        case str():
            return names[recipe]
        case (operation, first, second):
            x, y = cooked(first, names), cooked(second, names)
            return OPERATIONS[operation](x, y)
    return Fraction(recipe)


def formula_of(recipe: Recipe) -> Formula | None:
    """The formula of a recipe; None where it divides by the number 0."""
    try:
        return as_formula(cooked(recipe, {name: variable(name) for name in NAMES}))
    except ZeroDivisionError:
        return None


POINTS = st.fixed_dictionaries({name: st.integers(1, 30) for name in NAMES})


@given(RECIPES, POINTS)
def test_a_formula_has_the_value_that_the_rule_has_at_the_point(
    recipe: Recipe, at: dict[str, int]
) -> None:
    made = formula_of(recipe)
    if made is None:
        return
    try:
        true = cooked(recipe, {name: Fraction(value) for name, value in at.items()})
    except ZeroDivisionError:
        return
    assert made.value(at) == true


def test_a_planted_simplification_that_is_wrong_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(operator: str, operands: Any, numbers: Any) -> Formula | None:
        return operands[0] if operator == "-" and len(operands) == 2 else None

    monkeypatch.setattr(formula, "_simple", wrong)
    with pytest.raises(AssertionError):
        test_a_formula_has_the_value_that_the_rule_has_at_the_point()


def test_the_tree_is_there_for_writers_to_walk() -> None:
    assert (n * 2).tree == Operation("*", (n, Formula(Fraction(2))))
