"""The page of a sheet says all that is needed, in its language, and gives no answer away."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from grader.render.markdown import heading, problem_page, sheet_page
from grader.render.statement import blanks_table, points, table, title, worked_solution
from grader.sheet.sheet import DEFAULT_PROBLEMS, Problem, as_language, draw_sheet
from problems.catalogue import family_keys
from problems.sentences import LANGUAGES
from problems.variant import example_variant

SHEET = draw_sheet("7", DEFAULT_PROBLEMS, "en")
TABLE = Problem("4", example_variant("cnn-table", "lecture"))
FUNCTION = Problem("5", example_variant("conv1d-code", "lecture"))


def test_the_page_names_the_file_the_seed_and_every_problem() -> None:
    page = sheet_page(SHEET, "submission.py")
    assert page.startswith("# ")
    assert "`grader check submission.py`" in page
    assert "seed 7" in page
    assert re.findall(r"^## Problem (\d)", page, re.MULTILINE) == ["1", "2", "3"]


def test_a_heading_has_number_title_and_points() -> None:
    assert heading(TABLE, "en") == f"## Problem 4: {title(TABLE, 'en')} (19\u00a0points)"


def test_points_are_those_of_all_fields() -> None:
    assert (points(TABLE), points(FUNCTION)) == (19, 10)


def test_every_blank_is_in_the_table_with_its_meaning_format_and_points() -> None:
    head, line, *rows = blanks_table(TABLE, "en").splitlines()
    assert head == "| blank | what it is | format | points |"
    assert line == "| --- | --- | --- | --- |"
    names = [row.split("`")[1] for row in rows]
    assert names == [asked.name for asked in TABLE.variant.working.asked]
    assert all(row.endswith("| 1 |") for row in rows)


def test_a_table_has_a_line_under_its_head() -> None:
    assert table(["a", "b"], [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"


def test_the_solution_is_shown_only_if_it_is_wanted() -> None:
    for problem in (TABLE, FUNCTION):
        solution = worked_solution(problem, "en")
        assert solution in problem_page(problem, "en", solution=True)
        assert solution not in problem_page(problem, "en", solution=False)


def test_the_worked_solution_has_every_step_with_its_value() -> None:
    solution = worked_solution(TABLE, "en")
    numbers = [int(n) for n in re.findall(r"^(\d+)\. ", solution, re.MULTILINE)]
    assert numbers == list(range(1, len(TABLE.variant.working.steps) + 1))
    assert "**16 × 24 × 24**" in solution
    assert "**262656**" in solution


def test_a_step_shows_its_formula_with_the_numbers_filled_in() -> None:
    step = next(line for line in worked_solution(TABLE, "en").splitlines() if "`conv2_rf`" in line)
    assert "6 + 1·(5 − 1)·2 = **14**" in step


def test_the_worked_solution_of_code_is_the_model_program() -> None:
    solution = worked_solution(FUNCTION, "en")
    assert solution.startswith("```python\ndef conv1d(")
    assert solution.endswith("return out\n```")


@pytest.mark.parametrize("key", family_keys())
def test_every_language_tells_the_same_numbers_in_words_of_its_own(key: str) -> None:
    (problem,) = draw_sheet("5", [f"{key}:hard"], "en").problems
    pages = [problem_page(problem, as_language(each), solution=False) for each in LANGUAGES]
    assert len(set(pages)) == len(LANGUAGES)
    numbers = [set(re.findall(r"\d+", page)) for page in pages]
    assert all(each == numbers[0] for each in numbers)


def test_the_steps_of_a_worked_solution_are_one_list_with_matrices_inside() -> None:
    problem = Problem("1", example_variant("conv2d-backprop", "lecture"))
    tokens = MarkdownIt().parse(worked_solution(problem, "en"))
    kinds = [(token.type, token.level) for token in tokens]
    steps = len(problem.variant.working.steps)
    assert steps > 10
    assert kinds.count(("ordered_list_open", 0)) == 1
    assert kinds.count(("list_item_open", 1)) == steps
    assert [level for kind, level in kinds if kind == "fence" and level != 2] == []
    assert [kind for kind, _ in kinds if kind == "code_block"] == []
