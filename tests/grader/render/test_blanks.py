"""A blank is described by what it is and by its format, and never by its value."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations
from math import prod
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers.answer import NoValue, read_answer
from grader.document.nodes import Code, Math
from grader.document.tex import read_formula
from grader.render.blanks import (
    in_python,
    meaning,
    name_in_table,
    reasons_of,
    value_in_words,
    wanted_definition,
    wanted_format,
)
from grader.render.text import one_line
from grader.sheet.sheet import Problem
from problems.catalogue import family
from problems.forms import (
    Choice,
    Decimal,
    Expression,
    Form,
    Integer,
    Numeric,
    PlainData,
    Rational,
    Reasoned,
    ReasonedChoice,
    Shape,
    Shapes,
    agree,
    shape_of,
)
from problems.formula import Formula, variable
from problems.rule import Rule
from problems.sentences import LANGUAGES, Language, MissingTextError
from problems.variant import Variant, example_variant
from problems.working import Asked, Working
from tests.families.planted import FAMILIES, planted
from tests.problems.test_formula import RECIPES, formula_of

WHY = ReasonedChoice(("yes", "no"), ("odd", "padded", "cut"))
TABLE = Problem("1", example_variant("cnn-table", "lecture"))
BACKPROP = Problem("2", example_variant("conv2d-backprop", "lecture"))


def asked_of(problem: Problem, name: str) -> Asked:
    return next(asked for asked in problem.variant.working.asked if asked.name == name)


EVERY_BLANK = FAMILIES / "every_blank"
with planted():
    EVERY = Problem("1", example_variant("every-blank", "plain"))


@pytest.fixture(scope="module", autouse=True)
def every_blank() -> Iterator[None]:
    with planted():
        yield


def format_of(problem: Problem, asked: Asked, language: Language, **how: bool) -> str:
    return one_line(wanted_format(problem, asked, language, **how))


def one_blank(form: Form, true: Any, **how: Any) -> tuple[Problem, Asked]:
    """A problem that asks for one value, of the family whose options have words."""
    w = Working()
    w.ask(w.derive("a", Rule("rule", lambda: true)), form, **how)
    variant = Variant(family("every-blank"), "easy", "7", {})
    object.__setattr__(variant, "working", w)
    return Problem("1", variant), w.asked[0]


@pytest.mark.parametrize(
    ("form", "true", "text"),
    [
        (Integer(), 7, "whole number"),
        (Integer("px"), 7, "whole number, px"),
        (Shape("C, H, W"), (2, 3, 13), "(channels, height, width)"),
        (Shape("C, H, W"), (7,), "(N,)"),
        (Rational(), Fraction(1, 7), '"1/2"'),
        (Rational(), np.array([7, 7, 7], dtype=object), "length 3"),
        (Rational(), np.array([[7, 7, 7], [7, 7, 7]], dtype=object), "2 × 3"),
        (Decimal(tolerance=0.003), 0.7, "0.003"),
        (Decimal(tolerance=0.003), np.array([[0.7, 0.7, 0.7]]), "1 × 3"),
        (Rational(), np.full((2, 3, 2), 7, dtype=object), "2 × 3 × 2 tensor (nested lists)"),
        (Decimal(tolerance=0.003), np.full((2, 1, 3, 2), 0.7), "2 × 1 × 3 × 2 tensor"),
        (Choice(("max", "mean")), "max", '"max-pooling", "average pooling"'),
        (WHY, Reasoned("yes", "odd"), "(yes / no) and the letter of the reason"),
        (
            WHY,
            Reasoned("yes", "odd"),
            "a) the kernel is odd, b) the padding makes up for the kernel: 2p = k",
        ),
        (Expression(("n", "k_h")), variable("n") * 7, "expression in `n`, `k_h`, in quotes"),
    ],
)
def test_the_format_says_what_is_wanted_and_not_the_value(form: Form, true: Any, text: str) -> None:
    described = format_of(*one_blank(form, true), "en")
    assert text in described
    assert "7" not in described


def test_a_blank_that_is_marked_by_its_entries_says_so() -> None:
    for asked in BACKPROP.variant.working.asked:
        described = format_of(BACKPROP, asked, "en")
        assert described.endswith("; marked entry by entry") == asked.per_cell
    assert asked_of(BACKPROP, "q1").per_cell


def test_yes_and_no_are_words_of_the_language() -> None:
    blank = one_blank(Choice(("yes", "no")), "yes")
    assert [format_of(*blank, language).partition(": ")[2] for language in LANGUAGES] == [
        '"yes", "no"',
        '"da", "ne"',
        '"tak", "nie"',
        '"да", "нет"',
    ]


def test_an_option_without_words_is_an_error_and_never_a_hole() -> None:
    with pytest.raises(MissingTextError, match="the option 'mirror' has no text in 'en'"):
        format_of(*one_blank(Choice(("yes", "mirror")), "yes"), "en")
    with pytest.raises(MissingTextError, match="the option 'dull' has no text in 'en'"):
        form = ReasonedChoice(("yes", "no"), ("odd", "dull"))
        format_of(*one_blank(form, Reasoned("yes", "odd")), "en")


VALUES_OF_SEVERAL_SIZES = (
    7,
    np.full(3, 7, dtype=object),
    np.full((2, 3), 7, dtype=object),
    np.full((2, 3, 2), 7, dtype=object),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [Rational(), Decimal(tolerance=0.01)])
def test_a_size_that_is_part_of_the_question_is_not_told(form: Form, language: Language) -> None:
    told = {
        format_of(*one_blank(form, true, size_told=False), language)
        for true in VALUES_OF_SEVERAL_SIZES
    }
    assert len(told) == 1
    shown = {format_of(*one_blank(form, v), language) for v in VALUES_OF_SEVERAL_SIZES}
    assert len(shown) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_shape_the_number_of_axes_is_not_told(language: Language) -> None:
    told = {
        format_of(*one_blank(Shape("C, H, W"), true, size_told=False), language)
        for true in ((5,), (2, 3, 5))
    }
    assert len(told) == 1
    assert "C, H, W" not in told.pop()


def test_a_size_that_is_part_of_the_question_is_said_to_be() -> None:
    blank = one_blank(Rational(), VALUES_OF_SEVERAL_SIZES[2], size_told=False, per_cell=True)
    assert format_of(*blank, "en") == (
        'number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the '
        "question; marked entry by entry"
    )
    assert format_of(*one_blank(Shape("N"), (5,), size_told=False), "en") == (
        "shape; the number of axes is part of the question"
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "there is none"),
        ("mean", "average pooling"),
        ("no", "no"),
        (Reasoned("no", "cut"), "no: the padding is not enough, or too much"),
        (Reasoned("yes", "padded"), "yes: the padding makes up for the kernel: 2p = k − 1"),
        (variable("n") * 2, None),
        (7, None),
        ((2, 3), None),
        (np.zeros((2, 3, 2)), None),
    ],
)
def test_a_value_that_is_no_number_is_told_in_words(value: object, words: str | None) -> None:
    problem = Problem("1", example_variant("every-blank", "plain"))
    told = value_in_words(problem, value, "en")
    assert (None if told is None else one_line(told)) == words


def test_a_reason_is_told_with_the_letter_that_it_has_on_the_sheet() -> None:
    problem, asked = one_blank(WHY, Reasoned("no", "cut"))
    told = value_in_words(problem, Reasoned("no", "cut"), "en", asked.form)
    assert told is not None
    assert one_line(told) == "no, c) the padding is not enough, or too much"


def test_a_formula_in_a_reason_is_typeset() -> None:
    problem, _ = one_blank(WHY, Reasoned("yes", "padded"))
    odd, padded, _ = reasons_of(problem, WHY, "hr")
    assert one_line(odd) == "jezgra je neparna"
    assert padded[-1] == Math(read_formula("2p = k - 1"))


def test_without_its_reasons_a_choice_says_that_their_letters_are_wanted() -> None:
    described = format_of(*one_blank(WHY, Reasoned("yes", "odd")), "en", with_reasons=False)
    assert described.endswith("and the letter of the reason, in quotes with a comma between")


def test_a_blank_in_a_table_is_told_by_its_row_and_column_where_nothing_more_is_said() -> None:
    assert told(EVERY, "out", "hr") == "veličina izlaza, kao broj"
    assert told(EVERY, "size", "en") == "n′: size of the output, as a formula"
    assert told(EVERY, "cost", "en").startswith("multiplications of all outputs of one channel")


def test_a_row_that_is_called_by_a_name_is_called_so_in_every_language() -> None:
    for language in LANGUAGES:
        assert name_in_table(EVERY, "`conv1`", language) == (Code("conv1"),)
    with pytest.raises(MissingTextError, match=r"no 'conv1' under \[tables\] in 'pl'"):
        name_in_table(EVERY, "conv1", "pl")


def test_a_function_or_class_is_described_by_its_signatures() -> None:
    function = Problem("1", example_variant("conv1d-code", "lecture"))
    assert wanted_definition(function, "conv1d", "pl") == "funkcja conv1d(vector, kernel)"
    model = Problem("1", example_variant("torch-model-code", "lecture"))
    assert wanted_definition(model, "ConvModel", "en") == (
        "class ConvModel with the methods __init__(self), fwd(self, x), loss(self, x, y)"
    )
    with pytest.raises(ValueError, match="the starter does not define 'conv2d'"):
        wanted_definition(function, "conv2d", "en")


def test_the_results_of_a_function_are_no_blank() -> None:
    with pytest.raises(TypeError, match="not answers to a blank"):
        format_of(*one_blank(Numeric(), 7), "en")


def told(problem: Problem, name: str, language: Language) -> str:
    return one_line(meaning(problem, asked_of(problem, name), language))


def test_a_blank_is_explained_by_its_symbol_and_by_what_its_family_calls_it() -> None:
    assert told(TABLE, "conv1_rf", "en") == "receptive field of one output value of `conv1`"
    assert told(BACKPROP, "dw1", "en") == "∂L/∂w₁: gradient with respect to kernel 1"
    assert told(BACKPROP, "s", "pl") == "logity"


def test_units_and_axes_are_words_of_the_language() -> None:
    assert format_of(TABLE, asked_of(TABLE, "conv1_rf"), "ru") == "целое число, пикс."
    assert format_of(TABLE, asked_of(TABLE, "conv1_shape"), "hr") == (
        "dimenzije (kanali, visina, širina)"
    )


def test_every_language_has_words_of_its_own() -> None:
    for problem in (TABLE, BACKPROP):
        explained = [
            [meaning(problem, asked, language) for asked in problem.variant.working.asked]
            for language in LANGUAGES
        ]
        assert all(a != b for a, b in combinations(explained, 2))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (-7, "-7"),
        (Fraction(1, 2), '"1/2"'),
        (Fraction(-4, 2), "-2"),
        ((16, 24, 25), "(16, 24, 25)"),
        ((7,), "(7,)"),
        ("mirror", "'mirror'"),
        (np.array([[0, Fraction(1, 2)], [-3, 4]], dtype=object), '[[0, "1/2"], [-3, 4]]'),
        (np.int64(5), "5"),
        (np.array(5), "5"),
        (np.array([[[1, 2]], [[3, 4]]], dtype=object), "[[[1, 2]], [[3, 4]]]"),
        (variable("n") * 2 + 1, '"n*2 + 1"'),
        (Formula(Fraction(3)), "3"),
        (Formula(Fraction(1, 2)), '"1/2"'),
        (Reasoned("yes", "odd"), '"yes, odd"'),
    ],
)
def test_a_value_is_written_as_a_student_would_type_it(value: object, text: str) -> None:
    assert in_python(value) == text


def test_a_reason_is_written_by_its_letter_where_the_form_lists_it() -> None:
    assert in_python(Reasoned("no", "cut"), WHY) == '"no, c"'


@pytest.mark.parametrize("problem", [TABLE, BACKPROP], ids=["table", "backprop"])
def test_what_is_written_is_read_back_as_the_true_value(problem: Problem) -> None:
    values = problem.variant.working.solve_in_symbols()
    for asked in problem.variant.working.asked:
        typed = ast.literal_eval(in_python(values[asked.name], asked.form))
        answer = read_answer(asked.form, typed)
        assert agree(asked.form, answer, problem.variant.truth[asked.name]), asked.name


SIDES = st.lists(st.integers(1, 4), max_size=4).map(tuple)
RATIONALS = st.fractions(max_denominator=999, min_value=-999, max_value=999)


def tensors(cells: st.SearchStrategy[Any], dtype: Any) -> st.SearchStrategy[Any]:
    """Numbers, vectors, matrices and tensors of these cells."""
    return SIDES.flatmap(
        lambda sides: st.lists(cells, min_size=prod(sides), max_size=prod(sides)).map(
            lambda flat: np.array(flat, dtype=dtype).reshape(sides) if sides else flat[0]
        )
    )


@st.composite
def forms_with_values(draw: st.DrawFn) -> tuple[Form, Any]:
    """A form of a blank, of every kind, and a value in it."""
    form = draw(st.sampled_from(BLANKS))
    match form:
        case Integer():
            return form, draw(st.integers(-(10**6), 10**6))
        case Shape():
            return form, tuple(draw(st.lists(st.integers(1, 999), min_size=1, max_size=5)))
        case Rational():
            return form, draw(tensors(RATIONALS, object))
        case Decimal():
            return form, draw(tensors(st.floats(-1e3, 1e3), np.float64))
        case Choice(options=options):
            return form, draw(st.sampled_from(options))
        case ReasonedChoice(options=options, reasons=reasons):
            return form, Reasoned(draw(st.sampled_from(options)), draw(st.sampled_from(reasons)))
        case Expression():
            made = formula_of(draw(RECIPES))
            return form, variable("n") if made is None else made
        case Shapes() | Numeric() | PlainData():
            raise AssertionError("these are no forms of blanks")


BLANKS: tuple[Form, ...] = (
    Integer(),
    Shape("H, W"),
    Rational(),
    Decimal(tolerance=0.006),
    Choice(("max", "mean")),
    Choice(("yes", "no")),
    WHY,
    Expression(("n", "k", "s")),
)


def test_every_form_of_a_blank_is_tried() -> None:
    of_functions = {Shapes, Numeric, PlainData}
    assert {type(form) for form in BLANKS} == set(get_args(Form)) - of_functions


@given(forms_with_values())
def test_a_value_of_any_form_is_read_back_as_it_was_written(made: tuple[Form, Any]) -> None:
    form, true = made
    typed = ast.literal_eval(in_python(true, form))
    answer = read_answer(form, typed, shape=shape_of(true), folder=EVERY_BLANK)
    if isinstance(form, Expression) and not agree(form, true, true):  # it has hardly any values
        return
    if isinstance(answer, NoValue) and isinstance(form, Expression):  # nor is it as large
        assert answer.remark.details["problem"].message_key in ("too-large", "division-by-zero")
        return
    assert agree(form, answer, true)
