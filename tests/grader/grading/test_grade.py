"""A submission is run once and each problem is marked; our own faults cost the student nothing."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.answers.outcome import Outcome
from grader.grading.grade import grade, grade_file
from grader.grading.limits import LimitChanges, parse_limit
from grader.grading.typed import Typed
from grader.intake.submission import read_submission
from grader.marking.result import SheetResult
from grader.render.script import blank, mistaken, model, script
from grader.render.statement import points
from grader.report.as_json import as_data
from grader.report.wording import incidents_of
from grader.sandbox.outside.outcome import SandboxFault
from grader.sandbox.outside.program import Limits
from grader.sandbox.outside.sandbox import Sandbox
from grader.sheet.sheet import DEFAULT_PROBLEMS, Problem, draw_sheet

SHEET = draw_sheet("7", DEFAULT_PROBLEMS, "en")
FULL = sum(points(problem) for problem in SHEET.problems)
CODE = points(SHEET.problems[2])
TABLE = points(SHEET.problems[0])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "submission.py"


def graded(path: Path, source: str, **options: Any) -> SheetResult:
    path.write_text(source, encoding="utf-8")
    return grade(read_submission(path), **options)


def outcomes(result: SheetResult) -> Iterator[Outcome]:
    return (field.outcome for problem in result.problems for field in problem.fields)


def test_the_model_solution_gets_full_marks(path: Path) -> None:
    result = graded(path, script(SHEET, model))
    assert (result.score, result.max_score) == (FULL, FULL)
    assert set(outcomes(result)) == {Outcome.CORRECT}
    assert (result.sheet, result.language, result.incidents) == ("practice-7", "en", ())


def test_a_blank_sheet_earns_nothing_and_is_called_unanswered_and_not_wrong(path: Path) -> None:
    result = graded(path, script(SHEET, blank))
    assert (result.score, result.max_score) == (0, FULL)
    assert set(outcomes(result)) == {Outcome.UNANSWERED}


@pytest.mark.parametrize(
    ("problem", "slip", "lost"),
    [("1", "kernel-not-reduced", 1), ("2", "one-hot-forgotten", 1), ("3", "second-loop", 1)],
)
def test_one_mistake_carried_through_costs_one_mark(
    path: Path, problem: str, slip: str, lost: int
) -> None:
    source = script(SHEET, lambda p: mistaken(p, slip) if p.key == problem else model(p))
    result = graded(path, source)
    assert result.score == FULL - lost
    named = {key for p in result.problems for field in p.fields for key in field.slips}
    assert named == {slip}


def test_the_same_submission_gives_the_same_result(path: Path) -> None:
    source = script(SHEET, lambda p: mistaken(p, "kernel-not-flipped")).replace("np.pad", "np.bad")
    assert graded(path, source) == graded(path, source)


def test_a_file_is_graded_by_its_path(path: Path) -> None:
    path.write_text(script(SHEET, model), encoding="utf-8")
    assert grade_file(path).score == FULL


def test_a_sandbox_that_is_warm_gives_the_same_marks(path: Path) -> None:
    with Sandbox() as sandbox:
        for _ in range(2):
            assert graded(path, script(SHEET, model), sandbox=sandbox).score == FULL


def test_the_limits_are_those_that_were_given(path: Path) -> None:
    result = graded(path, script(SHEET, model) + "while True: pass\n", limits=Limits(0.3))
    (incident,) = result.incidents
    assert incident.details["value"] == "0.3 s"
    assert result.score == FULL


@pytest.mark.parametrize(
    ("line", "limits", "met"),
    [
        ("x = 1", Limits(), ()),
        ("while True: pass", Limits(call_seconds=0.3), ("cpu",)),
        ("import time; time.sleep(9)", Limits(call_seconds=0.3), ("time",)),
        ("x = bytearray(1 << 32)", Limits(), ("memory",)),
        ("x = bytearray(1 << 32)\nwhile True: pass", Limits(0.3), ("cpu", "memory")),
    ],
)
def test_a_result_names_the_limits_that_were_met_though_no_mark_was_lost(
    path: Path, line: str, limits: Limits, met: tuple[str, ...]
) -> None:
    result = graded(path, f"{script(SHEET, model)}{line}\n", limits=limits)
    assert (result.limits_met, result.met_wall_clock) == (met, "time" in met)
    assert result.score == FULL


def test_a_limit_that_a_check_has_met_is_named_too(path: Path) -> None:
    source = re.sub(r"(def conv1d\(.*\n)", r"\1    while True: pass\n", script(SHEET, model))
    assert graded(path, source, limits=Limits(0.3)).limits_met == ("cpu",)


def test_slow_cells_below_a_right_program_take_no_marks_and_are_named(path: Path) -> None:
    source = script(SHEET, model) + "\nfor _ in iter(int, 1): pass\n" * 6 + "print('end')\n"
    result = graded(path, source, limits=Limits(call_seconds=0.3, total_seconds=1.0))
    assert result.score == FULL
    told = [line for line in incidents_of(result) if "used up what it may use" in line]
    first = source[: source.index("\nfor _")].count("\n") + 2
    assert told[0].startswith(f"line {first}, line {first + 2}")


def test_a_check_that_was_not_reached_is_not_said_to_have_been_stopped(path: Path) -> None:
    sheet = draw_sheet("7", ["conv1d-code"], "en")
    hopeless = "scratch = 9 ** 9 ** 9 ** 9\n" * 12
    source = script(sheet, model).replace("def conv1d", f"{hopeless}def conv1d", 1)
    result = graded(path, source, limits=Limits(call_seconds=0.1, restarts=0))
    message = as_data(result)["problems"][0]["fields"][0]["message"]
    assert re.match(
        r"conv1d\(.*\) was not reached: line \d+ had already used up the limit of time", message
    )
    assert result.problems[0].fields[0].inputs is None
    assert result.score == 0


@pytest.mark.parametrize(
    "line",
    [
        "import numpy as np, torch",
        "def extra():\n    from torch import nn\n    return nn.Identity()\nlayer = extra()",
        "try:\n    import torch.nn.functional as F\nexcept ImportError:\n    F = None",
    ],
)
def test_an_import_has_a_limit_of_its_own(path: Path, line: str) -> None:
    source = script(SHEET, model).replace("import numpy as np", f"import numpy as np\n{line}", 1)
    result = graded(path, source, limits=Limits(call_seconds=0.4, total_seconds=1.5))
    assert (result.score, result.incidents, result.limits_met) == (FULL, (), ())


def test_an_import_over_its_limit_is_left_to_its_statement_and_spoils_nothing(path: Path) -> None:
    numpy = "import numpy as np"
    source = script(SHEET, model).replace(numpy, f"import torch\n{numpy}", 1)
    limits = Limits(call_seconds=0.3, import_seconds=0.1)
    result = graded(path, source, limits=limits)
    assert result.score == FULL
    assert [incident.key for incident in result.incidents] == ["over-limit"]


def with_wrong_loss(later: str) -> str:
    """The model solution with a wrong L, and lines below all sections; ``{L}`` is the right one."""
    source = script(SHEET, model)
    (right,) = re.findall(r"^L = (.*?)(?:  #.*)?$", source, re.MULTILINE)
    return source.replace(f"\nL = {right}", "\nL = 33.3", 1) + later.format(L=right) + "\n"


@pytest.mark.parametrize(
    ("later", "lost", "key"),
    [
        ("L = {L}", 0, "read-later"),
        ("L = 44.4", 1, "read-later"),
        ("L = {L}\nprint(L)", 0, "read-later"),
        ("for L in [{L}]: pass", 1, "not-read-in-step"),
        ("L = {L}\nx = [0] * int(L)", 1, "not-read-in-use"),
        ("L = [1, 2]", 1, "not-read-unfit"),
        ("L = 'abc'", 1, "not-read-unfit"),
        ("L = len", 1, "not-read-unfit"),
    ],
)
def test_a_correction_below_all_sections_counts_and_it_is_said_what_was_read(
    path: Path, later: str, lost: int, key: str
) -> None:
    source = with_wrong_loss(later)
    result = graded(path, source)
    assert result.score == FULL - lost
    (incident,) = result.incidents
    lines = [n for n, line in enumerate(source.splitlines(), 1) if re.match(r"L =|for L", line)]
    assert incident.key == key
    assert incident.details == {
        "name": "L",
        "place": f"line {lines[1]}",
        "other": f"line {lines[0]}",
    }
    (said,) = incidents_of(result)
    assert f"line {lines[0]}" in said
    assert f"line {lines[1]}" in said


def test_a_right_answer_is_not_lost_to_what_another_section_calls_by_its_name(path: Path) -> None:
    scratch = "p = np.arange(12)\ndw = p * 2\nL = len(p)\nfor L in range(L): pass\n"
    result = graded(path, script(SHEET, model) + scratch)
    assert result.score == FULL
    told = {incident.details["name"]: incident.key for incident in result.incidents}
    assert told == {"p": "not-read-in-use", "L": "not-read-in-step"}


HIDDEN = {
    "a partial": "import functools\nconv1d = functools.partial(hidden)\n",
    "an object": (
        "class Conv:\n    def __init__(self, f):\n        self.f = f\n"
        "    def __call__(self, *values):\n        return hidden(*values)\nconv1d = Conv(hidden)\n"
    ),
    "a bound method": (
        "class Conv:\n    def run(self, *values):\n        return hidden(*values)\n"
        "conv1d = Conv().run\n"
    ),
    "a class method": (
        "class Conv:\n    @classmethod\n"
        "    def run(cls, *values):\n        return hidden(*values)\nconv1d = Conv.run\n"
    ),
    "a static method": (
        "class Conv:\n    @staticmethod\n    def run(*values):\n        return hidden(*values)\n"
        "conv1d = Conv.run\n"
    ),
    "a function of a function": (
        "def make():\n    def inner(*values):\n        return hidden(*values)\n    return inner\n"
        "conv1d = make()\n"
    ),
    "another name": "conv1d = hidden\n",
    "a decorated function": (
        "import functools\ndef same(f):\n    @functools.wraps(f)\n    def g(*values):\n"
        "        return f(*values)\n    return g\nconv1d = same(hidden)\n"
    ),
    "a lambda": "conv1d = lambda *values: hidden(*values)\n",
}


@pytest.mark.parametrize("how", HIDDEN)
@pytest.mark.parametrize(("slip", "lost"), [(None, 0), ("second-loop", 1)])
def test_a_function_that_is_not_defined_by_its_name_keeps_its_marks_for_style(
    path: Path, how: str, slip: str | None, lost: int
) -> None:
    sheet = draw_sheet("7", ["conv1d-code"], "en")
    source = script(sheet, model if slip is None else lambda p: mistaken(p, slip))
    source = source.replace("def conv1d(", "def hidden(") + HIDDEN[how]
    result = graded(path, source)
    assert result.max_score - result.score == lost
    assert {key for f in result.problems[0].fields for key in f.slips} == {slip} - {None}


def slow(seconds: float) -> str:
    """The model solution of the sheet, with one answer of problem 1 that takes a while."""
    line = "conv1_rf = "
    source = script(SHEET, model)
    assert source.count(f"\n{line}") == 1
    return source.replace(f"\n{line}", f"\nimport time\n{line}time.sleep({seconds}) or ")


@pytest.mark.parametrize(
    ("limits", "lost"),
    [
        (("cnn-table:time=0.4s",), 1),
        (("conv2d-backprop:time=0.4s",), 1),  # the program is run once for both
        (("time=0.4s", "cnn-table:time=5s"), 1),
        (("cnn-table:time=0.4s", "cnn-table:time=5s"), 0),
        (("conv1d-code:time=0.4s",), 0),
    ],
)
def test_values_by_hand_are_read_under_the_strictest_limits_of_their_families(
    path: Path, limits: tuple[str, ...], lost: int
) -> None:
    changes = LimitChanges(tuple(map(parse_limit, limits)))
    result = graded(path, slow(0.8), limits=changes)
    fields = {field.name: field.outcome for field in result.problems[0].fields}
    assert result.score == FULL - lost
    assert fields["conv1_rf"] is (Outcome.OVER_LIMIT if lost else Outcome.CORRECT)


def test_a_sheet_in_code_alone_is_run_under_the_limits_of_its_first_problem(path: Path) -> None:
    sheet = draw_sheet("7", ["conv1d-code", "conv1d-layer-code"], "en")
    changes = LimitChanges(tuple(map(parse_limit, ["conv1d-code:output=1KiB"])))
    result = graded(path, script(sheet, model) + "print('x' * 2000)\n", limits=changes)
    (incident,) = result.incidents
    assert (incident.key, incident.details["kept"]) == ("printed", "1 KiB")


def test_a_section_that_was_deleted_is_unanswered(path: Path) -> None:
    source = re.sub(r"(?s)# %% problem 2.*?(?=# %% problem 3)", "", script(SHEET, model))
    result = graded(path, source)
    assert [problem.score for problem in result.problems] == [TABLE, 0, CODE]
    assert {field.outcome for field in result.problems[1].fields} == {Outcome.UNANSWERED}


def test_an_answer_of_one_problem_is_not_read_for_another(path: Path) -> None:
    twice = draw_sheet("7", ["cnn-table@lecture"] * 2, "en")
    source = re.sub(r"(?s)(# %% problem 2.*?)conv1_rf = 5.*?\n", r"\1", script(twice, model))
    result = graded(path, source)
    assert [problem.score for problem in result.problems] == [19, 18]


def test_problems_in_another_order_are_marked_each_as_its_own(path: Path) -> None:
    source = script(SHEET, model)
    start, second, third = (source.index(f"# %% problem {key}") for key in "123")
    moved = source[:start] + source[third:] + source[second:third] + source[start:second]
    assert graded(path, moved).score == FULL


def test_incidents_are_told_in_the_order_of_the_file(path: Path) -> None:
    source = script(SHEET, model).replace("import numpy as np", "import numpy as np\n1 / 0\nx = (")
    result = graded(path, source + "exit()\n")
    assert [incident.key for incident in result.incidents] == ["raised", "syntax", "ended"]
    assert result.score == FULL


def test_a_flood_of_output_is_told_and_costs_nothing(path: Path) -> None:
    result = graded(path, script(SHEET, model) + "print('x' * 3_000_000)\n")
    (incident,) = result.incidents
    assert (incident.key, incident.details["size"]) == ("printed", "3.0 MB")
    (said,) = incidents_of(result)
    assert said == (
        "The program printed 3.0 MB; only the first 64 KiB were kept. This costs nothing."
    )
    assert result.score == FULL


def test_what_is_printed_is_not_told_as_long_as_it_is_short(path: Path) -> None:
    assert graded(path, script(SHEET, model) + "print('x')\n").incidents == ()


# -- faults of ours -----------------------------------------------------------------------------


def assert_fault(result: SheetResult, problem: str, kind: str) -> None:
    fields = {p.key: p for p in result.problems}[problem].fields
    assert fields
    for field in fields:
        assert (field.outcome, field.score, field.max_score) == (Outcome.GRADER_FAULT, 0, 0)
        assert field.remarks[0].details["type"] == kind


def test_a_rule_of_ours_that_breaks_takes_its_problem_out_of_the_marks(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path.write_text(script(SHEET, model), encoding="utf-8")
    submission = read_submission(path)  # and with it the working is made

    def fail(*_: object) -> None:
        raise RuntimeError("a rule is broken")

    monkeypatch.setattr("grader.marking.finding.Findings.note", fail)
    result = grade(submission)
    assert_fault(result, "1", "RuntimeError")
    assert_fault(result, "2", "RuntimeError")
    assert (result.score, result.max_score) == (CODE, CODE)
    assert result.has_grader_fault


def test_a_fault_in_code_names_all_its_fields(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise KeyError("broken")

    monkeypatch.setattr("grader.marking.in_code._mark_style", fail)
    result = graded(path, script(SHEET, model))
    assert_fault(result, "3", "KeyError")
    place = result.problems[2].fields[0].remarks[0].details["place"]
    assert re.fullmatch(r"grader/marking/in_code\.py:\d+, in \S+", place)
    assert len(result.problems[2].fields) == 8
    assert (result.score, result.max_score) == (FULL - CODE, FULL - CODE)


def test_a_fault_in_reading_what_is_written_takes_its_problem_out_of_the_marks(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(problem: Problem, *_: object) -> dict[str, Typed]:
        if problem.key == "1":
            raise KeyError("broken")
        return {}

    monkeypatch.setattr("grader.grading.grade.typed_answers", fail)
    result = graded(path, script(SHEET, model))
    assert_fault(result, "1", "KeyError")
    assert (result.score, result.max_score) == (FULL - TABLE, FULL - TABLE)


def test_a_sandbox_that_fails_costs_the_student_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise SandboxFault("no process could be started")

    model_result = graded(path, script(SHEET, model))
    monkeypatch.setattr("grader.grading.grade.execute", fail)
    result = graded(path, script(SHEET, model))
    for key in ("1", "2", "3"):
        assert_fault(result, key, "SandboxFault")
    assert (result.score, result.max_score) == (0, 0)
    model_fields = [len(p.fields) for p in model_result.problems]
    assert [len(p.fields) for p in result.problems] == model_fields


def test_a_process_that_ends_while_it_is_being_ended_is_no_fault(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.killpg

    def kill_and_wait(group: int, signal: int) -> None:
        really(group, signal)
        os.waitid(os.P_PID, group, os.WEXITED | os.WNOWAIT)  # ended, and not yet collected

    monkeypatch.setattr("os.killpg", kill_and_wait)
    assert graded(path, script(SHEET, model)).score == FULL


def test_a_fault_is_told_in_words_that_keep_the_student_calm(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise SandboxFault("/srv/grader/secret")

    monkeypatch.setattr("grader.grading.grade.execute", fail)
    message = as_data(graded(path, script(SHEET, model)))["problems"][0]["fields"][0]["message"]
    assert "costs you nothing" in message
    assert "secret" not in message


def test_a_result_without_faults_says_so(path: Path) -> None:
    assert not graded(path, script(SHEET, blank)).has_grader_fault


def test_a_sheet_that_needs_pytorch_is_marked_with_it(path: Path) -> None:
    sheet = draw_sheet("7", ["torch-model-code@lecture"], "en")
    result = graded(path, script(sheet, model))
    assert result.score == result.max_score > 0


def test_of_many_incidents_the_first_are_told_and_the_others_counted(path: Path) -> None:
    result = graded(path, script(SHEET, model) + "undefined\n" * 70)
    said = incidents_of(result)
    assert len(said) == 51
    assert said[-1] == "and so on: 20 more"
    assert result.score == FULL
