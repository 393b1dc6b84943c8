"""A result as a page: marks, messages, and wrong cells beside the right ones."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.marking.compared import Compared, WrongCells
from grader.marking.result import FieldResult, ProblemResult, SheetResult
from grader.messages.remark import Remark
from grader.report.as_page import as_page
from problems.sentences import LANGUAGES, Language

TRUE = np.arange(24.0).reshape(2, 3, 4)


def result(language: Language = "en", shape: tuple[int, ...] = (2, 3, 4)) -> SheetResult:
    true = np.arange(float(np.prod(shape))).reshape(shape)
    found = true.copy()
    found.flat[-1] = -7.25
    wrong = found != true
    fields = (
        FieldResult("integers", Outcome.CORRECT, 3.0, 3.0),
        FieldResult(
            *("decimals", Outcome.WRONG, 0.0, 1.0, "[1]", "[2]", ()),
            remarks=(Remark("check-wrong", {"what": "`conv1d(<x>, kernel)`"}),),
            inputs="x = [1]",
            compared=Compared(found, true, wrong),
        ),
    )
    problem = ProblemResult("1", "conv1d-code", "easy", fields)
    return SheetResult("practice-1", language, (problem,), versions={"python": "3.13.0"})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_inside_is_well_formed_in_each_language(language: Language) -> None:
    page = as_page(result(language), {"1": "A function"})
    inside = page[page.index("<main>") : page.index("</main>") + len("</main>")]
    main = ET.fromstring(inside)
    assert [one.tag for one in main][:2] == ["h1", "div"]
    assert f'lang="{language}"' in page


def test_it_needs_nothing_else() -> None:
    page = as_page(result(), {"1": "A function"})
    assert not re.search(r"(?:src|href)=|https?://(?!www\.w3\.org)", page)


def test_marks_messages_and_inputs_are_told() -> None:
    page = as_page(result(), {"1": "A function"})
    for text in ("A function", "3/4", "x = [1]", "correct", "integers", "Python 3.13.0"):
        assert text in page


def test_text_of_a_program_is_text() -> None:
    assert "conv1d(&lt;x&gt;, kernel)" in as_page(result(), {"1": "<b>"})
    assert "<b>" not in as_page(result(), {"1": "<b>"})


@pytest.mark.parametrize("shape", [(24,), (3, 8), (2, 3, 4), (2, 3, 2, 2)])
def test_wrong_cells_have_a_heavy_border_in_both_maps(shape: tuple[int, ...]) -> None:
    page = as_page(result(shape=shape), {"1": ""})
    assert page.count('stroke-width="3"') == 2
    assert page.count("−7.25</text>") == 1
    assert "1 of 24" in page


def test_a_result_without_maps_is_a_page_too() -> None:
    fields = (FieldResult("integers", Outcome.UNANSWERED, 0.0, 3.0, remarks=(Remark("blank"),)),)
    problem = ProblemResult("1", "conv1d-code", "easy", fields)
    page = as_page(SheetResult("practice-1", "hr", (problem,)), {"1": "Zadatak"})
    assert "<svg" not in page
    assert "bez odgovora" in page


def test_of_an_answer_by_hand_the_wrong_cells_are_marked_and_the_right_ones_not_shown() -> None:
    wrong = np.array([[False, True], [False, False]])
    alone = WrongCells(np.array([[1.0, 7.0], [3.0, 4.0]]), wrong)
    field = FieldResult("dq", Outcome.WRONG, 0.0, 2.0, found="[[1, 7], [3, 4]]", compared=alone)
    one = SheetResult("practice-1", "en", (ProblemResult("1", "relu-backprop", "easy", (field,)),))
    page = as_page(one, {"1": "ReLU"})
    assert "Wrong cells have a heavy border (1 of 4)." in page
    assert page.count("<svg") == 1
    assert "expected" not in page.partition("<figure>")[2]
