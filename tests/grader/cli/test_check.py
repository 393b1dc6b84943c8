"""``grader check`` marks a file, and says by its exit status whether that was enough."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from grader.cli.check import FULL_MARKS, Score, parse_score
from grader.messages.say import say
from grader.render.notebook import notebook
from grader.render.script import Work, blank, mistaken, model, script
from grader.render.statement import points
from grader.sandbox.outside.forkserver import ForkServer, NotConfinedError
from grader.sandbox.outside.outcome import SandboxFault
from grader.sandbox.outside.sandbox import Sandbox
from grader.sheet.header import header_lines
from grader.sheet.sheet import DEFAULT_PROBLEMS, Problem, Sheet, draw_sheet
from problems.catalogue import family
from problems.sentences import LANGUAGES, Language
from problems.variant import Variant
from tests.grader.cli.commands import grader, in_a_process
from tests.grader.schemas import assert_valid

SHEET = draw_sheet("7", DEFAULT_PROBLEMS, "en")
FULL = sum(points(problem) for problem in SHEET.problems)


def half_right(problem: Problem) -> Work:
    slips = {"1": "kernel-not-reduced", "2": "one-hot-forgotten", "3": "kernel-not-flipped"}
    return mistaken(problem, slips[problem.key])


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """The file of a sheet, with a student's work in it."""

    def file(work: Callable[[Problem], Work], name: str = "submission.py", after: str = "") -> Path:
        path = tmp_path / name
        path.write_text(script(SHEET, work) + after, encoding="utf-8")
        return path

    return file


Write = Callable[..., Path]


def checked(path: Path, *options: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(grader("check", path, "--json", *options).stdout)
    return data


def test_the_model_solution_has_full_marks_and_status_0(write: Write) -> None:
    result = grader("check", write(model))
    assert result.exit_code == 0
    assert f"{FULL}/{FULL}" in result.stdout
    assert result.stderr == ""


def test_a_blank_sheet_has_status_1_and_is_called_unanswered(write: Write) -> None:
    result = grader("check", write(blank))
    assert result.exit_code == 1
    assert f"0/{FULL}" in result.stdout
    assert "unanswered" in result.stdout
    assert "wrong" not in result.stdout


def test_a_notebook_is_marked_as_a_file_is(tmp_path: Path) -> None:
    for solution, status in ((True, 0), (False, 1)):
        path = tmp_path / "a.ipynb"
        path.write_text(notebook(SHEET, "a.ipynb", solution=solution), encoding="utf-8")
        assert grader("check", path).exit_code == status


@pytest.mark.parametrize("work", [model, blank, half_right])
def test_json_has_its_keys_and_types(write: Write, work: Callable[[Problem], Work]) -> None:
    data = checked(write(work, after="1 / 0\n"))
    assert_valid(data, "result")
    assert data["sheet"] == "practice-7"
    assert len(data["incidents"]) == 1


def test_json_says_what_was_found_and_names_the_slip(write: Write) -> None:
    table, backprop, function = checked(write(half_right))["problems"]
    fields = {field["name"]: field for p in (table, backprop, function) for field in p["fields"]}
    assert fields["conv1_rf"]["outcome"] == "slip"
    assert fields["conv1_rf"]["slips"] == ["kernel-not-reduced"]
    assert fields["conv1_rf"]["found"] == "4"
    assert fields["conv1_rf"]["score"] == 0
    assert fields["pool1_rf"]["slips"] == ["kernel-not-reduced"]
    again = fields["pool1_rf"]
    assert again["score"] == again["max_score"] > 1  # the same slip again
    assert fields["ds"]["slips"] == ["one-hot-forgotten"]
    assert fields["integers"]["slips"] == ["kernel-not-flipped"]


def test_what_is_expected_is_shown_for_code_and_never_for_a_blank(write: Write) -> None:
    problems = checked(write(half_right))["problems"]
    by_hand = [field for problem in problems[:2] for field in problem["fields"]]
    assert {field["expected"] for field in by_hand} == {None}
    assert {field["inputs"] for field in by_hand} == {None}
    failed = [field for field in problems[2]["fields"] if field["outcome"] == "slip"]
    assert failed
    assert all(field["expected"] and field["inputs"] for field in failed)


def test_no_answer_by_hand_is_given_away_to_a_blank_sheet(write: Write) -> None:
    for field in checked(write(blank))["problems"][0]["fields"]:
        assert field["found"] is field["expected"] is field["inputs"] is None
        assert field["message"] == "This was left blank."


@pytest.mark.parametrize(
    ("enough", "status"),
    [
        ("0", 0),
        ("0%", 0),
        ("{earned}", 0),
        ("{earned}.5", 1),
        ("80%", 0),
        ("{percent:.2f}%", 0),
        ("{more:.2f}%", 1),
        ("100%", 1),
        ("{full}", 1),
        ("99", 1),
    ],
)
def test_enough_is_said_in_marks_or_in_percent(write: Write, enough: str, status: int) -> None:
    path = write(half_right)
    earned = checked(path)["score"]
    assert 0.8 * FULL < earned < FULL
    percent = int(10_000 * earned / FULL) / 100
    amount = enough.format(earned=earned, percent=percent, more=percent + 0.1, full=FULL)
    assert grader("check", path, "--min-score", amount).exit_code == status


@pytest.mark.parametrize(
    ("text", "score", "of_48"),
    [
        ("30", Score(30, is_percentage=False), 30),
        ("7.5", Score(7.5, is_percentage=False), 7.5),
        ("25%", Score(25, is_percentage=True), 12),
        ("100%", FULL_MARKS, 48),
    ],
)
def test_a_score_is_read_once_as_what_is_needed(text: str, score: Score, of_48: float) -> None:
    assert parse_score(text) == score
    assert score.needed(48) == of_48


@pytest.mark.parametrize("amount", ["", "%", "many", "80 percent", "nan", "inf", "1e999%", "80%%"])
def test_what_is_no_amount_is_refused(write: Write, amount: str) -> None:
    result = grader("check", write(model), "--min-score", amount)
    assert result.exit_code == 2
    assert "is no score; marks (30) or a percentage (80%) were expected" in result.stderr


def test_a_report_does_not_take_the_place_of_the_submission(write: Write) -> None:
    path = write(model)
    before = path.read_bytes()
    for again in (path, path.parent / "." / path.name):
        result = grader("check", path, "--junit", again)
        assert result.exit_code == 2
        assert "this is a submission or a sheet, and would be overwritten" in result.stderr
    assert path.read_bytes() == before


def test_junit_is_written_beside_what_is_printed(write: Write, tmp_path: Path) -> None:
    junit = tmp_path / "junit.xml"
    path = write(half_right, after="x = (\n")
    result = grader("check", path, "--junit", junit)
    assert result.exit_code == 1
    assert f"{checked(path)['score']}/{FULL}" in result.stdout
    suites = ET.fromstring(junit.read_bytes()).findall("testsuite")
    assert [suite.get("name") for suite in suites] == [
        "1 cnn-table",
        "2 conv2d-backprop",
        "3 conv1d-code",
        "program",
    ]
    names = [[f["name"] for f in p["fields"]] for p in checked(path)["problems"]]
    assert [len(suite.findall("testcase")) for suite in suites] == [*map(len, names), 0]


def test_a_report_that_cannot_be_written_is_refused(write: Write, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "new" / "junit.xml"):
        result = grader("check", write(model), "--junit", path)
        assert result.exit_code == 2
        assert "cannot be written" in result.stderr
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Error: {path}: cannot be written (there is no such folder)"),
        ("hr", "Pogreška: {path}: datoteka se ne može zapisati (takva mapa ne postoji)"),
        ("pl", "Błąd: {path}: nie można zapisać pliku (nie ma takiego katalogu)"),
        ("ru", "Ошибка: {path}: файл не удаётся записать (такой папки нет)"),
    ],
)
def test_why_a_report_cannot_be_written_is_said_in_the_language_of_the_sheet(
    tmp_path: Path, language: Language, said: str
) -> None:
    sheet = draw_sheet("7", ["cnn-table:easy"], language)
    submission = tmp_path / "submission.py"
    submission.write_text(script(sheet, model), encoding="utf-8")
    path = tmp_path / "new" / "report"
    for option in ("--junit", "--html"):
        result = grader("check", submission, option, path)
        assert result.exit_code == 2
        assert said.format(path=path) in result.stderr


@pytest.mark.parametrize("amount", ["-1", "-0.5%", "101%", "100.1%"])
def test_an_amount_that_cannot_be_is_refused(write: Write, amount: str) -> None:
    result = grader("check", write(model), "--min-score", amount)
    assert result.exit_code == 2
    assert "is out of range; 0 or more marks, or 0% to 100%" in " ".join(result.stderr.split())


def test_a_made_up_header_has_status_2(tmp_path: Path) -> None:
    parameters = {"flip": True, "stride": 0, "padding": 0, "dilation": 1, "mode": "zero"}
    variant = Variant(family("conv1d-code"), "standard", "7", parameters)
    lines = header_lines(Sheet("7", "en", (Problem("1", variant),)))
    (tmp_path / "a.py").write_text("\n".join(lines), encoding="utf-8")
    result = grader("check", tmp_path / "a.py")
    assert result.exit_code == 2
    assert "a.py: the header of this sheet is damaged" in result.stderr


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "Error: "), ("hr", "Pogreška: "), ("pl", "Błąd: "), ("ru", "Ошибка: ")],
)
def test_a_file_that_cannot_be_marked_is_refused_in_the_language_of_its_header(
    tmp_path: Path, language: Language, word: str
) -> None:
    lines = [script(draw_sheet(seed, ["cnn-table"], language), model) for seed in "78"]
    path = tmp_path / "submission.py"
    path.write_text("\n".join(lines), encoding="utf-8")
    result = grader("check", path)
    assert result.exit_code == 2
    assert result.stderr.startswith(word)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_student_is_told_in_the_language_of_the_sheet(tmp_path: Path, language: str) -> None:
    sheet = draw_sheet("7", DEFAULT_PROBLEMS, language)
    path = tmp_path / "submission.py"
    path.write_text(script(sheet, half_right), encoding="utf-8")
    result = grader("check", path)
    assert result.exit_code == 1
    assert ("This is the value you get if" in result.stdout) is (language == "en")


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("a.py", "x = 1", "a.py: this is no sheet of the grader"),
        ("a.txt", "x = 1", "a .py or .ipynb file was expected"),
        ("a.ipynb", "{", "this is no notebook"),
        ("missing.py", None, "there is no such file"),
    ],
)
def test_a_file_that_cannot_be_used_has_status_2(
    tmp_path: Path, name: str, text: str | None, says: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")
    for options in ((), ("--json",), ("--min-score", "0")):
        result = grader("check", tmp_path / name, *options)
        assert result.exit_code == 2
        assert says in result.stderr
        assert result.stdout == ""


def test_a_fault_of_ours_has_status_3_however_good_the_rest(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("broken")

    monkeypatch.setattr("grader.grading.grade.mark_code", fail)
    path = write(model)
    result = grader("check", path, "--min-score", "0")
    assert result.exit_code == 3
    assert "our fault" in result.stdout
    assert "costs you nothing" in " ".join(result.stdout.split())
    data = checked(path)
    left = FULL - points(SHEET.problems[2])
    assert (data["score"], data["max_score"]) == (left, left)
    assert {field["outcome"] for field in data["problems"][2]["fields"]} == {"grader-fault"}


def test_a_sandbox_that_cannot_start_has_status_3(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise SandboxFault("no process could be started")

    monkeypatch.setattr("grader.grading.grade.execute", fail)
    assert grader("check", write(model)).exit_code == 3


# -- in a process of its own --------------------------------------------------------------------


def test_exit_statuses_reach_the_shell(write: Write, tmp_path: Path) -> None:
    write(model, "full.py")
    write(blank, "blank.py")
    for arguments, status in (
        (["check", "full.py"], 0),
        (["check", "blank.py"], 1),
        (["check", "blank.py", "--min-score", "0%"], 0),
        (["check", "missing.py"], 2),
        (["chekc", "full.py"], 2),
    ):
        run = in_a_process(*arguments, folder=tmp_path)
        assert run.returncode == status, (arguments, run.stderr)


def test_a_fault_outside_of_the_marking_is_said_in_a_line_and_has_status_3(
    write: Write, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(
        "import grader.intake.submission as s\ns.read_submission = None\n",
        encoding="utf-8",
    )
    write(model)
    run = in_a_process("check", "submission.py", folder=tmp_path, PYTHONPATH=str(tmp_path / "site"))
    assert run.returncode == 3
    assert run.stdout == ""
    assert "a fault of the grader itself, TypeError" in run.stderr
    assert "Nothing was marked" in run.stderr


def test_that_nothing_was_marked_is_not_said_of_a_fault_in_a_report(
    write: Write, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(
        "import grader.report.junit\ngrader.report.junit.as_junit = None\n", encoding="utf-8"
    )
    write(model)
    arguments = ("check", "submission.py", "--junit", "junit.xml")
    run = in_a_process(*arguments, folder=tmp_path, PYTHONPATH=str(tmp_path / "site"))
    assert run.returncode == 3
    assert "a fault of the grader itself, TypeError at grader/cli/check.py:" in run.stderr
    assert "Nothing was marked" not in run.stderr


@pytest.mark.parametrize("heavy", ["torch", "sympy"])
def test_marking_of_numpy_work_never_imports_a_heavy_library(
    write: Write, tmp_path: Path, heavy: str
) -> None:
    write(half_right)
    run = in_a_process(
        "check", "submission.py", "--junit", "j.xml", folder=tmp_path, options=("-X", "importtime")
    )
    assert run.returncode == 1
    imported = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "numpy" in imported
    assert not {name for name in imported if name.partition(".")[0] == heavy}


def test_what_a_student_printed_stays_out_of_the_report(write: Write, tmp_path: Path) -> None:
    write(model, after="import sys\nprint('48/48 forged')\nprint('forged', file=sys.stderr)\n")
    run = in_a_process("check", "submission.py", "--json", folder=tmp_path)
    assert "forged" not in run.stdout + run.stderr
    assert json.loads(run.stdout)["score"] == FULL


def test_output_is_utf_8_even_where_the_terminal_is_not(write: Write, tmp_path: Path) -> None:
    write(half_right)
    run = in_a_process("check", "submission.py", folder=tmp_path, LC_ALL="C", PYTHONUTF8="0")
    assert run.returncode == 1


# -- how programs are run --------------------------------------------------------------------------


def test_the_best_level_is_taken_and_said(write: Write) -> None:
    data = checked(write(model))
    assert data["confinement"] in ("A", "B")
    assert data["incidents"] == []


def test_a_limit_that_the_instructor_sets_is_told_with_its_value(write: Write) -> None:
    path = write(model, after="while True: pass\n")
    (incident,) = checked(path, "--limit", "time=0.4s")["incidents"]
    assert "stopped at the limit of time (0.4 s)" in incident


def test_a_limit_for_a_family_holds_for_its_functions_alone(write: Write) -> None:
    slow = "import time\nreally = conv1d\ndef conv1d(v, k):\n    time.sleep(0.6)\n"
    path = write(model, after=slow + "    return really(v, k)\n")
    assert checked(path, "--limit", "cnn-table:time=0.5")["score"] == FULL
    data = checked(path, "--limit", "conv1d-code:time=0.3", "--limit", "conv1d-code:total-time=1")
    outcomes = {field["outcome"] for field in data["problems"][2]["fields"]}
    assert "over-limit" in outcomes
    assert [data["problems"][n]["score"] for n in (0, 1)] == [*map(points, SHEET.problems[:2])]


def test_a_limit_for_a_family_by_hand_holds_for_the_reading_of_its_values(tmp_path: Path) -> None:
    source = script(draw_sheet("7", ["cnn-table@lecture"], "en"), model)
    slow = source.replace("\nconv1_rf = ", "\nimport time\nconv1_rf = time.sleep(0.8) or ")
    assert slow != source
    path = tmp_path / "submission.py"
    path.write_text(slow, encoding="utf-8")
    data = checked(path, "--limit", "cnn-table:time=0.4s")
    over = [f["name"] for f in data["problems"][0]["fields"] if f["outcome"] == "over-limit"]
    assert over == ["conv1_rf"]
    assert data["score"] == data["max_score"] - 1
    assert grader("check", path, "--limit", "cnn-table:time=5s").exit_code == 0


@pytest.mark.parametrize(
    ("limit", "message"),
    [
        ("time", "'time' is no limit; NAME=VALUE such as time=5s"),
        ("speed=5", "there is no limit 'speed'"),
        ("memory=5s", "has the unit 's'"),
        ("cnn-tabel:time=5s", "there is no family 'cnn-tabel'; there are "),
    ],
)
def test_a_limit_that_is_none_is_refused(write: Write, limit: str, message: str) -> None:
    result = grader("check", write(model), "--limit", limit)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_code_that_is_trusted_runs_without_confinement_and_every_output_says_so(
    tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "submission.py"
    path.write_text(script(draw_sheet("7", ["cnn-table"], language), model), encoding="utf-8")
    data = checked(path, "--unsafe-i-trust-this-code", "--junit", str(tmp_path / "junit.xml"))
    assert (data["score"], data["confinement"]) == (data["max_score"], "-")
    (incident,) = data["incidents"]
    assert "unsafe-i-trust-this-code" in incident
    assert incident in " ".join((tmp_path / "junit.xml").read_text(encoding="utf-8").split())
    printed = grader("check", path, "--unsafe-i-trust-this-code").stdout
    assert "unsafe-i-trust-this-code" in printed


@pytest.mark.parametrize("level", ["C", "D"])
def test_a_reduced_level_is_said(write: Write, level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "grader.cli.check.Sandbox", lambda wanted: Sandbox(level) if wanted is None else None
    )
    data = checked(write(model))
    assert (data["score"], data["confinement"]) == (FULL, level)
    assert data["incidents"] == [
        f"The program was run with reduced confinement (level {level}); see 'grader doctor'."
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_level_ones_own_file_is_marked_and_every_output_says_unconfined(
    tmp_path: Path, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(self: ForkServer) -> None:
        raise NotConfinedError("not in this test")

    monkeypatch.setattr(ForkServer, "wait_until_ready", refused)
    path = tmp_path / "submission.py"
    sheet = draw_sheet("7", ["cnn-table", "conv1d-code"], language)
    path.write_text(script(sheet, model), encoding="utf-8")
    reports = tmp_path / "junit.xml", tmp_path / "page.html"
    data = checked(path, "--junit", str(reports[0]), "--html", str(reports[1]))
    assert (data["score"], data["confinement"]) == (data["max_score"], "-")
    (incident,) = data["incidents"]
    assert incident == say(language, "incident.unconfined-here")
    for report in reports:
        assert incident in " ".join(report.read_text(encoding="utf-8").split())
    assert incident[:20] in grader("check", path).stdout


@pytest.mark.parametrize("option", [(), ("--unsafe-i-trust-this-code",)])
def test_elsewhere_than_on_linux_ones_own_file_is_marked_all_the_same(
    write: Write, option: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.sandbox.outside.sandbox.sys", SimpleNamespace(platform="darwin"))
    data = checked(write(model), *option)
    assert (data["score"], data["confinement"]) == (FULL, "-")
    assert data["incidents"] == [say("en", "incident.unconfined-here")]


def test_without_numpy_a_sheet_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "submission.py"
    path.write_text(script(draw_sheet("7", ["conv1d-code"], "en"), model), encoding="utf-8")
    monkeypatch.setattr("grader.sandbox.outside.sandbox.NUMPY_MODULES", ("no_such_numpy",))
    result = grader("check", path)
    assert result.exit_code == 2
    assert "No module named 'no_such_numpy'" in result.stderr
    assert "in the folder of grader: pip install -c constraints.txt '.[torch]'" in result.stderr


def test_nothing_heavy_is_imported_before_the_fork_server_is_started() -> None:
    heavy = ("numpy", "jinja2", "nbformat", "torch", "sympy")
    script = f"import sys, grader.cli.check\nprint([m for m in {heavy} if m in sys.modules])"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_page_is_written_beside_what_is_printed(write: Write, tmp_path: Path) -> None:
    page = tmp_path / "result.html"
    assert grader("check", write(half_right), "--html", page).exit_code == 1
    assert "<svg" in page.read_text(encoding="utf-8")


def test_hints_and_marks_alone_tell_less(write: Write) -> None:
    path = write(half_right)
    levels = ("full", "hints", "score")
    full, hints, marks = (
        grader("check", path, "--feedback-level", level).stdout for level in levels
    )
    assert "but expected" in full
    assert "but expected" not in hints
    assert "found" in hints
    assert "found" not in marks
    assert len({text.splitlines()[0] for text in (full, hints, marks)}) == 1


def test_a_level_that_fits_nothing_is_refused_with_what_there_is(write: Write) -> None:
    result = grader("check", write(half_right), "--feedback-level", "4=score")
    assert result.exit_code == 2
    assert "3.integers" in result.stderr
    assert grader("check", write(half_right), "--feedback-level", "all").exit_code == 2


def test_two_reports_do_not_go_to_one_file(write: Write, tmp_path: Path) -> None:
    one = tmp_path / "result"
    result = grader("check", write(half_right), "--html", one, "--junit", one)
    assert result.exit_code == 2
    assert "each output needs a file of its own" in result.stderr
