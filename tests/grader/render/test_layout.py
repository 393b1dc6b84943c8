"""Formulas on lines of their own: matrices aligned, slices one under another, no line too long."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from grader.document.tex import read_formula
from grader.render.layout import display
from problems.values import Tensor, Value

MATRIX = Tensor(np.array([[1, -2, 0], [3, 4, 10], [0, 0, Fraction(1, 2)]], dtype=object))
WIDE = Tensor(np.arange(12).reshape(1, 12).astype(object))


def drawn(tex: str, *values: Value, width: int = 76) -> str:
    return "\n".join(display(read_formula(tex, values), width))


def test_a_matrix_stands_in_aligned_rows_level_with_what_is_beside_it() -> None:
    assert drawn(r"q_1 = w_1 \star x = \value{0}", MATRIX) == (
        "              ⎛ 1  −2    0 ⎞\nq₁ = w₁ ⋆ x = ⎜ 3   4   10 ⎟\n              ⎝ 0   0  1/2 ⎠"
    )


def test_matrices_of_different_heights_share_their_axis() -> None:
    low = Tensor(np.array([[1, 0], [0, 1]], dtype=object))
    assert drawn(r"W = \value{0} \quad x = \value{1}", low, MATRIX) == (
        "                    ⎛ 1  −2    0 ⎞\n"
        "W = ⎛ 1  0 ⎞    x = ⎜ 3   4   10 ⎟\n"
        "    ⎝ 0  1 ⎠        ⎝ 0   0  1/2 ⎠"
    )


def test_what_has_no_room_beside_another_stands_below_it() -> None:
    lines = drawn(r"x = \value{0} \quad w = \value{0} \quad v = \value{0}", MATRIX, width=40)
    assert lines.count("⎛") == 3
    assert lines.splitlines()[0].count("⎛") == 2
    assert lines.splitlines()[3] == ""


def test_a_tensor_of_order_three_is_drawn_slice_by_slice() -> None:
    cells = np.arange(12).reshape(2, 3, 2).astype(object)
    assert drawn(r"x = \value{0}", Tensor(cells)) == (
        "    ⎡ ⎛ 0  1 ⎞   ⎤\n"
        "    ⎢ ⎜ 2  3 ⎟   ⎥\n"
        "    ⎢ ⎝ 4  5 ⎠   ⎥\n"
        "x = ⎢            ⎥\n"
        "    ⎢ ⎛  6   7 ⎞ ⎥\n"
        "    ⎢ ⎜  8   9 ⎟ ⎥\n"
        "    ⎣ ⎝ 10  11 ⎠ ⎦"
    )


def test_the_slices_of_order_four_are_drawn_in_brackets_of_their_own() -> None:
    cells = np.arange(16).reshape(2, 2, 2, 2).astype(object)
    lines = drawn(r"\value{0}", Tensor(cells)).splitlines()
    assert len({len(line) for line in lines}) == 1
    assert sum(line.count("⎡") for line in lines) == 3
    assert sum(line.count("⎛") for line in lines) == 4


def test_a_script_of_a_matrix_stands_at_its_upper_corner() -> None:
    first, *_ = drawn(r"\value{0}^\top h", MATRIX).splitlines()
    assert first.startswith("⎛ 1  −2    0 ⎞ᵀ")


def test_signs_between_matrices_keep_their_blanks() -> None:
    middle = drawn(r"-\value{0} + 2 \cdot \value{0}", MATRIX).splitlines()[1]
    assert middle == "−⎜ 3   4   10 ⎟ + 2·⎜ 3   4   10 ⎟"


def test_cases_have_one_brace() -> None:
    tex = r"f = \begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}"
    assert drawn(tex) == "f = ⎧ 1  x > 0\n    ⎩ 0  x ≤ 0"


def test_a_row_alone_needs_no_tall_brackets() -> None:
    assert drawn(r"w = \value{0}", WIDE) == "w = (0  1  2  3  4  5  6  7  8  9  10  11)"


def test_a_long_formula_is_broken_before_its_relations_then_between_its_parts() -> None:
    size = (
        r"\left(\left\lfloor\frac{59 + 2 \cdot 2 - 1 \cdot (7 - 1) - 1}{2}\right\rfloor + 1\right)"
    )
    assert drawn(rf"s = 16 \times {size} \times {size} = 16 \times 29 \times 29", width=60) == (
        "s = 16 × (⌊(59 + 2·2 − 1·(7 − 1) − 1)/2⌋ + 1)\n"
        "  × (⌊(59 + 2·2 − 1·(7 − 1) − 1)/2⌋ + 1)\n"
        "  = 16 × 29 × 29"
    )


@pytest.mark.parametrize("width", [20, 30, 50])
def test_no_line_is_longer_than_its_width_if_its_words_allow_it(width: int) -> None:
    tex = " + ".join(rf"w_{{{n}}} \cdot x_{{{n}}}" for n in range(20))
    assert all(len(line) <= width for line in display(read_formula(f"s = {tex}"), width))
