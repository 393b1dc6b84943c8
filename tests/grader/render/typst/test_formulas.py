"""Formulas are set by Typst as they are meant, and told in words."""

from __future__ import annotations

import re

import pytest

from grader.document.formula import Digits, Letter, Matrix, Name, Row, Sign, Word
from grader.document.markdown import read_markdown
from grader.document.nodes import Display, Document, Heading, Math, Paragraph, Text
from grader.document.signs import FENCES, GREEK, SIGNS
from grader.document.tex import read_formula
from grader.document.typeset import formula_of
from grader.render.typst.blocks import blocks
from grader.render.typst.formulas import display_formula, inline_formula
from grader.render.typst.pdf import compiled
from grader.render.typst.sheets import with_style
from problems.values import value_of
from tests.grader.render.typst.reading import edges, pages, tags


def printed(document: Document) -> bytes:
    return compiled(with_style("formulas", "en", blocks((Heading(1, (Text("x"),)), *document))))


def inline(tex: str) -> str:
    """The Typst of a formula, without what is told of it."""
    found = re.fullmatch(
        r'#inline\("(?:[^"\\]|\\.)*", \$(.*)\$\)', inline_formula(read_formula(tex))
    )
    assert found is not None
    return found[1]


def test_a_fraction_a_root_and_scripts_are_those_of_typst() -> None:
    assert inline(r"\frac{a + 1}{b}") == r"frac(a binary(\+) 1, b)"
    assert inline(r"\sqrt{x}") == "sqrt(x)"
    assert inline("w_i^2") == "attach(w, b: i, t: 2)"
    assert inline("w_1'") == "attach(w, b: 1, t: #math.primes(1))"


def test_a_minus_in_front_is_no_difference() -> None:
    assert inline("-x") == r"unary(\−) x"
    assert inline("a - x") == r"a binary(\−) x"
    assert inline("a = -x") == r"a relation(\=) unary(\−) x"


def test_brackets_grow_only_where_something_tall_is_in_them() -> None:
    assert inline("(a)") == r"\( a \)"
    assert inline(r"\left\lfloor \frac{a + 1}{2} \right\rfloor").startswith(r"lr(\⌊ frac(")


def test_several_letters_or_digits_are_never_a_name_of_typst() -> None:
    assert inline_formula(Letter("pi")).endswith(', $"pi"$)')
    assert inline_formula(Digits("1e5")).endswith(', $normal("1e5")$)')
    assert inline_formula(Digits("-1/2")).endswith(', $normal("-1/2")$)')
    assert inline_formula(Digits("1/2")).endswith(r", $1 normal(\/) 2$)")


def test_a_formula_is_told_in_a_line() -> None:
    document = (
        Paragraph(
            (
                Math(
                    read_formula(r"\frac{\partial L}{\partial w_1} \odot x"),
                ),
            )
        ),
    )
    (formula,) = [tag for tag in tags(printed(document)) if tag.kind == "Formula"]
    assert formula.told == "∂L/∂w₁ ⊙ x"


def test_every_sign_letter_and_bracket_has_its_glyph() -> None:
    signs = [Display(Row((Letter("a"), sign, Letter("b")))) for sign in SIGNS.values()]
    letters = [Display(Letter(letter)) for letter in GREEK.values()]
    fences = [Display(Row((Sign(fence, "ordinary"),))) for fence in FENCES.values()]
    read = "\n".join(pages(printed((*signs, *letters, *fences))))
    for sign in SIGNS.values():
        assert sign.text in read or sign.text in "…⋯⋮", sign
    assert {*GREEK.values()} - {*read.replace("ϕ", "φ").replace("ϵ", "ε")} == set()
    assert "□" not in read


def test_words_in_each_alphabet_may_stand_in_a_formula() -> None:
    document = read_markdown(r"$x \text{ если } y$, $\text{gdje čž}$, $\text{źródło}$")
    read = "\n".join(pages(printed(document)))
    assert "если" in read
    assert "gdje čž" in read
    assert "źródło" in read


def test_a_long_vector_is_broken_between_its_numbers() -> None:
    vector = Display(formula_of(value_of([*range(-60, 60)])))
    (edge,) = edges(printed((vector,)))
    assert edge.right < 190 * 72 / 25.4 + 1
    assert "−17, −16" in pages(printed((vector,)))[0].replace("\n", " ")


def test_a_wide_matrix_becomes_smaller_and_a_narrow_one_stays() -> None:
    def matrix(columns: int) -> Display:
        row = tuple(Digits(str(10**5 + n)) for n in range(columns))
        return Display(Row((Letter("A"), Sign("=", "relation"), Matrix((row, row)))))

    (edge,) = edges(printed((matrix(24),)))
    assert 180 * 72 / 25.4 > edge.right > 160 * 72 / 25.4
    assert "#fitting(" in display_formula(matrix(2).formula)
    assert "#fitting(" not in display_formula(read_formula("a = b"))


def test_a_product_of_matrices_may_break_before_its_crosses() -> None:
    wide = Matrix((tuple(Digits(str(10**7 + n)) for n in range(6)),))
    row = Row((Letter("a"), Sign("=", "relation"), wide, Sign("×", "product"), wide))
    assert display_formula(row).count("#fitting(") == 2


def test_a_long_derivation_is_broken_at_its_signs() -> None:
    total = read_formula("s = " + " + ".join(f"x_{{{n}}} y_{{{n}}}" for n in range(60)))
    (edge,) = edges(printed((Display(total),)))
    assert edge.right < 190 * 72 / 25.4 + 1


@pytest.mark.parametrize("part", [Word("ReLU"), Name("conv1_rf")])
def test_what_is_upright_has_the_spaces_of_a_function(part: Word | Name) -> None:
    assert "op(" in inline_formula(Row((Digits("2"), part, Letter("x"))))


def test_a_formula_with_nothing_in_it_is_printed_too() -> None:
    assert printed((Display(Row(())), Paragraph((Math(Row(())),))))
