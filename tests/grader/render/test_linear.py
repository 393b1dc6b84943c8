"""Formulas as a line of text, which has the value of the formula when it is read as arithmetic."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import numpy as np
import pytest
from hypothesis import given, settings

from grader.document.formula import Formula
from grader.document.tex import read_formula
from grader.render import layout, linear, mathml, tex
from grader.render.linear import linear as line_of
from problems.formula import variable
from problems.values import Number, Product, Tensor
from tests.grader.render.arithmetic import SAMPLES, Sample, value_of


@pytest.mark.parametrize(
    ("formula", "line"),
    [
        (r"\left\lfloor \frac{n + 2p - k}{s} \right\rfloor + 1", "⌊(n + 2p − k)/s⌋ + 1"),
        ("2^{n+1}", "2ⁿ⁺¹"),
        (r"\frac{\partial L}{\partial w_1}", "∂L/∂w₁"),
        (r"w_1' - \eta \frac{\partial L}{\partial w_1}", "w₁′ − η (∂L/∂w₁)"),
        (r"q_1 = w_1 \star x", "q₁ = w₁ ⋆ x"),
        ("W h", "W h"),
        (r"W^\top \frac{\partial L}{\partial s}", "Wᵀ (∂L/∂s)"),
        (r"\max(0, q)", "max(0, q)"),
        (r"\max r_1", "max r₁"),
        (r"2 \ln x", "2 ln x"),
        (r"\frac{\exp(s)}{\sum \exp(s)}", "exp(s)/(∑ exp(s))"),
        (r"\sum_{i=1}^{n} x_i", "∑ᵢ₌₁ⁿ xᵢ"),
        (r"\frac{a}{b c}", "a/(b c)"),
        (r"\frac{a}{b} c", "(a/b) c"),
        (r"\frac{a}{b} \cdot c", "a/b · c"),
        (r"a / \frac{b}{c}", "a/(b/c)"),
        (r"\frac{\frac{a}{b}}{c}", "(a/b)/c"),
        (r"\frac{-a}{b}", "(−a)/b"),
        ("x^q", "x^(q)"),
        ("e^{x_i}", "e^(xᵢ)"),
        ("w^{(g, f)}", "w^(g, f)"),
        (r"2^{\frac{1}{2}}", "2^(1/2)"),
        ("{x^2}^3", "(x²)³"),
        ("x_y", "x_y"),
        (r"C_{\mathrm{out}}", "Cₒᵤₜ"),
        (r"\sqrt{x}", "√x"),
        (r"\sqrt{x + 1}", "√(x + 1)"),
        (r"\sqrt{x}^2", "(√x)²"),
        ("-x + y", "−x + y"),
        (r"x \cdot (k - 1) \cdot 2", "x·(k − 1)·2"),
        (r"3 \times 28", "3 × 28"),
        (r"\mathtt{conv1\_rf} + 1", "conv1_rf + 1"),
        (r"[q_1 > 0]", "[q₁ > 0]"),
        (r"x \quad y", "x   y"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}", "[[1, 2], [3, 4]]"),
        (r"\begin{cases} 1 & x \\ 0 & y \end{cases}", "{1, x; 0, y}"),
        (r"1, 2, \ldots, n", "1, 2, …, n"),
    ],
)
def test_a_formula_is_written_in_a_line(formula: str, line: str) -> None:
    assert line_of(read_formula(formula)) == line


def test_a_tensor_of_any_order_is_written_as_it_is_typed() -> None:
    cells = np.arange(8).reshape(2, 2, 2).astype(object)
    line = line_of(read_formula(r"\value{0}", [Tensor(cells)]))
    assert line == "[[[0, 1], [2, 3]], [[4, 5], [6, 7]]]"


@given(SAMPLES)
@settings(max_examples=600)
def test_a_line_of_arithmetic_has_the_value_of_its_formula(sample: Sample) -> None:
    line = line_of(read_formula(sample.tex))
    assert value_of(line) == sample.value, (sample.tex, line)


@given(SAMPLES)
def test_what_is_written_as_tex_is_the_same_formula(sample: Sample) -> None:
    formula = read_formula(sample.tex)
    assert read_formula(tex.tex(formula)) == formula


@pytest.mark.parametrize("value", [-3, Fraction(1, 2), Fraction(-5, 3), 0.25, 12])
@pytest.mark.parametrize(
    "template",
    [
        "2 {}",
        r"7 - {}",
        r"{}^2",
        r"3 \cdot {} + 1",
        r"\frac{{5}}{{{}}}",
        r"-{}",
        r"{} \cdot 2 - {}",
    ],
)
def test_a_value_counts_as_a_whole_wherever_it_enters(template: str, value: Fraction) -> None:
    formula = read_formula(
        template.replace("{}", r"\value{0}").replace("{{", "{").replace("}}", "}"), [Number(value)]
    )
    line = line_of(formula)
    x = Fraction(value)
    expected = {
        "2 {}": 2 * x,
        "7 - {}": 7 - x,
        "{}^2": x**2,
        r"3 \cdot {} + 1": 3 * x + 1,
        r"\frac{{5}}{{{}}}": 5 / x,
        "-{}": -x,
        r"{} \cdot 2 - {}": x * 2 - x,
    }[template]
    if "." not in line:
        assert value_of(line) == expected, line


@pytest.mark.parametrize(
    ("template", "line"),
    [
        (r"7 / \value{0}", "7/(k·n)"),
        (r"\value{0} / 7", "k·n/7"),
        (r"\frac{7}{\value{0}}", "7/(k·n)"),
        (r"\value{0}^2", "(k·n)²"),
        (r"\value{0} \cdot \value{1}", "k·n·(k − n)"),
        (r"7 / \value{1}", "7/(k − n)"),
        (r"7 - \value{1}", "7 − (k − n)"),
    ],
)
def test_a_formula_in_variables_counts_as_a_whole_too(template: str, line: str) -> None:
    k, n = variable("k"), variable("n")
    assert line_of(read_formula(template, [k * n, k - n])) == line
    if "1" not in template:
        numbers = line_of(read_formula(template, [Product((4, 5))]))
        assert numbers == line.replace("k", "4").replace("n", "5")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [("n + 2·7 − 3/s", 17), ("2^3 + 1", 9)],
)
def test_the_reader_would_notice_a_line_that_lost_its_brackets(wrong: str, says: int) -> None:
    assert value_of("(n + 2·7 − 3)/s") == Fraction(16, 3) != value_of(wrong)


@pytest.mark.parametrize("table", [linear._LINES, tex._TEX, mathml._ELEMENTS])
def test_every_kind_of_node_is_written_by_every_writer(table: dict[type, object]) -> None:
    assert set(table) == set(get_args(Formula))


def test_the_tall_brackets_are_those_of_the_table() -> None:
    assert all(len(pieces) == 3 for pieces in layout._TALL.values())
