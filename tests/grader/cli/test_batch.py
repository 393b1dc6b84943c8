"""``grader batch`` marks a folder and writes what came of it, whole or not at all."""

from __future__ import annotations

import csv
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from grader.cli import folder_batch, marking
from grader.files.whole import UnwritableError
from grader.grading.batch import mark_one
from grader.marking.result import SheetResult
from grader.render.notebook import notebook
from grader.render.script import blank, mistaken, model, script
from grader.render.statement import points
from grader.report.marked import Marked
from grader.sheet.sheet import Problem, draw_sheet
from tests.grader.cli.commands import grader, in_a_process
from tests.grader.grading.test_folder import far_below
from tests.grader.schemas import assert_valid

SHEET = draw_sheet("7", ["cnn-table", "conv1d-code"], "en")
FULL = sum(points(problem) for problem in SHEET.problems)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Good and bad files, some of them of odd names."""
    texts = {
        "=1+1.py": script(SHEET, model),
        "ana marija/čvor 2.py": script(SHEET, blank),
        "half.py": script(
            SHEET, lambda p: mistaken(p, "bias-forgotten") if p.key == "1" else model(p)
        ),
        "note.py": "print('this is another file')\n",
        "notebook.ipynb": notebook(SHEET, "notebook.ipynb", solution=True),
        "[red]x[/].py": script(SHEET, model) + "1 / 0\n",
    }
    for name, text in texts.items():
        path = tmp_path / "work" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "work"


def marked_here(paths: list[Path], *_: object) -> Iterator[Marked]:
    """In place of ``mark_all``: in this process, where things can be planted."""
    for path in paths:
        yield mark_one(path)


NAMES = ["=1+1.py", "[red]x[/].py", "ana marija/čvor 2.py", "half.py", "note.py", "notebook.ipynb"]


def test_a_folder_is_marked_and_everything_is_written(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    result = grader(
        "batch", folder, "--jobs", "2", "--json", out / "a.json", "--csv", out / "a.csv"
    )
    assert result.exit_code == 1  # a file is unusable
    for name in NAMES:
        assert name in result.stdout
    assert "bias-forgotten" in result.stdout
    assert "no sheet of the grader" in " ".join(result.stdout.split())

    data = json.loads((out / "a.json").read_text(encoding="utf-8"))
    assert_valid(data, "batch")
    by_file = {each["file"]: each for each in data["submissions"]}
    assert list(by_file) == NAMES
    for each in by_file.values():
        if each["result"] is None:
            assert (each["file"], each["status"]) == ("note.py", "unusable")
            assert each["error"].startswith("note.py: ")
        else:
            assert (each["status"], each["error"]) == ("marked", None)
    assert len(by_file["[red]x[/].py"]["result"]["incidents"]) == 1

    with (out / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["file"]: row for row in csv.DictReader(file)}
    assert list(rows) == ["'=1+1.py", *NAMES[1:]]
    full, nearly = str(FULL), str(FULL - 4)
    assert [row["score"] for row in rows.values()] == [full, full, "0", nearly, "", full]
    assert {row["max_score"] for row in rows.values()} == {full, ""}
    assert sorted(path.name for path in out.iterdir()) == ["a.csv", "a.json"]


def test_the_same_folder_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    written = []
    for jobs in ("1", "3"):
        grader(
            "batch", folder, "--jobs", jobs, "--json", tmp_path / "a.json", "--csv", tmp_path / "b"
        )
        written.append(((tmp_path / "a.json").read_bytes(), (tmp_path / "b").read_bytes()))
    assert written[0] == written[1]


def test_a_folder_of_good_files_has_status_0(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(script(SHEET, blank), encoding="utf-8")
    result = grader("batch", tmp_path)
    assert result.exit_code == 0
    assert f"0/{FULL}" in result.stdout


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda path: None, "a folder of submissions was expected, but there is none"),
        (lambda path: path.write_text("x = 1"), "a folder of submissions was expected"),
        (lambda path: path.mkdir(), "there is no .py or .ipynb file in it"),
    ],
    ids=["missing", "a file", "empty"],
)
def test_a_folder_without_submissions_has_status_2(tmp_path: Path, make: object, says: str) -> None:
    assert callable(make)
    make(tmp_path / "work")
    result = grader("batch", tmp_path / "work", "--json", tmp_path / "a.json")
    assert result.exit_code == 2
    assert says in result.stderr
    assert not (tmp_path / "a.json").exists()


def test_a_report_that_cannot_be_written_has_status_2_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    (tmp_path / "report").mkdir()
    for option in ("--json", "--csv"):
        result = grader("batch", tmp_path, option, tmp_path / "report")
        assert result.exit_code == 2
        assert "cannot be written" in result.stderr
    assert list((tmp_path / "report").iterdir()) == []


def test_a_fault_of_ours_has_status_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(paths: list[Path], *_: object) -> Iterator[Marked]:
        for path in paths:
            yield Marked(path, error="a fault of the grader", is_our_fault=True)

    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    monkeypatch.setattr("grader.cli.marking.mark_all", faulty)
    assert grader("batch", tmp_path, "--csv", tmp_path / "a.csv").exit_code == 3
    assert "grader-fault" in (tmp_path / "a.csv").read_text(encoding="utf-8")


def test_escape_codes_in_a_name_do_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a\x1b[2J.py").write_text("x = 1", encoding="utf-8")
    monkeypatch.setattr("grader.cli.marking.mark_all", marked_here)
    assert "\x1b" not in grader("batch", tmp_path).stdout


@pytest.mark.parametrize("jobs", ["0", "-1", "many"])
def test_a_number_of_jobs_that_is_none_is_refused(tmp_path: Path, jobs: str) -> None:
    assert grader("batch", tmp_path, "--jobs", jobs).exit_code == 2


ODD = os.fsdecode(b"\xe8.py")


@pytest.mark.parametrize("variables", [{}, {"LC_ALL": "C", "PYTHONUTF8": "0"}])
def test_a_name_that_is_not_utf_8_is_spelled_out_everywhere(
    tmp_path: Path, variables: dict[str, str]
) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / ODD).write_text("x = 1", encoding="utf-8")
    arguments = ("batch", "work", "--csv", "a.csv", "--json", "a.json")
    run = in_a_process(
        *arguments, folder=tmp_path, options=(), PYTHONCOERCECLOCALE="0", **variables
    )
    assert run.returncode == 1, run.stderr
    assert run.stdout.startswith("file ")
    assert "\\xe8.py" in run.stdout
    (line,) = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["submissions"]
    assert line["file"] == "\\xe8.py"
    assert line["error"].startswith("\\xe8.py: this is no sheet")
    assert "\n\\xe8.py,,,,,,unusable" in (tmp_path / "a.csv").read_text(encoding="utf-8")


def test_results_are_written_before_they_are_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    monkeypatch.setattr("grader.cli.folder_batch._print", fail)
    with pytest.raises(OSError, match="No space left"):
        grader("batch", tmp_path, "--csv", tmp_path / "a.csv", "--json", tmp_path / "a.json")
    assert "unusable" in (tmp_path / "a.csv").read_text(encoding="utf-8")
    assert "unusable" in (tmp_path / "a.json").read_text(encoding="utf-8")


FAILING = """\
import grader.cli.folder_batch

def fail(*_, **__):
    raise KeyError("broken")

grader.cli.folder_batch.{function} = fail
"""
"""In ``sitecustomize.py``: a function of ours that is broken."""


@pytest.mark.parametrize(("function", "is_said"), [("mark", True), ("_print", False)])
def test_that_nothing_was_marked_is_said_only_as_long_as_it_is_true(
    tmp_path: Path, function: str, is_said: bool
) -> None:
    (tmp_path / "site").mkdir()
    text = FAILING.format(function=function)
    (tmp_path / "site" / "sitecustomize.py").write_text(text, encoding="utf-8")
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "a.py").write_text(script(SHEET, blank), encoding="utf-8")
    run = in_a_process(
        *("batch", "work", "--csv", "a.csv"),
        folder=tmp_path,
        PYTHONPATH=str(tmp_path / "site"),
    )
    assert run.returncode == 3
    assert "a fault of the grader itself, KeyError at grader/cli/folder_batch.py:" in run.stderr
    assert ("Nothing was marked." in run.stderr) is is_said
    assert (tmp_path / "a.csv").exists() is not is_said


def test_a_report_that_could_not_be_written_is_refused_before_anything_is_marked(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    for lost, why in ((tmp_path / "new" / "a.json", "No such file"), (tmp_path, "Is a directory")):
        result = grader("batch", tmp_path, "--csv", tmp_path / "a.csv", "--json", lost)
        assert result.exit_code == 2
        assert f"{lost}: cannot be written ({why}" in result.stderr
        assert result.stdout == ""
        assert not (tmp_path / "a.csv").exists()


def test_one_report_that_cannot_be_written_after_all_costs_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # the folder goes meanwhile
    monkeypatch.setattr(folder_batch, "require_writable", lambda path: None)
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    lost, kept = tmp_path / "new" / "a.json", tmp_path / "a.csv"
    result = grader("batch", tmp_path, "--json", lost, "--csv", kept)
    assert result.exit_code == 2
    assert "a.json: cannot be written (No such file or directory)" in result.stderr
    assert "a.py" in result.stdout
    assert kept.exists()
    assert not lost.parent.exists()


def test_what_is_no_regular_file_has_a_line(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.PY")
    (tmp_path / "link.py").symlink_to("nowhere")
    result = grader("batch", tmp_path)
    assert result.exit_code == 1
    assert "a link, which is not followed" in result.stdout
    assert "not a regular file" in result.stdout


SHADOWED = ("multiprocessing", "numpy", "click", "sitecustomize", "grader_sandbox", "json")


@pytest.mark.parametrize("command", ["batch", "check"])
def test_a_file_of_a_student_in_the_current_folder_is_never_imported(
    tmp_path: Path, command: str
) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    for name in SHADOWED:
        mark = f"open({str(tmp_path / 'ran')!r}, 'w').close()\n"
        (folder / f"{name}.py").write_text(mark, encoding="utf-8")
    (folder / "submission.py").write_text(script(SHEET, model), encoding="utf-8")
    target = "." if command == "batch" else "submission.py"
    run = in_a_process(command, target, folder=folder)
    assert "submission.py" in run.stdout or run.returncode == 0
    assert not (tmp_path / "ran").exists()


def test_files_that_are_no_submissions_are_named(tmp_path: Path) -> None:
    (tmp_path / "submission.py").write_text(script(SHEET, model), encoding="utf-8")
    for number in range(9):
        (tmp_path / f"essay {number}.docx").write_text("", encoding="utf-8")
    result = grader("batch", tmp_path)
    assert result.exit_code == 0
    assert "left out, since no .py, .ipynb, zip or tar file: essay 0.docx, " in result.stderr
    assert "essay 7.docx, and 1 more" in result.stderr


def test_a_fault_of_ours_in_a_report_costs_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(result: SheetResult) -> None:
        raise KeyError(result.sheet)

    (tmp_path / "a.py").write_text(script(SHEET, model), encoding="utf-8")
    monkeypatch.setattr("grader.report.marked.as_data", faulty)
    marked = mark_one(tmp_path / "a.py")
    assert marked.is_our_fault
    assert "KeyError: 'practice-7' (grader/report/marked.py:" in marked.error


def test_a_fault_in_one_problem_is_told_in_every_report_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("broken")

    (tmp_path / "a.py").write_text(script(SHEET, model), encoding="utf-8")
    monkeypatch.setattr("grader.cli.marking.mark_all", marked_here)
    monkeypatch.setattr("grader.marking.in_code._mark_style", fail)
    result = grader("batch", tmp_path, "--csv", tmp_path / "a.csv", "--json", tmp_path / "a.json")
    assert result.exit_code == 3
    said = "a fault of the grader in problem 2: KeyError: 'broken' (grader/marking/in_code.py:"
    assert said in " ".join(result.stdout.split())
    assert said in (tmp_path / "a.csv").read_text(encoding="utf-8")
    (record,) = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["submissions"]
    assert record["status"] == "grader-fault"
    assert record["error"].startswith(said)
    assert record["result"]["problems"][0]["score"] > 0


@pytest.mark.parametrize(
    "limit", ["time=0", "time=nan", "time=1e400", f"time={10**30}", f"memory={2**64}", "cpu=0"]
)
def test_an_absurd_limit_is_refused(tmp_path: Path, limit: str) -> None:
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    result = grader("batch", tmp_path, "--limit", limit)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Invalid value for '--limit': '{limit}" in result.stderr


# -- outputs that would be lost --------------------------------------------------------------------


@pytest.mark.parametrize("first", ["--json", "--csv", "--journal"])
@pytest.mark.parametrize("second", ["--json", "--csv", "--journal"])
@pytest.mark.parametrize("spelling", ["out", "sub/../out", "link"])
def test_two_outputs_in_one_file_are_refused_before_anything_is_marked(
    tmp_path: Path, first: str, second: str, spelling: str
) -> None:
    if first == second:
        return
    (tmp_path / "sub").mkdir()
    (tmp_path / "link").symlink_to("out")
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    result = grader("batch", tmp_path, first, tmp_path / "out", second, tmp_path / spelling)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "each output needs a file of its own, but this one is" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", ["--json", "--csv"])
def test_a_report_never_takes_the_place_of_a_submission_or_a_sheet(
    tmp_path: Path, option: str
) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "a.py").write_text(script(SHEET, model), encoding="utf-8")
    (tmp_path / "set.py").write_text(script(SHEET), encoding="utf-8")
    for lost in (tmp_path / "work" / "a.py", tmp_path / "work" / ".." / "set.py"):
        before = lost.read_bytes()
        result = grader("batch", tmp_path / "work", option, lost, "--sheet", tmp_path / "set.py")
        assert result.exit_code == 2
        assert "this is a submission or a sheet, and would be overwritten" in result.stderr
        assert lost.read_bytes() == before


def test_a_report_in_the_folder_of_submissions_is_written_and_is_no_file_of_a_student(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    for _ in range(2):
        result = grader("batch", tmp_path, "--csv", tmp_path / "marks.csv")
        assert result.exit_code == 1
        assert "left out" not in result.stderr


def test_a_report_that_is_lost_to_a_full_disk_is_written_by_resume(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object, **__: object) -> None:
        raise UnwritableError(f"{path}: cannot be written (No space left on device)")

    (tmp_path / "a.py").write_text(script(SHEET, blank), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(folder_batch, "write_whole", full)
        result = grader("batch", tmp_path, "--csv", tmp_path / "a.csv")
    assert result.exit_code == 2
    assert "(No space left on device); the results are kept, and --resume writes" in result.stderr
    monkeypatch.setattr(marking, "mark_all", never)
    assert grader("batch", tmp_path, "--csv", tmp_path / "a.csv", "--resume").exit_code == 0
    assert "marked" in (tmp_path / "a.csv").read_text(encoding="utf-8")


def never(paths: list[Path], *_: object) -> Iterator[Marked]:
    """In place of ``mark_all``, where nothing is left to be marked."""
    assert paths == []
    yield from ()


# -- what cannot be looked into --------------------------------------------------------------------


def test_a_folder_that_cannot_be_read_is_a_line_of_every_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really = os.scandir

    def scandir(path: Path) -> object:  # whoever runs the tests may be root, whom nothing stops
        if Path(path).name == "ana":
            raise PermissionError(13, "Permission denied")
        return really(path)

    work = tmp_path / "work"
    (work / "ana").mkdir(parents=True)
    monkeypatch.setattr("os.scandir", scandir)
    result = grader("batch", work, "--csv", tmp_path / "a.csv", "--json", tmp_path / "a.json")
    assert result.exit_code == 1
    assert "ana" in result.stdout
    said = "cannot be read (Permission denied), so nothing in it was marked"
    assert said in " ".join(result.stdout.split())
    assert f'ana,,,,,,unusable,,"ana: {said}"' in (tmp_path / "a.csv").read_text(encoding="utf-8")
    (record,) = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["submissions"]
    assert (record["file"], record["status"]) == ("ana", "unusable")
    monkeypatch.setattr("os.scandir", lambda path: scandir(Path(path) / "ana"))
    refused = grader("batch", work)
    assert refused.exit_code == 2
    assert "the folder cannot be read (Permission denied)" in refused.stderr


def test_a_path_that_is_too_long_to_be_opened_is_a_line_and_stops_nothing(tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "right.py").write_text(script(SHEET, model), encoding="utf-8")
    deep = (4090 - len(os.fsencode(work))) // 201
    with far_below(work, deep):
        Path(f"{'f' * 240}.py").write_text(script(SHEET, model), encoding="utf-8")
    result = grader("batch", work, "--csv", tmp_path / "a.csv", "--jobs", "1")
    shutil.rmtree(work / ("n" * 200))
    assert result.exit_code == 1
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        long, right = csv.DictReader(file)
    assert (right["file"], right["score"]) == ("right.py", str(FULL))
    assert len(long["file"]) + len(str(work)) > 4096
    assert long["message"] == f"{'f' * 240}.py: the file cannot be read (File name too long)"
    assert len(result.stdout.splitlines()) < 30  # the name is shortened where it is printed


# -- sheets that were set --------------------------------------------------------------------------


def test_an_edited_header_is_told_in_every_report(tmp_path: Path) -> None:
    easy = draw_sheet("7", ["conv1d-code:easy"], "en").problems[0].variant
    hard = draw_sheet("7", ["conv1d-code:hard"], "en")
    forged = replace(hard, problems=(Problem("1", replace(easy, level="hard")),))
    older = replace(hard, problems=(replace(forged.problems[0], draw_version=0),))
    (tmp_path / "work").mkdir()
    for name, sheet in (("a.py", hard), ("b.py", forged), ("c.py", older)):
        (tmp_path / "work" / name).write_text(script(sheet, model), encoding="utf-8")
    result = grader(
        *("batch", tmp_path / "work", "--csv", tmp_path / "a.csv", "--json", tmp_path / "a.json")
    )
    assert result.exit_code == 0
    lines = [line.split() for line in result.stdout.splitlines()[1:]]
    assert [" ".join(line[2:]) for line in lines] == ["", "not as drawn", "older draw"]
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        rows = [*csv.DictReader(file)]
    assert [row["as_drawn"] for row in rows] == ["yes", "no", "older draw"]
    assert {row["problems"] for row in rows} == {"conv1d-code:hard"}
    records = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["submissions"]
    assert [record["result"]["as_drawn"] for record in records] == [True, False, None]
    said = [record["result"]["incidents"] for record in records]
    assert [len(lines) for lines in said] == [0, 1, 0]
    assert "as they stand here (number 1, conv1d-code:hard)" in said[1][0]
    assert "do not say what their seeds draw today: 1 not as drawn, 1 older draw; " in result.stderr


def test_a_class_is_marked_by_a_table_of_students_and_seeds(tmp_path: Path) -> None:
    work = tmp_path / "work"
    requests = ["cnn-table:hard", "conv1d-code:hard"]
    for name, seed in (("Ana Anić_1_assignsubmission_file_", "11"), ("Ivo_2_file_", "12")):
        (work / name).mkdir(parents=True)
        sheet = draw_sheet(seed, requests, "hr")
        (work / name / "submission.py").write_text(script(sheet, model), encoding="utf-8")
    (work / "Eva_3_file_").mkdir()
    easy = draw_sheet("13", ["cnn-table:easy", "conv1d-code:easy"], "hr")
    (work / "Eva_3_file_" / "submission.py").write_text(script(easy, model), encoding="utf-8")
    (work / "Pero_4_file_").mkdir()
    (work / "Pero_4_file_" / "submission.py").write_text("x = 1", encoding="utf-8")
    students = {"Ana Anić": 11, "Ivo": 12, "Eva": 13, "Iva": 14}
    rows = [f"{name};{seed};{' '.join(requests)}" for name, seed in students.items()]
    table = "\n".join(["student;seed;problems", *rows])
    (tmp_path / "class.csv").write_text(table, encoding="utf-8")
    result = grader(
        *("batch", work, "--sheet", tmp_path / "class.csv", "--json", tmp_path / "a.json")
    )
    assert result.exit_code == 1
    assert "no file came from: iva" in result.stderr
    records = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))["submissions"]
    by_name = {record["file"].split("_")[0]: record for record in records}
    full = sum(points(problem) for problem in draw_sheet("11", requests, "hr").problems)
    for name in ("Ana Anić", "Ivo"):
        assert by_name[name]["result"]["score"] == full
        assert by_name[name]["result"]["incidents"] == []
    assert by_name["Eva"]["result"]["sheet"] == "practice-13"
    assert [p["level"] for p in by_name["Eva"]["result"]["problems"]] == ["hard", "hard"]
    assert by_name["Eva"]["result"]["score"] < full
    assert by_name["Eva"]["result"]["incidents"][0].startswith("Redci „# grader-…” na vrhu")
    assert by_name["Pero"]["status"] == "unusable"
    assert by_name["Pero"]["error"].startswith("submission.py: no sheet was set for this file")


def test_a_sheet_that_cannot_be_set_is_refused_before_anything_is_marked(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    result = grader("batch", tmp_path, "--sheet", tmp_path / "a.py")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no sheet can be set by" in result.stderr
