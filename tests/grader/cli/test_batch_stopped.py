"""A batch that is stopped has told what is done, and goes on from there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from grader.cli.stopping import Stopped, stops_raised
from grader.render.script import blank, model, script
from grader.sheet.sheet import draw_sheet
from tests.grader.cli.commands import grader

SHEET = draw_sheet("7", ["conv1d-code"], "en")
RIGHT = script(SHEET, model)
FOREVER = RIGHT.replace("import numpy", "import time\ntime.sleep(9)\nimport numpy")


@pytest.fixture(autouse=True)
def usual_signals() -> Iterator[None]:
    """Signals do what they do in a terminal, also where the tests run in the background."""
    interrupted = signal.signal(signal.SIGINT, signal.default_int_handler)
    hung_up = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGINT, interrupted)
    signal.signal(signal.SIGHUP, hung_up)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """Two files that are marked at once, and two that take a while."""
    folder = tmp_path / "work"
    folder.mkdir()
    texts = {"a.py": RIGHT, "b.py": "x = 1", "y.py": FOREVER, "z.py": FOREVER}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def lines_of(journal: Path) -> list[dict[str, Any]]:
    if not journal.exists():
        return []
    return [json.loads(line) for line in journal.read_bytes().splitlines()[1:]]


def stopped(work: Path, number: signal.Signals, *, whole_group: bool = False) -> tuple[int, str]:
    """The status and last words of a batch that gets a signal once two files are marked."""
    out = work.parent
    command = [sys.executable, "-m", "grader", "batch", str(work), "--jobs", "2"]
    options = ["--journal", str(out / "j"), "--csv", str(out / "a.csv")]
    with subprocess.Popen(
        [*command, *options], stderr=subprocess.PIPE, text=True, process_group=0
    ) as batch:
        deadline = time.monotonic() + 60
        while len(lines_of(out / "j")) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.02)
        (os.killpg if whole_group else os.kill)(batch.pid, number)
        _, said = batch.communicate()
    assert not (out / "a.csv").exists()  # whole or not at all
    assert {path.name for path in out.iterdir()} == {"work", "j"}
    return batch.returncode, said


def give_another_mark(journal: Path) -> None:
    """Puts 4 for 10 marks, which no marking gives: it shows what is taken from the journal."""
    text = journal.read_text(encoding="utf-8")
    assert '"score": 10, "max_score": 10' in text
    journal.write_text(text.replace('"score": 10, "max_score": 10', '"score": 4, "max_score": 10'))


def resumed(work: Path, *options: str) -> dict[str, Any]:
    """The results of the same command with --resume, by file."""
    out = work.parent
    reports = ("--journal", out / "j", "--json", out / "a.json")
    result = grader("batch", work, "--jobs", "1", *reports, "--resume", *options)
    assert result.exit_code in (0, 1), result.output
    records = json.loads((out / "a.json").read_text(encoding="utf-8"))["submissions"]
    return {record["file"]: record for record in records}


@pytest.mark.parametrize(
    ("number", "status", "whole_group"),
    [
        (signal.SIGINT, 130, True),  # as a terminal sends it
        (signal.SIGHUP, 129, True),  # where it is closed
        (signal.SIGTERM, 143, False),
        (signal.SIGKILL, -9, False),
    ],
)
def test_what_is_done_is_kept_and_the_rest_is_marked_later(
    work: Path, number: signal.Signals, status: int, whole_group: bool
) -> None:
    code, said = stopped(work, number, whole_group=whole_group)
    assert code == status
    if status > 0:
        assert f"stopped ({number.name}): 2 of 4 files are marked, and kept in " in said
        assert "go on with the same command and --resume" in said
        assert "Traceback" not in said
        assert "resource_tracker" not in said
    journal = work.parent / "j"
    assert sorted(line["file"] for line in lines_of(journal)) == ["a.py", "b.py"]

    # what is in the journal is not marked again: a mark that no marking gives is there in the end
    give_another_mark(journal)
    for name in ("y.py", "z.py"):
        (work / name).write_text(RIGHT, encoding="utf-8")
    results = resumed(work)
    assert {name: each["status"] for name, each in results.items()} == {
        "a.py": "marked",
        "b.py": "unusable",
        "y.py": "marked",
        "z.py": "marked",
    }
    assert results["b.py"]["error"].startswith("b.py: this is no sheet")
    scores = {name: each["result"]["score"] for name, each in results.items() if each["result"]}
    assert scores == {"a.py": 4, "y.py": 10, "z.py": 10}


# -- what is marked anew ---------------------------------------------------------------------------


@pytest.fixture
def done(work: Path) -> Path:
    """A folder that was marked to its end, and whose journal has been given a mark by hand."""
    (work / "y.py").write_text(RIGHT, encoding="utf-8")
    (work / "z.py").unlink()
    out = work.parent
    grader("batch", work, "--journal", out / "j", "--json", out / "first.json", "--jobs", "1")
    text = (out / "j").read_text(encoding="utf-8")
    (out / "j").write_text(
        text.replace('"score": 10, "max_score": 10', '"score": 4, "max_score": 10')
    )
    return work


def scores(results: dict[str, Any]) -> dict[str, float]:
    return {name: each["result"]["score"] for name, each in results.items() if each["result"]}


def test_a_file_that_has_changed_is_marked_anew(done: Path) -> None:
    (done / "y.py").write_text(script(SHEET, blank), encoding="utf-8")
    (done / "new.py").write_text(RIGHT, encoding="utf-8")
    assert scores(resumed(done)) == {"a.py": 4, "y.py": 0, "new.py": 10}


def test_a_file_of_another_name_is_marked_anew_and_one_that_is_gone_has_no_line(done: Path) -> None:
    (done / "y.py").rename(done / "z.py")
    assert scores(resumed(done)) == {"a.py": 4, "z.py": 10}


def test_with_other_options_all_is_marked_anew(done: Path) -> None:
    assert scores(resumed(done, "--limit", "time=9s")) == {"a.py": 10, "y.py": 10}


def test_for_another_sheet_all_is_marked_anew(done: Path) -> None:
    (done.parent / "set.py").write_text(script(SHEET), encoding="utf-8")
    results = resumed(done, "--sheet", str(done.parent / "set.py"))
    assert scores(results) == {"a.py": 10, "b.py": 0, "y.py": 10}


def test_by_another_version_all_is_marked_anew(done: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert scores(resumed(done)) == {"a.py": 4, "y.py": 4}
    monkeypatch.setattr("grader.cli.marking.edition", lambda: "another")
    assert scores(resumed(done)) == {"a.py": 10, "y.py": 10}


def test_what_a_fault_of_ours_has_spoilt_is_marked_anew(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("y.py", "z.py"):
        (work / name).unlink()
    (work.parent / "site").mkdir()
    broken = "import grader.marking.in_code\ndel grader.marking.in_code._mark_style\n"
    (work.parent / "site" / "sitecustomize.py").write_text(broken, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(work.parent / "site"))
    result = grader("batch", work, "--journal", work.parent / "j", "--jobs", "1")
    assert result.exit_code == 3
    assert [line["file"] for line in lines_of(work.parent / "j")] == ["b.py"]
    monkeypatch.delenv("PYTHONPATH")
    assert scores(resumed(work)) == {"a.py": 10}


def test_a_batch_that_is_gone_on_with_gives_the_same_bytes(done: Path) -> None:
    out = done.parent
    (out / "j").unlink()
    for name, more in (("1", ()), ("2", ("--resume",)), ("3", ("--resume",))):
        reports = ("--json", out / f"{name}.json", "--csv", out / f"{name}.csv")
        result = grader("batch", done, "--journal", out / "j", "--jobs", "1", *reports, *more)
        (out / f"{name}.txt").write_text(result.stdout, encoding="utf-8")
        if name == "1":
            lines = (out / "j").read_bytes().splitlines(keepends=True)
            (out / "j").write_bytes(b"".join(lines[:2]))
    for kind in ("json", "csv", "txt"):
        first, second, third = ((out / f"{name}.{kind}").read_bytes() for name in "123")
        assert first == second == third


def test_with_nothing_to_go_on_with_all_is_marked_and_it_is_said(done: Path) -> None:
    (done.parent / "j").unlink()
    result = grader("batch", done, "--journal", done.parent / "j", "--resume", "--jobs", "1")
    assert "there is nothing to go on with in " in result.stderr
    assert "10/10" in result.stdout


# -- where it is kept ------------------------------------------------------------------------------


def test_the_usual_place_needs_no_option(
    done: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    grader("batch", done, "--jobs", "1")
    (journal,) = (tmp_path / "state" / "grader").iterdir()
    assert [line["file"] for line in lines_of(journal)] == ["a.py", "b.py", "y.py"]
    assert not [path for path in done.rglob("*") if path.suffix != ".py"]


def test_where_no_journal_can_be_kept_it_is_said_and_the_batch_goes_on(
    done: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    result = grader("batch", done, "--jobs", "1")
    assert result.exit_code == 1
    assert "cannot be written (Not a directory); if this batch is stopped, it has" in result.stderr
    assert "10/10" in result.stdout
    for asked in (("--resume",), ("--journal", tmp_path / "file" / "j")):
        result = grader("batch", done, *asked)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "cannot be written (" in result.stderr


def test_a_disk_that_gets_full_costs_the_journal_and_no_mark(
    done: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from grader.grading.journal import Journal, JournalError

    def full(*_: object) -> None:
        raise JournalError("the journal j cannot be written (No space left on device)")

    monkeypatch.setattr(Journal, "add", full)
    result = grader("batch", done, "--journal", done.parent / "j", "--jobs", "1")
    assert result.exit_code == 1
    assert result.stderr.count("; what is marked from now on is not kept") == 1
    assert result.stdout.count("10/10") == 2


def test_a_second_batch_on_one_journal_is_refused(done: Path) -> None:
    from grader.grading.journal import Journal

    first = Journal(done.parent / "j", resume=True)
    try:
        result = grader("batch", done, "--journal", done.parent / "j")
    finally:
        first.close()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is in use: another batch of this folder is at work" in result.stderr


def test_a_submission_is_never_taken_for_a_journal(done: Path) -> None:
    result = grader("batch", done, "--journal", done / "a.py")
    assert result.exit_code == 2
    assert "this is a submission or a sheet, and would be overwritten" in result.stderr
    assert (done / "a.py").read_text(encoding="utf-8") == RIGHT


def test_a_batch_that_is_stopped_before_it_begins_says_so(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "grader.cli.folder_batch.level_of", lambda **_: signal.raise_signal(signal.SIGTERM)
    )
    result = grader("batch", work, "--journal", work.parent / "j")
    assert (result.exit_code, result.stdout) == (143, "")
    assert result.stderr == "stopped (SIGTERM): nothing is marked yet\n"


def test_a_batch_that_is_stopped_while_reports_are_written_leaves_none_and_keeps_all(
    work: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("y.py", "z.py"):
        (work / name).unlink()
    replace_file = Path.replace

    def stopping(path: Path, target: Path) -> Path:
        signal.raise_signal(signal.SIGINT)
        return replace_file(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stopping)
        result = grader(
            *("batch", work, "--jobs", "1", "--csv", work.parent / "a.csv"),
            *("--journal", work.parent / "j"),
        )
    assert result.exit_code == 130
    assert sorted(path.name for path in work.parent.iterdir()) == ["j", "work"]
    assert scores(resumed(work)) == {"a.py": 10}


# -- signals ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_is_raised_and_handlers_are_as_before(number: int, status: int) -> None:
    before = signal.getsignal(number)
    with pytest.raises(Stopped) as stop, stops_raised():
        signal.raise_signal(number)
    assert stop.value.status == status
    assert signal.getsignal(number) is before


def test_a_second_signal_ends_the_process_at_once() -> None:
    with pytest.raises(Stopped), stops_raised():
        try:
            signal.raise_signal(signal.SIGTERM)
        finally:
            assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stops_raised():
            signal.raise_signal(signal.SIGHUP)
            assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
