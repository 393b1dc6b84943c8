"""What is wrong with the texts of a variant, and what a specimen keeps of its answers."""

from __future__ import annotations

import pytest

from grader.certification import leaks, writing
from grader.certification.fault import Kind
from grader.certification.writing import Written, _numbers, _written, faults_of, numbers_of
from grader.document.nodes import Items, Picture, Text
from problems.figures import figure
from problems.formula import variable
from problems.variant import example_variant


def test_a_choice_with_a_reason_is_kept_in_words_and_has_no_numbers_to_give_away() -> None:
    found = numbers_of(example_variant("pooling-hand", "borders"))
    assert found["answers"]["fits"] == "yes, remainder-dropped"
    assert "fits" not in found["sequences"]
    assert found["sequences"]["x_grid_mean"] == ("0", "5/3", "-5/3", "-2")


def test_numbers_of_figures_and_of_their_words_are_among_those_of_a_statement(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = figure("maps", alt="", maps=[{"cells": [41, -42], "rows": ["43"]}]).drawing
    picture = Picture(shown, (Text("the cone, 44 wide"),))
    monkeypatch.setattr(writing, "statement", lambda *_: (Items(((picture,),)), picture))
    found = numbers_of(example_variant("pooling-hand", "borders"))["numbers"]
    assert found[:2] == ("44", "44")
    assert list(found).count("41") == list(found).count("-42") == list(found).count("43") == 2


def test_a_formula_is_kept_as_it_is_written() -> None:
    formula = 2 * variable("n") + 1
    assert _written(formula) == str(formula)
    assert list(_numbers([3, formula])) == ["3"]


def test_a_frame_that_has_the_model_program_in_a_comment_is_a_fault(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    variant = example_variant("conv1d-code", "lecture")
    assert list(faults_of(variant, Written({}))) == []
    programs = {
        "starter.py.j2": "def conv1d(vector, kernel):\n    # kernel = np.flip(kernel)\n    ...\n",
        "solution.py.j2": "def conv1d(vector, kernel):\n    kernel = np.flip(kernel)\n",
    }
    monkeypatch.setattr(leaks, "code", lambda problem, language, template: programs[template])
    assert list(faults_of(variant, Written({}))) == [
        (
            Kind.LEAK,
            "the frame has a line of the model solution in a comment: kernel = np.flip(kernel)",
        )
    ]
