r"""The subset of TeX is read into trees; what is not part of it is refused, with its place."""

from __future__ import annotations

from fractions import Fraction as Rational

import numpy as np
import pytest

from grader.document.formula import (
    Digits,
    Fenced,
    Formula,
    Fraction,
    Gap,
    Letter,
    Matrix,
    Name,
    Prose,
    Root,
    Row,
    Scripts,
    Word,
)
from grader.document.refusal import RefusedError
from grader.document.signs import GREEK, SIGNS
from grader.document.tex import read_formula
from problems.values import Number, Shape, Tensor, Value

X, Y, N = Letter("x"), Letter("y"), Letter("n")
PLUS, MINUS, EQUALS = SIGNS["+"], SIGNS["-"], SIGNS["="]


@pytest.mark.parametrize(
    ("tex", "tree"),
    [
        ("x", X),
        ("16", Digits("16")),
        ("0.25", Digits("0.25")),
        (r"\eta", Letter("η")),
        ("x + 1", Row((X, PLUS, Digits("1")))),
        ("2x", Row((Digits("2"), X))),
        (r"\frac{x}{y + 1}", Fraction(X, Row((Y, PLUS, Digits("1"))))),
        (r"\sqrt{x}", Root(X)),
        ("x_1", Scripts(X, below=Digits("1"))),
        ("x^{n + 1}", Scripts(X, above=Row((N, PLUS, Digits("1"))))),
        ("x_1^n", Scripts(X, Digits("1"), N)),
        ("x^n_1", Scripts(X, Digits("1"), N)),
        ("x_1'", Scripts(X, Digits("1"), primes=1)),
        ("x''", Scripts(X, primes=2)),
        ("(x)", Fenced("(", X, ")")),
        (r"\lfloor x \rfloor", Fenced("⌊", X, "⌋")),
        (r"\left\lceil x \right\rceil", Fenced("⌈", X, "⌉")),
        (r"\left\{ x \right\}", Fenced("{", X, "}")),
        (r"\max x", Row((Word("max"), X))),
        (r"\operatorname{softmax}", Word("softmax")),
        (r"\mathrm{ReLU}", Word("ReLU")),
        (r"\mathtt{conv1\_rf}", Name("conv1_rf")),
        (r"\text{if so}", Prose("if so")),
        (r"x \quad y", Row((X, Gap(), Y))),
        ("{x}{y}", Row((X, Y))),
        (r"\begin{matrix} x \cr y \end{matrix}", Matrix(((X,), (Y,)), "", "")),
        (r"\begin{cases} x & y \end{cases}", Matrix(((X, Y),), "{", "")),
    ],
)
def test_a_formula_becomes_a_tree(tex: str, tree: Formula) -> None:
    assert read_formula(tex) == tree


def test_rows_of_a_matrix_end_in_two_backslashes_or_in_cr() -> None:
    cells = ((X, Y), (Digits("1"), Digits("2")))
    for ending in (r"\\", r"\cr"):
        tex = rf"\begin{{pmatrix}} x & y {ending} 1 & 2 {ending} \end{{pmatrix}}"
        assert read_formula(tex) == Matrix(cells)


@pytest.mark.parametrize("tex", SIGNS)
def test_every_sign_of_the_table_is_read(tex: str) -> None:
    assert read_formula(f"x {tex} y") == Row((X, SIGNS[tex], Y))


@pytest.mark.parametrize("tex", GREEK)
def test_every_greek_letter_of_the_table_is_read(tex: str) -> None:
    assert read_formula(tex) == Letter(GREEK[tex])


@pytest.mark.parametrize(
    ("tex", "says"),
    [
        (r"x + \foo", r"character 5: '\\foo' is not part of the subset"),
        ("", "the end: a formula was needed, but there is none"),
        (r"\frac12", "the end: something was needed under a fraction's bar"),
        (r"\frac{x}", "the end: something was needed under a fraction's bar"),
        (r"\sqrt[3]{x}", "character 6: only square roots are read"),
        ("x^", "the end: something was needed of a script"),
        ("x^1^2", r"character 4: there are two scripts '\^'"),
        ("x_1_2", "character 4: there are two scripts '_'"),
        ("(x", r"character 1: '\(' is not closed by '\)'"),
        ("(x]", r"character 1: '\(' is not closed by '\)'"),
        ("x)", r"character 2: '\)' has no beginning"),
        (r"\left( x )", r"'\\right' was needed to match '\('"),
        (r"\left| x \right|", r"'\\left' needs an opening bracket"),
        ("|x|", r"character 1: '\|' is not part of the subset"),
        ("()", "there is nothing between the brackets"),
        ("{}", "a group is empty"),
        ("{x", "'}' was needed to close a group"),
        ("2 3", "character 3: two numbers stand side by side without a sign"),
        (r"x \, y", r"character 3: '\\,' is not part of the subset"),
        (r"\mathrm{}", r"'\\mathrm' needs a text in braces"),
        (r"\begin{align} x \end{align}", "'align' is no environment that is read"),
        (r"\begin{pmatrix} x \end{bmatrix}", "another environment is ended"),
        (r"\begin{pmatrix} x & y \\ 1 \end{pmatrix}", "the rows of a matrix need as many cells"),
        (r"\value{1}", "character 1: the text has 1 values, but number 1 is named"),
        (r"\value{x}", "number x is named"),
    ],
)
def test_what_is_not_part_of_the_subset_is_refused_with_its_place(tex: str, says: str) -> None:
    with pytest.raises(RefusedError, match=says):
        read_formula(tex, [Number(1)])


@pytest.mark.parametrize(
    ("tex", "value", "same"),
    [
        (r"x = \value{0}", -3, "x = -3"),
        (r"\value{0} + x", -3, "-3 + x"),
        (r"x + \value{0}", -3, "x + (-3)"),
        (r"x - \value{0}", -3, "x - (-3)"),
        (r"2\value{0}", -3, "2(-3)"),
        (r"x \cdot \value{0}", -3, r"x \cdot (-3)"),
        (r"\value{0} \cdot x", -3, r"-3 \cdot x"),
        (r"\value{0}^2", -3, "(-3)^2"),
        (r"\value{0}^2", Rational(1, 2), r"(\frac{1}{2})^2"),
        (r"\max(\value{0}, x)", -3, r"\max(-3, x)"),
        (r"x - \value{0}", 3, "x - 3"),
        (r"-\value{0}", Rational(-1, 2), r"-(-\frac{1}{2})"),
    ],
)
def test_a_value_gets_the_brackets_that_its_sign_needs(tex: str, value: object, same: str) -> None:
    assert read_formula(tex, [Number(value)]) == read_formula(same)


@pytest.mark.parametrize(
    ("value", "same"),
    [
        (Shape((3, 28, 31)), r"3 \times 28 \times 31"),
        (Shape(("N", 7)), r"N \times 7"),
        (Tensor(np.array([1, -2], dtype=object)), "[1, -2]"),
        (
            Tensor(np.array([[1, Rational(-1, 2)]], dtype=object)),
            r"\begin{pmatrix} 1 & -\frac{1}{2} \end{pmatrix}",
        ),
        (Number(1e-5), r"1 \cdot 10^{-5}"),
    ],
)
def test_a_value_is_a_formula_of_its_kind(value: Value, same: str) -> None:
    assert read_formula(r"\value{0}", [value]) == read_formula(same)


@pytest.mark.parametrize("base", [r"{x + 1}", r"\frac{x}{y}", r"\sqrt{x}"])
def test_a_base_of_several_parts_gets_brackets_under_its_script(base: str) -> None:
    found = read_formula(f"{base}^2")
    assert isinstance(found, Scripts)
    assert isinstance(found.base, Fenced)
    assert read_formula("{x^2}^n") == read_formula("(x^2)^n")
    assert read_formula(r"{w_1'}^\top") != read_formula(r"(w_1')^\top")
