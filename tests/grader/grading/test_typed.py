"""Answers that are no Python, or other Python than is meant, are read as they are written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade
from grader.intake.submission import read_submission
from grader.marking.result import SheetResult
from grader.messages.remark import HINT
from grader.render.script import model, script
from grader.report.wording import incidents_of, message_of
from grader.sandbox.outside.sandbox import Sandbox
from grader.sheet.sheet import draw_sheet
from tests.warm import warm_sandbox

SHEET = draw_sheet("7", ["cnn-table", "conv2d-backprop", "pooling-hand:hard"], "en")
NO_PYTHON = {
    "conv1_shape": "8x52x52",
    "pool1_shape": "8@26x26",
    "conv2_shape": "torch.Size([20, 26, 26])",
    "conv1_params": "8*3^2+8",
    "pool1_rf": "4 # = 3 + 1",
    "conv2_rf": "12,",
    "flatten_shape": "3380",
    "q1": "[[-2. 2.]\n [ 4. 1.]]",
    "r1": "array([[0, 2], [4, 1]])",
    "r2": "tensor([[0., 3.],\n        [0., 0.]])",
    "h": "[4; 3]",
    "p": "[24.47%, 9.003%, 66.52%]",
    "L": "0,4076",
    "ds": "[0,2447, 0,09003, -0,3348]",
    "dh": "np.array([-0.4248, 0.4248])",
    "h_new": "[5 + ½ + 0.284, 0.4937]",
    "x_down": "[[7 8] [5 8]]",
    "shape": "96*20*10",
    "fits": "yes, b",
}
"""What stands to the right of the equals signs in the stead of the right value, all of it right."""


def filled(answers: dict[str, str]) -> str:
    source = script(SHEET, model)
    for name, text in answers.items():
        source, count = re.subn(rf"^{name} = .*$", lambda _: f"{name} = {text}", source, flags=re.M)  # noqa: B023
        assert count == 1
    return source


def graded(folder: Path, source: str, sandbox: Sandbox | None = None) -> SheetResult:
    path = folder / "submission.py"
    path.write_text(source, encoding="utf-8")
    return grade(read_submission(path), sandbox=sandbox or warm_sandbox())


def test_right_answers_that_are_no_python_have_full_marks_and_are_told(tmp_path: Path) -> None:
    result = graded(tmp_path, filled(NO_PYTHON))
    wrong = [
        (field.name, field.outcome, field.found)
        for problem in result.problems
        for field in problem.fields
        if field.outcome is not Outcome.CORRECT
    ]
    assert not wrong
    told = [remark for remark in result.incidents if remark.key == "read-as-typed"]
    python = {"pool1_rf", "flatten_shape", "dh", "conv2_rf", "h_new"}
    assert {remark.details["name"] for remark in told} == NO_PYTHON.keys() - python
    others = [remark.key for remark in result.incidents if remark not in told]
    assert others == ["read-as-signs"]  # ½: no error is told of what was read


@pytest.mark.parametrize(
    ("name", "text", "hint"),
    [
        ("conv1_params", "85.8M", "exact-number"),
        ("conv1_params", "17.11 M", "exact-number"),
        ("conv1_params", "451.44 KMac", "exact-number"),
        ("conv1_params", "80 weights", "without-unit"),
        ("L", "0,4,0", None),
        ("L", "x_1 / 2", None),
    ],
)
def test_what_cannot_be_read_either_way_is_told_as_before(
    tmp_path: Path, name: str, text: str, hint: str | None
) -> None:
    result = graded(tmp_path, filled({name: text}))
    field = next(f for problem in result.problems for f in problem.fields if f.name == name)
    assert field.score == 0
    keys = {remark.key for remark in field.remarks}
    assert keys & {"exact-number", "without-unit", "number-alone"} == ({hint} if hint else set())
    assert not [remark for remark in result.incidents if remark.key == "read-as-typed"]


def test_powers_in_quotes_are_read_as_ever(tmp_path: Path) -> None:
    result = graded(tmp_path, filled({"conv1_params": '"8*3^2+8"'}))
    assert (result.score, result.incidents) == (result.max_score, ())


def test_an_answer_that_is_indented_by_mistake_is_read(tmp_path: Path) -> None:
    source = filled({}).replace("conv1_params = 80", "  conv1_params = 80")
    result = graded(tmp_path, source)
    assert result.score == result.max_score
    assert [remark.key for remark in result.incidents] == ["read-as-typed"]


def test_a_wrong_value_that_is_no_python_stays_wrong(tmp_path: Path) -> None:
    result = graded(tmp_path, filled({"L": "0,5076", "conv1_shape": "8x50x50"}))
    outcomes = {f.name: f.outcome for problem in result.problems for f in problem.fields}
    assert outcomes["L"] is Outcome.WRONG
    assert outcomes["conv1_shape"] in (Outcome.SLIP, Outcome.WRONG)


def test_names_that_the_program_gives_are_pythons(tmp_path: Path) -> None:
    source = filled({"L": "e/2"}).replace("L = e/2", "e = 2 * 0.4076\nL = e/2")
    result = graded(tmp_path, source)
    assert not result.incidents
    assert result.score == result.max_score


def test_a_word_on_it_says_what_to_type(tmp_path: Path) -> None:
    (told,) = incidents_of(graded(tmp_path, filled({"L": "0,4076"})))
    assert 'In quotes it is safe: L = "0,4076".' in told
    assert re.search(r"^L \(line \d+\): ", told)


IN_OTHER_WAYS = {
    "h": "4; 3",
    "q1": "[[-2, 2] [4, 1]]",
    "r1": "[[0. 2.]\n[4. 1.]]",
    "r2": "0,3;0,0",
    "p": "24,47%; 9,00%; 66,52%",
    "ds": "[0,2447, 0,09003, 0,6652-1]",
    "dh": "−0.4248; 0.4248  # one row",
    "x_down": "{{7, 8}, {5, 8}}",
}
"""Rows of numbers that Python breaks up or refuses, all of them right."""


def test_rows_that_python_breaks_up_are_read_as_they_are_written(tmp_path: Path) -> None:
    result = graded(tmp_path, filled(IN_OTHER_WAYS))
    wrong = [(f.name, f.found) for p in result.problems for f in p.fields if f.score < f.max_score]
    assert not wrong
    told = [remark for remark in result.incidents if remark.key == "read-as-typed"]
    assert {remark.details["name"] for remark in told} == IN_OTHER_WAYS.keys()
    assert {remark.key for remark in result.incidents} <= {"read-as-typed", "read-as"}


def test_what_is_told_in_quotes_can_be_copied_and_is_read_the_same(tmp_path: Path) -> None:
    answers = {**NO_PYTHON, **IN_OTHER_WAYS}
    told = graded(tmp_path, filled(answers)).incidents
    quoted = {one.details["name"]: one.details["quoted"] for one in told if "quoted" in one.details}
    assert len(quoted) > 10
    result = graded(tmp_path, filled({**answers, **quoted}))
    assert result.score == result.max_score
    assert not [one for one in result.incidents if one.details.get("name") in quoted]


def test_a_long_text_is_not_told_twice(tmp_path: Path) -> None:
    exact = [f"e^{n}/(e^16+e^17+e^18)" for n in (17, 16, 18)]
    long = "[" + ", ".join([*exact[:2], exact[2] + "".join(["+0"] * 40)]) + "]"
    (told,) = graded(tmp_path, filled({"p": long})).incidents
    assert told.key == "read-as-typed-long"


def test_the_batch_in_front_of_a_pasted_shape_is_the_slip_and_costs_once(tmp_path: Path) -> None:
    pasted = {
        "conv1_shape": "torch.Size([1, 8, 52, 52])",
        "pool1_shape": "torch.Size([1, 8, 26, 26])",
        "flatten_shape": "torch.Size([1, 3380])",
    }
    result = graded(tmp_path, filled(pasted))
    fields = {f.name: f for problem in result.problems for f in problem.fields}
    assert [fields[name].outcome for name in pasted] == [Outcome.SLIP] * 3
    assert [fields[name].slips for name in pasted] == [("batch-axis",)] * 3
    assert [fields[name].score > 0 for name in pasted] == [False, True, True]
    assert fields["conv1_shape"].found == pasted["conv1_shape"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("h", "4; 3; 1", "found: vector of length 3"),
        ("q1", "[[-2. 2. 1.] [4. 1. 1.]]", "found: 2 × 3 matrix"),
        ("q1", "[[-2 2] [4]]", "The rows are not of the same length."),
        ("pool1_rf", "4½", "Expected a whole number, but this is not one."),
        ("pool1_rf", "4x4", "type one side alone (4)"),
        ("q1", "9 2", "A matrix is a list of its rows"),
        ("ds", "[1, 2] - 1", "np.array([1, 2])"),
        ("dh", "np.ones(3)[0, 1]", "take one away"),
        ("h", "[4, 3", "put the `]` where it belongs"),
    ],
)
def test_what_is_wrong_is_told_of_the_text(tmp_path: Path, name: str, text: str, said: str) -> None:
    result = graded(tmp_path, filled({name: text}))
    problem, field = next(
        (problem, f) for problem in result.problems for f in problem.fields if f.name == name
    )
    assert field.score < field.max_score
    assert said in message_of(field, problem.family, "en")


BROKEN = (
    *("9 2", "[4 | ]", "[1, 2] - 1", '"a" - 1', "np.ones(3)[0, 1]", "1/0", "f(x", "{1: 2}[3]"),
    *("[][0]", "math.sqrt(-1)", "(17, ^T", "2(3+4)", "e^", "7 @ 8", "np.none", "int('a')", "- - "),
)


@pytest.mark.parametrize("text", BROKEN)
def test_pythons_own_message_is_never_all_that_is_said(tmp_path: Path, text: str) -> None:
    names = ("conv1_shape", "conv1_params", "q1", "L", "p", "fits")
    source = filled(dict.fromkeys(names, text)) + f"\nmore = {text}\n"
    result = graded(tmp_path, source)
    fields = [f for problem in result.problems for f in problem.fields if f.name in names]
    alone = [f.name for f in fields if f.outcome is Outcome.CRASHED and len(f.remarks) < 2]
    assert not alone
    told = [one for one in result.incidents if one.key in ("raised", "syntax")]
    assert told
    assert all(one.details[HINT] is not None for one in told)
