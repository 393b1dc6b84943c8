"""A problem as a document says all that is needed, in its language, and gives no answer away."""

from __future__ import annotations

import re

import pytest

from grader.document.formula import Formula
from grader.document.nodes import (
    Block,
    CodeBlock,
    Display,
    Document,
    Heading,
    Items,
    Paragraph,
    Table,
)
from grader.render.blank_tables import blank_tables
from grader.render.linear import linear
from grader.render.markdown import markdown
from grader.render.statement import (
    heading,
    points,
    problem_document,
    sheet_document,
    worked_solution,
)
from grader.render.text import one_line, text
from grader.render.title import title
from grader.sheet.sheet import DEFAULT_PROBLEMS, Problem, as_language, draw_sheet
from problems.catalogue import family_keys
from problems.sentences import LANGUAGES
from problems.variant import example_variant
from tests.families.planted import planted

SHEET = draw_sheet("7", DEFAULT_PROBLEMS, "en")
TABLE = Problem("4", example_variant("cnn-table", "lecture"))
BACKPROP = Problem("2", example_variant("conv2d-backprop", "lecture"))
KERNELS = Problem("3", example_variant("separable-conv", "lecture"))
FUNCTION = Problem("5", example_variant("conv1d-code", "lecture"))


def steps_of(problem: Problem) -> dict[str, tuple[Block, ...]]:
    """The steps of a worked solution by the names of their quantities."""
    steps = worked_solution(problem, "en")[-1]  # after the figures
    assert isinstance(steps, Items)
    names = [step.name for step in problem.variant.working.steps]
    return dict(zip(names, steps.items, strict=True))


def formula_of(step: tuple[Block, ...]) -> Formula:
    *_, last = step
    assert isinstance(last, Display)
    return last.formula


def derivation(problem: Problem, name: str) -> str:
    return linear(formula_of(steps_of(problem)[name]))


def headings(document: Document) -> list[tuple[int, str]]:
    return [(b.level, one_line(b.inside)) for b in document if isinstance(b, Heading)]


def test_a_sheet_names_the_file_the_seed_and_every_problem() -> None:
    page = markdown(sheet_document(SHEET, "submission.py"))
    assert page.startswith("# ")
    assert "`grader check submission.py`" in page
    assert "seed 7" in page
    assert re.findall(r"^## Problem (\d)", page, re.MULTILINE) == ["1", "2", "3"]


def test_a_heading_has_number_title_and_points() -> None:
    assert heading(TABLE, "en") == f"Problem 4: {title(TABLE, 'en')} (19\u00a0points)"
    assert headings(problem_document(TABLE, "en", solution=True, level=1)) == [
        (1, "Problem 4: The table of a convolutional network (19 points)"),
        (2, "What to fill in"),
        (2, "Worked solution"),
    ]


def test_a_title_is_plain_text_with_its_values() -> None:
    layer = Problem("1", example_variant("conv1d-layer-code", "lecture-kernel-of-3"))
    assert title(layer, "en") == "A layer class for 1D convolution: kernel of size 3"


def test_points_are_those_of_all_fields() -> None:
    assert (points(TABLE), points(FUNCTION)) == (19, 10)


def test_every_blank_is_in_the_table_with_its_meaning_format_and_points() -> None:
    (table,) = blank_tables(TABLE, "en")
    assert isinstance(table, Table)
    assert [one_line(cell) for cell in table.head] == ["blank", "what it is", "format", "points"]
    rows = [[one_line(cell) for cell in row] for row in table.rows]
    assert [row[0] for row in rows] == [f"`{a.name}`" for a in TABLE.variant.working.asked]
    assert rows[2][1:] == [
        "receptive field of one output value of `conv1`",
        "whole number, px",
        "1",
    ]


def test_the_solution_is_shown_only_if_it_is_wanted() -> None:
    for problem in (TABLE, FUNCTION):
        solution = worked_solution(problem, "en")
        with_it = problem_document(problem, "en", solution=True)
        assert with_it[-len(solution) :] == solution
        assert solution[0] not in problem_document(problem, "en", solution=False)


def test_a_step_goes_from_its_symbol_over_its_formula_to_its_value() -> None:
    assert derivation(TABLE, "conv2_rf") == (
        "conv2_rf = pool1_rf + 1·(5 − 1)·pool1_jump = 6 + 1·(5 − 1)·2 = 14"
    )
    assert derivation(TABLE, "conv1_params") == "conv1_params = (1·5·5 + 1)·16 = 416"
    assert derivation(TABLE, "pool1_params") == "pool1_params = 0"
    assert derivation(TABLE, "flatten_shape") == "flatten_shape = 32·4·4 = 512"


def test_a_step_has_the_symbols_of_the_sheet_and_no_others() -> None:
    assert derivation(BACKPROP, "m2") == "h₂ = max r₂ = 1"
    assert derivation(BACKPROP, "h") == "h = [h₁, h₂] = [1, 1]"
    assert derivation(BACKPROP, "L") == "L = −ln(p₂) = −ln([1/2, 1/2]₂) = ln(2)"
    assert derivation(BACKPROP, "dm1") == "∂L/∂h₁ = (∂L/∂h)₁ = [1/2, −1/2]₁ = 1/2"
    assert derivation(BACKPROP, "w1_new").startswith("w₁′ = w₁ − η · ∂L/∂w₁ = [[0, ")


def test_matrices_are_shown_as_symbols_and_not_put_into_a_formula() -> None:
    shown = derivation(BACKPROP, "q1")
    assert shown.startswith("q₁ = w₁ ⋆ x = [[")
    assert shown.count("[[") == 1


def test_a_rounded_value_is_about_equal() -> None:
    (problem,) = draw_sheet("7", ["conv2d-backprop:hard"], "en").problems
    assert " ≈ " in derivation(problem, "p")
    assert " ≈ " not in derivation(problem, "q1")


def test_two_steps_of_one_rule_are_told_apart_in_a_worked_solution() -> None:
    (problem,) = draw_sheet("7", ["conv2d-backprop:hard"], "en").problems
    told = markdown(problem_document(problem, "en", solution=True))
    assert r"\frac{\partial L}{\partial x} \right)^{(1)}$: the part of the gradient" in told
    assert "comes back through feature map 1. The flipped kernel" in told
    assert "comes back through feature map 2. The flipped kernel" in told


def test_a_choice_is_told_in_a_word() -> None:
    (paragraph,) = steps_of(KERNELS)["separable"]
    assert isinstance(paragraph, Paragraph)
    assert one_line(paragraph.inside).endswith("(rank 1). *no*")


def test_a_formula_in_variables_is_told_as_a_formula() -> None:
    with planted():
        problem = Problem("1", example_variant("every-blank", "plain"))
        assert derivation(problem, "size") == "n′ = ⌊(n − k)/s⌋ + 1"
        assert derivation(problem, "cost") == "cost = n′²·k² = (⌊(n − k)/s⌋ + 1)²·k²"
        (paragraph,) = steps_of(problem)["same"]
    assert isinstance(paragraph, Paragraph)
    told = one_line(paragraph.inside)
    assert told.startswith("`same` — does the layer keep the size of its input? With stride s = 1")
    assert told.endswith("*yes, b) the padding makes up for the kernel: 2p = k − 1*")


def test_the_worked_solution_of_code_is_the_model_program() -> None:
    (block,) = worked_solution(FUNCTION, "en")
    assert isinstance(block, CodeBlock)
    assert block.language == "python"
    assert block.text.startswith("def conv1d(")
    assert block.text.endswith("return out")


@pytest.mark.parametrize("key", family_keys())
def test_every_language_tells_the_same_numbers_in_words_of_its_own(key: str) -> None:
    (problem,) = draw_sheet("5", [f"{key}:hard"], "en").problems
    pages = [
        text(problem_document(problem, as_language(each), solution=False), 80) for each in LANGUAGES
    ]
    assert len(set(pages)) == len(LANGUAGES)
    numbers = [set(re.findall(r"\d+", page)) for page in pages]
    assert all(each == numbers[0] for each in numbers)


def test_the_given_values_of_a_statement_are_those_that_were_drawn() -> None:
    page = text(problem_document(KERNELS, "en", solution=False), 80)
    assert "⎛ −1  0  1 ⎞" in page
    assert "3 × 128 × 128" in page
    assert "η = 1, and" in text(problem_document(BACKPROP, "en", solution=False), 100)
