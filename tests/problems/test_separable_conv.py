"""Separable kernels by hand: the lecture's values, sound draws, marks and mistakes."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.answers.outcome import Outcome
from grader.certification.submissions import marked_in_place
from grader.grading.grade import grade_file
from grader.marking.result import FieldResult, ProblemResult
from grader.render.blank_tables import blank_tables
from grader.render.script import Work, blank, mistaken, model, script
from grader.sheet.sheet import Problem, Sheet, draw_sheet
from problems.catalogue import family
from problems.drawing import draw_variant
from problems.family import LEVELS, Level
from problems.rules.separable import ROW
from problems.sentences import LANGUAGES
from problems.separable_conv.family import Parameters
from problems.variant import Variant, example_variant, slip_shows
from reference import costs
from tests.warm import warm_sandbox

KEY = "separable-conv"
LECTURE: Parameters = family(KEY).examples["lecture"].parameters
BOTH: Parameters = {**LECTURE, "other": [[0, 2, -2], [0, -1, 1], [0, 3, -3]]}
OWN_SCALE: Parameters = {**LECTURE, "kernel": [[0, 6, -12], [0, -4, 8], [0, 2, -4]]}

SLIPS = example_variant(KEY, "lecture").working.slip_keys
LAST_RESORTS = example_variant(KEY, "lecture").working.last_resorts
LEAVE_THE_COLUMN = {
    *("row-of-another-column", "row-adds-to-one", "sums-for-row", "sums-of-wrong-axis"),
}
"""The slips in the row that do not look at the numbers of the student's column."""
seeds = st.integers(0, 10**6).map(str)
levels = st.sampled_from(LEVELS)


def sheet_of(*parameters: Parameters) -> Sheet:
    problems = (
        Problem(str(key), Variant(family(KEY), "standard", "1", each))
        for key, each in enumerate(parameters, start=1)
    )
    return Sheet("1", "en", tuple(problems))


def graded(
    sheet: Sheet, work: Callable[[Problem], Work], folder: Path
) -> tuple[ProblemResult, ...]:
    path = folder / "sheet.py"
    path.write_text(script(sheet, work), encoding="utf-8")
    return grade_file(path, sandbox=warm_sandbox()).problems


def fields_of(parameters: Parameters, folder: Path, **answers: Any) -> dict[str, FieldResult]:
    """The fields of one problem, answered right but for some answers; None is one, ... is none."""

    def work(problem: Problem) -> Work:
        values = {**model(problem).values, **answers}
        return Work({name: v for name, v in values.items() if v is not ...}, program="")

    (problem,) = graded(sheet_of(parameters), work, folder)
    return {field.name: field for field in problem.fields}


def test_the_kernel_of_the_lecture_is_a_smoothing_column_times_a_difference_row() -> None:
    truth = example_variant(KEY, "lecture").truth
    assert list(truth["column"]) == [1, 2, 1]
    assert list(truth["row"]) == [-1, 0, 1]


def test_the_layer_of_the_lecture_costs_what_the_lecture_says() -> None:
    truth = example_variant(KEY, "lecture").truth
    assert (truth["regular_params"], truth["regular_macs"]) == (432, 7_077_888)
    assert (truth["separable_params"], truth["separable_macs"]) == (75, 1_228_800)
    assert "grouped_params" not in truth


def test_the_other_kernel_of_the_lecture_is_that_of_laplace_which_is_not_separable() -> None:
    example = example_variant(KEY, "lecture")
    assert example.parameters["other"] == [[0, 1, 0], [1, -4, 1], [0, 1, 0]]
    assert example.truth["separable"] == "no"


@given(seeds, levels)
def test_one_kernel_has_factors_and_the_other_has_them_if_its_rank_is_one(
    seed: str, level: Level
) -> None:
    variant = draw_variant(KEY, level, seed)
    truth = variant.truth
    kernel, other = np.array(variant.parameters["kernel"]), np.array(variant.parameters["other"])
    assert np.array_equal(np.outer(truth["column"], truth["row"]), kernel)
    assert np.linalg.matrix_rank([np.float64(truth["column"]), np.float64(truth["row"])]) == 2
    rank = np.linalg.matrix_rank(other)
    assert rank in (1, 2)  # of rank 3 a determinant would tell it at a glance
    assert truth["separable"] == ("yes" if rank == 1 else "no")
    most = {"easy": 6, "standard": 12, "hard": 54}[level]
    assert max(np.abs(kernel).max(), np.abs(other).max()) <= most


@given(seeds, levels)
def test_the_costs_are_those_of_the_reference(seed: str, level: Level) -> None:
    variant = draw_variant(KEY, level, seed)
    p, truth = variant.parameters, variant.truth
    shape, out = tuple(p["input"]), (p["channels"], *p["input"][1:])
    expected = {
        "regular_params": costs.conv_parameters(shape, p["channels"], p["size"], bias=False),
        "regular_macs": costs.conv_macs(shape, out, p["size"]),
        "separable_params": costs.separable_parameters(shape, p["channels"], p["size"]),
        "separable_macs": costs.separable_macs(shape, out, p["size"]),
    }
    if level == "hard":
        expected["grouped_params"] = costs.conv_parameters(
            shape, p["channels"], p["size"], groups=p["groups"], bias=False
        )
        expected["grouped_macs"] = costs.conv_macs(shape, out, p["size"], groups=p["groups"])
    assert {name: truth[name] for name in expected} == expected
    asked = {asked.name for asked in variant.working.asked}
    assert asked == {"separable", "column", "row", *expected}


@pytest.mark.parametrize("level", LEVELS)
def test_about_half_of_the_other_kernels_are_separable(level: Level) -> None:
    truths = [draw_variant(KEY, level, str(seed)).truth["separable"] for seed in range(200)]
    assert 80 <= truths.count("yes") <= 120


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_blanks_do_not_tell_whether_the_other_kernel_is_separable(language: Any) -> None:
    one, other = sheet_of(LECTURE, BOTH).problems
    assert (one.variant.truth["separable"], other.variant.truth["separable"]) == ("no", "yes")
    assert blank_tables(one, language) == blank_tables(other, language)


def test_the_blanks_of_the_file_do_not_tell_it_either() -> None:
    one, other = (
        re.sub(r"np\.array\(.*\)", "…", script(sheet_of(p)).partition("# %% problem")[2])
        for p in (LECTURE, BOTH)
    )
    assert 'separable = ...  # one of: "yes", "no"' in one
    assert one == other


@pytest.mark.parametrize("level", LEVELS)
def test_the_model_solution_gets_full_marks(level: Level, tmp_path: Path) -> None:
    sheet = draw_sheet("9", [f"{KEY}:{level}"] * 30, "en")
    for problem in graded(sheet, model, tmp_path):
        assert problem.score == problem.max_score


def test_a_blank_sheet_earns_nothing_and_is_not_called_wrong(tmp_path: Path) -> None:
    for problem in graded(sheet_of(LECTURE, BOTH), blank, tmp_path):
        assert problem.score == 0
        assert {field.outcome for field in problem.fields} == {Outcome.UNANSWERED}


@cache
def some_of_each_level() -> Sheet:
    return draw_sheet("5", [f"{KEY}:{level}" for level in LEVELS for _ in range(8)], "en")


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_that_shows_loses_marks_and_is_named(slip: str, tmp_path: Path) -> None:
    sheet = some_of_each_level()
    results = graded(sheet, lambda problem: mistaken(problem, slip), tmp_path)
    showing = [
        result
        for problem, result in zip(sheet.problems, results, strict=True)
        if slip_shows(problem.variant, slip)
    ]
    assert showing
    for result in showing:
        assert result.score < result.max_score
        assert any(slip in field.slips for field in result.fields) or slip in LAST_RESORTS


@pytest.mark.parametrize(
    ("column", "row"),
    [
        ([3, -2, 1], [0, 2, -4]),
        ([-3, 2, -1], [0, -2, 4]),
        ([6, -4, 2], [0, 1, -2]),
        (["3/2", -1, "1/2"], [0, 4, -8]),
        ([[6], [-4], [2]], [[0, 1, -2]]),
    ],
)
def test_every_pair_of_factors_whose_product_is_the_kernel_is_right(
    column: Any, row: Any, tmp_path: Path
) -> None:
    answers = {"column": np.array(column, dtype=object), "row": np.array(row, dtype=object)}
    fields = fields_of(OWN_SCALE, tmp_path, **answers)
    assert fields["column"].outcome is Outcome.CORRECT
    assert fields["row"].outcome is Outcome.CORRECT


def test_a_row_alone_is_judged_by_any_column_that_goes_with_it(tmp_path: Path) -> None:
    fields = fields_of(OWN_SCALE, tmp_path, column=..., row=np.array([0, -1, 2]))
    assert fields["column"].outcome is Outcome.UNANSWERED
    assert fields["row"].outcome is Outcome.CORRECT


@pytest.mark.parametrize("column", [[0, 0, 0], [3, -2], [3, -2, 2]])
def test_no_other_column_is_right(column: list[int], tmp_path: Path) -> None:
    fields = fields_of(OWN_SCALE, tmp_path, column=np.array(column))
    assert fields["column"].outcome is Outcome.WRONG


@pytest.mark.parametrize("column", [[0, 0], [0, 0, 0], [0, 0, 0, 5], [[0], [0], [0]]])
def test_no_slip_in_the_row_can_be_made_from_a_column_of_zeros(column: list[Any]) -> None:
    kernel, zeros = np.array([[1, -2], [3, -6], [4, -8]], object), np.array(column, object)
    for slip in ROW.slips:
        if slip.key not in LEAVE_THE_COLUMN:
            with pytest.raises(ValueError, match=r"number other than 0|the column (needs|must)"):
                slip({"kernel": kernel, "column": zeros})


def test_swapped_factors_of_any_scale_cost_one_mark(tmp_path: Path) -> None:
    answers = {"column": np.array([0, 2, -4]), "row": np.array([3, -2, 1])}
    fields = fields_of(OWN_SCALE, tmp_path, **answers)
    assert fields["column"].slips == fields["row"].slips == ("factors-swapped",)
    assert (fields["column"].score, fields["row"].score) == (0, 1)


@pytest.mark.parametrize(
    ("column", "row", "slip"),
    [
        ([6, -4, 2], [0, 2, -4], "row-of-another-column"),
        ([3, -2, 1], [0, -2, 4], "row-of-another-column"),
        ([3, -2, 1], [0, 1, -2], "row-scale-lost"),
        ([3, -2, 1], [0, 6, -12], "row-not-divided"),
        ([6, -4, 2], [0, 36, -72], "row-multiplied"),
    ],
)
def test_a_row_whose_product_with_the_column_is_a_multiple_of_the_kernel_is_told_why(
    column: list[int], row: list[int], slip: str, tmp_path: Path
) -> None:
    fields = fields_of(OWN_SCALE, tmp_path, column=np.array(column), row=np.array(row))
    assert fields["column"].outcome is Outcome.CORRECT
    assert fields["row"].slips == (slip,)
    assert fields["row"].score == 0


def test_a_guess_earns_no_more_than_the_one_mark_of_the_question_of_yes_and_no(
    tmp_path: Path,
) -> None:
    for answer in ("yes", "no"):
        for column, row in ((None, None), (np.ones(3, int), np.ones(3, int))):
            guess = {"column": column, "row": row, "separable": answer}
            fields = fields_of(LECTURE, tmp_path, **guess)
            earned = [fields[name].score for name in ("column", "row", "separable")]
            assert earned == [0, 0, answer == "no"]


@pytest.mark.parametrize(("parameters", "answer"), [(LECTURE, "yes"), (BOTH, "no")])
def test_a_wrong_judgement_names_no_mistake_since_one_word_shows_none(
    parameters: Parameters, answer: str, tmp_path: Path
) -> None:
    fields = fields_of(parameters, tmp_path, separable=answer)
    assert fields["separable"].outcome is Outcome.WRONG
    assert fields["separable"].slips == ()


@pytest.mark.parametrize("no", ["no", "No.", "ne", "nie", "нет"])
def test_a_kernel_may_be_denied_in_the_words_of_every_language(no: str, tmp_path: Path) -> None:
    fields = fields_of(LECTURE, tmp_path, separable=no)
    assert fields["separable"].outcome is Outcome.CORRECT


def test_a_wrong_number_of_parameters_is_carried_forward(tmp_path: Path) -> None:
    answers = {"separable_params": 76, "separable_macs": 76 * 128 * 128}
    fields = fields_of(LECTURE, tmp_path, **answers)
    assert fields["separable_params"].outcome is Outcome.WRONG
    assert fields["separable_macs"].outcome is Outcome.FOLLOW_THROUGH


def test_parameters_of_zero_earn_nothing_for_what_follows(tmp_path: Path) -> None:
    fields = fields_of(LECTURE, tmp_path, regular_params=0, regular_macs=0)
    assert fields["regular_macs"].score == 0


def test_a_step_forgotten_in_the_cost_alone_is_named(tmp_path: Path) -> None:
    fields = fields_of(LECTURE, tmp_path, separable_macs=27 * 128 * 128)
    assert fields["separable_params"].outcome is Outcome.CORRECT
    assert fields["separable_macs"].slips == ("pointwise-forgotten",)


@pytest.mark.parametrize(("of_column", "of_row"), [(0.5, 0.5), (1.0, 0.0), (0.0, 1.0)])
def test_the_factors_of_an_svd_are_right_however_the_singular_value_is_split(
    of_column: float, of_row: float
) -> None:
    left, values, right = np.linalg.svd(np.array(OWN_SCALE["kernel"], dtype=np.float64))
    column, row = values[0] ** of_column * left[:, 0], values[0] ** of_row * right[0]
    fields = in_place(column=column, row=row)
    assert fields["column"].outcome is fields["row"].outcome is Outcome.CORRECT
    fields = in_place(column=values[0] * left[:, 0], row=values[0] * right[0])
    assert fields["row"].slips == ("row-of-another-column",)


def test_floats_that_are_nearly_a_factor_are_none() -> None:
    assert in_place(column=[3.0, -2.00001, 1.0])["column"].outcome is Outcome.WRONG


def in_place(**answers: Any) -> dict[str, FieldResult]:
    """The fields of a problem answered right but for some answers, without a file."""
    variant = Variant(family(KEY), "standard", "0", OWN_SCALE)
    fields = marked_in_place(variant, {**variant.truth, **answers})
    return {field.name: field for field in fields}
