"""What the file of an assignment tells the student's own grader."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade_file
from grader.marking.result import SheetResult
from grader.render.notebook import notebook
from grader.render.script import Work, blank, data_of, model, script
from grader.sandbox.outside.sandbox import Sandbox
from grader.sheet.issued import Claim, Issued
from grader.sheet.sealed import DATA, sealed_sheet
from grader.sheet.sheet import Problem, Sheet, SheetError, draw_sheet
from problems.catalogue import family_keys
from problems.family import ByHand
from problems.forms import Choice, Integer, ReasonedChoice

ISSUED = Issued("hw3", 1, "7K2Q-9FJD", {"en": "Homework 3", "hr": "Zadaća 3"}, "Ana Anić")
CLAIM = Claim("hw3", 1, "7K2Q-9FJD")
_SMALL = 100  # numbers below it stand everywhere


def issued_sheet(*requests: str, language: Any = "en") -> Sheet:
    return replace(draw_sheet("5", requests, language), issued=ISSUED)


def checked(folder: Path, text: str, name: str = "hw3.py") -> SheetResult:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    with Sandbox() as sandbox:
        return grade_file(path, sandbox=sandbox)


@pytest.mark.parametrize("key", family_keys())
def test_each_family_is_known_again_from_what_the_file_tells(key: str) -> None:
    sheet = issued_sheet(f"{key}:hard")

    known = sealed_sheet(CLAIM, data_of(sheet))

    assert [problem.names for problem in known.problems] == [p.names for p in sheet.problems]
    assert known.is_sealed
    assert known.name == "hw3, 7K2Q-9FJD"


@pytest.mark.parametrize("key", family_keys())
def test_what_the_file_tells_of_blanks_has_none_of_the_answers(key: str) -> None:
    problem = issued_sheet(f"{key}:hard").problems[0]
    variant = problem.variant
    if not isinstance(variant.family.task, ByHand):
        pytest.skip("it has no blanks")
    told = json.loads(data_of(issued_sheet(f"{key}:hard")))["problems"][0]["blanks"]
    numbers = set(_numbers([(own, size) for _, _, own, size in told]))

    for asked in variant.working.asked:
        if isinstance(asked.form, Integer) and variant.truth[asked.name] >= _SMALL:
            assert variant.truth[asked.name] not in numbers
    options = {a.name: a.form.options for a in variant.working.asked if isinstance(a.form, Choice)}
    reasons = [a.form.options for a in variant.working.asked if isinstance(a.form, ReasonedChoice)]
    assert all(len(each) > 1 for each in [*options.values(), *reasons])


def _numbers(value: Any) -> list[int]:
    if isinstance(value, dict):
        return _numbers(list(value.values()))
    if isinstance(value, list | tuple):
        return [number for part in value for number in _numbers(part)]
    return [value] if type(value) is int else []


def test_a_solved_sheet_is_read_and_not_marked(tmp_path: Path) -> None:
    result = checked(tmp_path, script(issued_sheet("cnn-table", "conv2d-backprop"), model))

    assert {f.outcome for p in result.problems for f in p.fields} == {Outcome.READ}
    assert (result.score, result.max_score) == (0, 0)
    assert "sealed" in [remark.key for remark in result.incidents]


def test_a_wrong_answer_is_told_from_a_right_one_by_nothing(tmp_path: Path) -> None:
    sheet = issued_sheet("cnn-table")
    right = checked(tmp_path, script(sheet, model))

    def off_by_one(problem: Problem) -> Work:
        values = {n: v + 1 if type(v) is int else v for n, v in problem.variant.exact.items()}
        return Work(values, "")

    wrong = checked(tmp_path, script(sheet, off_by_one))

    for one, other in zip(right.problems[0].fields, wrong.problems[0].fields, strict=True):
        assert (one.outcome, one.remarks, one.expected) == (other.outcome, (), None)


def test_an_answer_of_the_wrong_form_is_told_so(tmp_path: Path) -> None:
    text = script(issued_sheet("cnn-table"), model)
    text = re.sub(r"conv1_rf = \d+", 'conv1_rf = "three"', text)

    field = next(f for f in checked(tmp_path, text).problems[0].fields if f.name == "conv1_rf")

    assert field.outcome is Outcome.UNREADABLE


def test_blanks_are_told_to_be_unanswered(tmp_path: Path) -> None:
    result = checked(tmp_path, script(issued_sheet("cnn-table"), blank))

    assert {f.outcome for f in result.problems[0].fields} == {Outcome.UNANSWERED}


def test_a_program_is_tried_on_inputs_that_marks_are_not_given_for(tmp_path: Path) -> None:
    sheet = issued_sheet("conv1d-code")
    result = checked(tmp_path, script(sheet, model))
    known = sealed_sheet(CLAIM, data_of(sheet)).problems[0].variant

    assert {f.outcome for f in result.problems[0].fields} == {Outcome.CORRECT}
    tried, marked = (
        [np.asarray(value) for value in _inputs(variant)]
        for variant in (known, sheet.problems[0].variant)
    )
    assert [a.shape for a in tried] != [a.shape for a in marked] or any(
        (a != b).any() for a, b in zip(tried, marked, strict=True)
    )


def _inputs(variant: Any) -> list[Any]:
    return [
        step.value
        for check in variant.stated_checks
        for step in check.probe.steps
        if hasattr(step, "value")
    ]


def test_a_notebook_tells_it_in_its_metadata_and_shows_one_line(tmp_path: Path) -> None:
    text = notebook(issued_sheet("cnn-table"), "hw3.ipynb", model)
    made = json.loads(text)
    header = "".join(made["cells"][1]["source"])

    assert header.splitlines()[0] == "# grader-sheet: hw3 revision 1 sheet 7K2Q-9FJD"
    assert DATA not in header
    result = checked(tmp_path, text, "hw3.ipynb")
    assert {f.outcome for f in result.problems[0].fields} == {Outcome.READ}


def test_a_file_without_it_is_not_checked_and_told_so(tmp_path: Path) -> None:
    text = script(issued_sheet("cnn-table"), model)
    text = "\n".join(line for line in text.split("\n") if DATA not in line)

    with pytest.raises(SheetError, match="lacks the line '# grader-data"):
        checked(tmp_path, text)


@pytest.mark.parametrize(
    "data",
    [
        "{}",
        '{"format":1,"language":"en","problems":[]}',
        '{"format":1,"language":"en","problems":[{"family":"cnn-table"}]}',
        '{"format":1,"language":"en","problems":[{"family":"cnn-table","key":"1","level":"easy",'
        '"title":"x","blanks":[["a","rational",{"tolerance":0.1},[1000,1000,1000]]]}]}',
        '{"format":1,"language":"en","problems":[{"family":"cnn-table","key":"1","level":"easy",'
        '"title":"x","blanks":[["a","secret",{},null]]}]}',
        '{"format":1,"language":"en","problems":[{"family":"conv1d-code","key":"1","level":"easy",'
        '"title":"x","parameters":{}}]}',
        "[" * 5000,
    ],
)
def test_data_that_were_changed_are_refused_and_cost_nothing_more(data: str) -> None:
    with pytest.raises(SheetError, match="was changed and cannot be read"):
        sealed_sheet(CLAIM, data)


def test_data_of_a_later_format_are_told_to_be_so() -> None:
    with pytest.raises(SheetError, match="has format 2, but this grader reads format 1"):
        sealed_sheet(CLAIM, '{"format":2,"language":"en","problems":[{}]}')


def test_points_of_an_assignment_stand_on_the_sheet() -> None:
    sheet = issued_sheet("separable-conv:easy")
    names = sheet.problems[0].names
    worth = dict.fromkeys(names, Fraction(3, 2))
    sheet = replace(sheet, problems=(replace(sheet.problems[0], worth=worth),))

    made = notebook(sheet, "hw3.ipynb")

    assert f"({float(Fraction(3, 2) * len(names)):g}\u00a0points)" in made
