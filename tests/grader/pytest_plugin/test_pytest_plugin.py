"""``pytest -p grader.pytest_plugin``, as a person runs it: one test for each answer."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from grader.answers.outcome import Outcome
from grader.grading.batch import mark_one
from grader.marking.result import faulty_field
from grader.messages.remark import Remark
from grader.pytest_plugin import collection, session
from grader.render.script import model, script
from grader.report.marked import Marked
from grader.sheet.sheet import draw_sheet
from tests.grader.cli.course import BLANK, answered, drawn_course

pytest_plugins = "pytester"

TABLE = script(draw_sheet("7", ["cnn-table:easy"], "en"), model)
CODE = script(draw_sheet("7", ["conv1d-code:easy"], "en"), model)
ASKED = ("-p", "grader.pytest_plugin", "-W", "ignore::pytest.PytestAssertRewriteWarning")
PLUGIN = (*ASKED, "-p", "no:cacheprovider")


def with_answer(text: str, name: str, value: str) -> str:
    """The same submission with another answer."""
    changed = re.sub(rf"(?m)^{name} = .*$", f"{name} = {value}", text)
    assert changed != text
    return changed


HALF = with_answer(with_answer(TABLE, "conv1_params", "5"), "conv1_rf", "...")


def write(pytester: pytest.Pytester, **files: str) -> None:
    for name, text in files.items():
        (pytester.path / f"{name}.py").write_text(text, encoding="utf-8")


def run(pytester: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    return pytester.runpytest_inprocess(*PLUGIN, *arguments)


def test_each_answer_is_a_test_and_what_lost_marks_fails_with_the_graders_words(
    pytester: pytest.Pytester,
) -> None:
    write(pytester, half=HALF)
    result = run(pytester, "-v", "half.py")
    assert result.ret == pytest.ExitCode.TESTS_FAILED
    outcomes = result.parseoutcomes()
    assert outcomes["failed"] == 2
    assert outcomes["passed"] == len(re.findall(r"(?m)^\w+ = ", HALF)) - 2
    result.stdout.fnmatch_lines(
        [
            "half.py::1.conv1_shape PASSED*",
            "half.py::1.conv1_params FAILED*",
            "*1.conv1_params of half.py*",
            "conv1_params  wrong  0/*",
            "found: 5. This is not the right value.",
            "*1.conv1_rf of half.py*",
            "conv1_rf  unanswered  0/*",
            "*= marks =*",
            "half.py  */*",
        ]
    )
    assert "Error" not in result.stdout.str()
    assert "collection.py" not in result.stdout.str()


def test_a_run_ends_as_pytest_does(pytester: pytest.Pytester) -> None:
    write(pytester, right=TABLE)
    (pytester.path / "empty").mkdir()
    assert run(pytester, "right.py").ret == pytest.ExitCode.OK
    assert run(pytester, "empty").ret == pytest.ExitCode.NO_TESTS_COLLECTED
    refused = run(pytester, "right.py", "--grader-limit", "time=soon")
    assert refused.ret == pytest.ExitCode.USAGE_ERROR
    refused.stderr.fnmatch_lines(["ERROR: *time=soon*"])


def test_tests_are_chosen_and_collected_as_ever(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(pytester, half=HALF, right=TABLE)
    assert run(pytester, "half.py::1.conv1_rf").parseoutcomes() == {"failed": 1}
    assert run(pytester, ".", "-k", "conv1_rf").parseoutcomes()["passed"] == 1
    stopped = run(pytester, "half.py", "-x").parseoutcomes()
    assert stopped["failed"] == 1
    monkeypatch.setattr(session.Grading, "mark", None)
    shown = run(pytester, "half.py", "--co", "-q")
    assert shown.ret == 0
    shown.stdout.fnmatch_lines(["half.py::1.conv1_shape"])


def test_a_submission_is_marked_once_for_all_of_its_tests(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    mark = mark_one

    def counted(path: Path, *others: object) -> Marked:
        seen.append(path.name)
        return mark(path, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(session, "mark_one", counted)
    write(pytester, half=HALF, right=TABLE)
    run(pytester, ".")
    assert seen == ["half.py", "right.py"]


def test_what_failed_last_is_run_again(pytester: pytest.Pytester) -> None:
    write(pytester, half=HALF)
    pytester.runpytest_inprocess(*ASKED, "half.py")
    write(pytester, half=with_answer(HALF, "conv1_params", "6"))
    again = pytester.runpytest_inprocess(*ASKED, "--lf", "half.py")
    assert again.parseoutcomes()["failed"] == 2
    assert "passed" not in again.parseoutcomes()


def test_parts_of_marks_stand_in_the_xml(pytester: pytest.Pytester) -> None:
    write(pytester, half=HALF)
    run(pytester, "half.py", "--junitxml=found.xml")
    cases = {
        case.get("name"): {
            each.get("name"): each.get("value") for each in case.findall("properties/property")
        }
        for case in ET.parse(pytester.path / "found.xml").iter("testcase")
    }
    assert cases["1.conv1_params"]["score"] == "0"
    assert cases["1.conv1_params"]["outcome"] == "wrong"
    assert cases["1.conv1_shape"]["score"] == cases["1.conv1_shape"]["max_score"] != "0"


def test_several_processes_share_submissions_and_none_is_marked_twice(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(pytester, half=HALF, right=TABLE)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # and so nothing slow
    arguments = ("-p", "xdist", "-n", "2", "-v", ".")
    result = pytester.runpytest_subprocess(*PLUGIN, *arguments, timeout=120)
    workers: dict[str, set[str]] = {}
    for worker, _, name in re.findall(
        r"\[(gw\d)\] .* (PASSED|FAILED) (\w+\.py)::", result.stdout.str()
    ):
        workers.setdefault(name, set()).add(worker)
    assert {name: len(own) for name, own in workers.items()} == {"half.py": 1, "right.py": 1}
    result.stdout.fnmatch_lines(["half.py  */*", "right.py  */*"])


def test_nothing_that_students_hand_in_runs_in_the_process_of_pytest(
    pytester: pytest.Pytester,
) -> None:
    forged = pytester.path / "forged"
    plant = f"open({str(forged)!r}, 'w').close()\n"
    own = pytester.path / "handed-in" / "s-001"
    own.mkdir(parents=True)
    for name in ("conftest.py", "__init__.py", "test_forged.py", "numpy.py", "click.py"):
        (own / name).write_text(plant, encoding="utf-8")
    (own / "hw1.py").write_text(f"{CODE}\n{plant}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *PLUGIN, "."],
        cwd=own,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "hw1.py" in done.stdout, done.stdout + done.stderr
    assert done.returncode == 1
    assert not forged.exists()


@pytest.mark.parametrize(
    ("name", "text", "is_refused"),
    [
        ("pytest.ini", "[pytest]\naddopts = -q\n", True),
        ("pyproject.toml", '[tool.pytest.ini_options]\naddopts = "-q"\n', True),
        ("pyproject.toml", '[project]\nname = "homework"\n', False),
    ],
)
def test_settings_among_the_submissions_are_refused(
    pytester: pytest.Pytester, name: str, text: str, is_refused: bool
) -> None:
    write(pytester, right=TABLE)
    (pytester.path / name).write_text(text, encoding="utf-8")
    result = run(pytester, "right.py")
    assert result.ret == (pytest.ExitCode.USAGE_ERROR if is_refused else 0)
    if is_refused:
        assert "may be a student's" in result.stderr.str()
        assert run(pytester, "-c", name, "right.py").ret == 0


def test_a_program_that_ends_its_process_costs_its_own_tests_alone(
    pytester: pytest.Pytester,
) -> None:
    ending = CODE.replace('    """1D', '    import os\n    os._exit(0)\n    """1D')
    assert ending != CODE
    write(pytester, ended=ending, right=CODE)
    result = run(pytester, "-v", ".")
    lines = [line for line in result.outlines if re.search(r"PASSED|FAILED", line)]
    assert not [line for line in lines if line.startswith("right.py") and "FAILED" in line]
    assert [line for line in lines if re.search(r"^ended.py::1.integers FAILED", line)]


def test_a_fault_of_the_grader_is_an_error_and_no_failure(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = mark_one

    def faulty(path: Path, *others: object) -> Marked:
        marked = mark(path, *others)  # type: ignore[arg-type]
        assert marked.result is not None
        (problem,) = marked.result.problems
        details = {"type": "KeyError", "message": "x", "place": "grader/x.py:1"}
        first = faulty_field(problem.fields[0].name, Remark("grader-fault", details))
        assert first.outcome is Outcome.GRADER_FAULT
        fields = (first, *problem.fields[1:])
        found = replace(problem, fields=fields)
        return replace(marked, result=replace(marked.result, problems=(found,)))

    monkeypatch.setattr(session, "mark_one", faulty)
    write(pytester, right=TABLE)
    result = run(pytester, "right.py")
    outcomes = result.parseoutcomes()
    assert outcomes["errors"] == 1
    result.stdout.fnmatch_lines(["conv1_shape  our fault*", "This could not be marked*"])
    assert "collection.py" not in result.stdout.str()
    assert "failed" not in outcomes
    monkeypatch.setattr(
        session, "mark_one", lambda path, *_: Marked(path, error="a fault", is_our_fault=True)
    )
    result = run(pytester, "right.py")
    assert set(result.parseoutcomes()) == {"errors"}
    result.stdout.fnmatch_lines(["a fault"])


def test_a_file_of_which_nothing_can_be_marked_fails_with_the_sentence(
    pytester: pytest.Pytester,
) -> None:
    write(pytester, bare="x = 1\n", right=TABLE)
    (pytester.path / "other.py").symlink_to(pytester.path / "right.py")
    result = run(pytester, ".")
    assert result.parseoutcomes()["failed"] == 2
    text = result.stdout.str()
    assert re.search(r"FAILED bare\.py::submission - bare\.py: ", text)
    assert "other.py: a link, which is not followed" in text


def test_a_sheet_that_was_set_counts_and_not_the_header(pytester: pytest.Pytester) -> None:
    write(pytester, set=TABLE, bare=HALF.partition("\n\n")[2])
    assert run(pytester, "bare.py").parseoutcomes() == {"failed": 1}
    found = run(pytester, "bare.py", "--grader-sheet", "set.py").parseoutcomes()
    assert found["failed"] == 2


def test_a_level_says_how_much_is_told(pytester: pytest.Pytester) -> None:
    write(pytester, half=HALF)
    full = run(pytester, "half.py").stdout.str()
    marks = run(pytester, "half.py", "--grader-feedback-level", "score").stdout.str()
    assert "found: 5" in full
    assert "found: 5" not in marks
    assert "conv1_params  wrong" in marks


def test_sheets_of_an_assignment_are_marked_in_its_points_and_without_it_as_they_are_read(
    pytester: pytest.Pytester,
) -> None:
    home = drawn_course(pytester.path)
    answered(home, "101", pytester.path / "in" / "101" / "hw3.py", **{BLANK: "(99, 98, 97)"})
    sealed = run(pytester, "in")
    assert sealed.ret == 0
    result = run(pytester, "in", "--grader-assignment", str(home))
    assert result.parseoutcomes()["failed"] == 1
    assert re.search(r"hw3\.py  2\d\.\d+/25", result.stdout.str())
    both = run(pytester, "in", "--grader-assignment", str(home), "--grader-limit", "time=1s")
    assert both.ret == pytest.ExitCode.USAGE_ERROR
    none = run(pytester, "in", "--grader-assignment", "nowhere")
    assert none.ret == pytest.ExitCode.USAGE_ERROR


def test_other_runs_of_pytest_pay_nothing_for_it() -> None:
    assert not [
        each for each in distribution("conv-grader").entry_points if each.group == "pytest11"
    ]
    program = (
        "import sys, grader.pytest_plugin\n"
        "print([m for m in sys.modules if m.startswith(('grader', 'problems', 'numpy'))])\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "['grader', 'grader.pytest_plugin']"


def test_every_name_of_a_sheet_has_its_result(pytester: pytest.Pytester) -> None:
    write(pytester, right=CODE)
    assert run(pytester, "right.py").ret == 0
    assert collection.WHOLE not in run(pytester, "right.py", "--co", "-q").stdout.str()
