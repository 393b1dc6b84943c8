"""What a specimen keeps of the answers: numbers, and words as they are."""

from __future__ import annotations

from grader.certification.writing import _numbers, _written, numbers_of
from problems.formula import variable
from problems.variant import example_variant


def test_a_choice_with_a_reason_is_kept_in_words_and_has_no_numbers_to_give_away() -> None:
    found = numbers_of(example_variant("pooling-hand", "borders"))
    assert found["answers"]["fits"] == "yes, remainder-dropped"
    assert "fits" not in found["sequences"]
    assert found["sequences"]["x_grid_mean"] == ("0", "5/3", "-5/3", "-2")


def test_a_formula_is_kept_as_it_is_written() -> None:
    formula = 2 * variable("n") + 1
    assert _written(formula) == str(formula)
    assert list(_numbers([3, formula])) == ["3"]
