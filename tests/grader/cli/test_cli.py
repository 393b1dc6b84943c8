"""The command line as a whole: help, version, unknown commands, and faults of ours."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from grader.cli import COMMANDS, main
from tests.grader.cli.commands import grader, in_a_process


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_lists_every_command_with_what_it_does(option: str) -> None:
    result = grader(option)
    assert result.exit_code == 0
    for name, what in COMMANDS.items():
        assert name in result.output
        assert what in " ".join(result.output.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_80_columns(name: str) -> None:
    result = grader(name, "--help")
    assert result.exit_code == 0
    assert max(map(len, result.output.splitlines())) <= 80


def test_the_version_is_told() -> None:
    result = grader("--version")
    assert result.exit_code == 0
    assert result.output.startswith("grader, version 0.")


def test_a_command_that_is_not_there_has_status_2() -> None:
    result = grader("chekc")
    assert result.exit_code == 2
    assert "No such command 'chekc'" in result.stderr


def test_a_fault_of_ours_is_one_loud_sentence_and_status_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a bug of ours")

    monkeypatch.setattr("grader.cli.cli.main", fail)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 3
    printed = capsys.readouterr()
    assert printed.out == ""
    assert re.search(
        r"a fault of the grader itself, ZeroDivisionError at grader/cli/__init__\.py:\d+, in main: "
        r"a bug of ours\nPlease report it with this line\.",
        printed.err,
    )
    assert "Traceback" not in printed.err


@pytest.mark.parametrize("command", [["families"], ["show", "cnn-table"], ["--help"]])
def test_no_command_on_numpy_exercises_imports_torch(command: list[str], tmp_path: Path) -> None:
    run = in_a_process(*command, folder=tmp_path, options=("-X", "importtime"))
    assert run.returncode == 0
    assert not [line for line in run.stderr.splitlines() if line.endswith(" torch")]


@pytest.mark.parametrize(
    "command",
    [
        ["show", "conv1d-hand"],
        ["generate", "--problem", "conv1d-hand:easy", "--format", "py", "--out", "again"],
        ["check", "sheet/submission.py", "--min-score", "0"],
        ["batch", "sheet"],
    ],
)
def test_no_command_without_an_assignment_loads_a_database(
    command: list[str], tmp_path: Path
) -> None:
    sheet = ("--problem", "conv1d-hand:easy", "--format", "py", "--out", tmp_path / "sheet")
    assert grader("generate", *sheet).exit_code == 0
    run = in_a_process(*command, folder=tmp_path, options=("-X", "importtime"))
    assert run.returncode == 0
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in run.stderr.splitlines()}
    assert "grader" in loaded
    assert loaded.isdisjoint({"sqlalchemy", "alembic", "psycopg", "distributed"})


def test_a_reader_that_stops_reading_is_no_fault_of_ours(tmp_path: Path) -> None:
    shown = subprocess.run(
        ["sh", "-c", f"'{sys.executable}' -m grader families --json | head -n 1"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout == "[\n"
    assert "fault" not in shown.stderr
    assert "Traceback" not in shown.stderr


@pytest.mark.parametrize(
    "command",
    [["families"], ["families", "--json"], ["show", "cnn-table"], ["--help"], ["batch", "."]],
)
def test_a_full_disk_is_said_in_a_sentence_and_is_no_fault_of_ours(
    command: list[str], tmp_path: Path
) -> None:
    (tmp_path / "a.py").write_text("x = 1", encoding="utf-8")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        run = subprocess.run(
            [sys.executable, "-m", "grader", *command],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert run.returncode == 2
    said = "grader: the output cannot be written (No space left on device)"
    assert run.stderr.strip() == said


def test_a_fault_of_ours_that_is_no_matter_of_output_stays_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("grader.cli.cli.main", fail)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 3
    assert "a fault of the grader itself, OSError" in capsys.readouterr().err


def test_a_path_in_a_folder_that_may_not_be_entered_is_no_fault_of_ours(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def ask(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", "/locked/marks.csv")

    monkeypatch.setattr("grader.cli.cli.main", ask)
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    said = "Error: /locked/marks.csv: cannot be read or written (Permission denied)\n"
    assert capsys.readouterr().err == said


def test_letters_that_a_terminal_lacks_are_spelled_out(tmp_path: Path) -> None:
    (tmp_path / "č.py").write_text("x = 1", encoding="utf-8")
    run = in_a_process(
        *("batch", "."), folder=tmp_path, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert run.returncode == 1, run.stderr
    assert run.stdout.isascii()
    assert "\\u2013" in run.stdout  # the dash in place of marks


@pytest.mark.parametrize("name", ["check", "families", "generate", "show"])
def test_a_command_that_is_interrupted_has_a_status_of_its_own(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    command = importlib.import_module(f"grader.cli.{name}").command
    monkeypatch.setattr(command, "callback", interrupted)
    arguments = {"check": ["a.py"], "generate": ["--out", str(tmp_path)], "show": ["cnn-table"]}
    result = grader(name, *arguments.get(name, []))
    assert (result.exit_code, result.stderr) == (130, "stopped\n")


@pytest.mark.parametrize(("argument", "status"), [("families", 0), ("famliies", 2)])
def test_a_command_ends_once_all_is_done_that_was_to_be_done(argument: str, status: int) -> None:
    program = (
        "import sys\n"
        "import grader.cli\n"
        "class Kept:\n"
        "    def __del__(self): print('taken apart')\n"
        "sys.kept = Kept()\n"
        "def main():\n"
        "    import atexit\n"
        "    atexit.register(print, 'done at the end')\n"
        "    command()\n"
        "command, grader.cli.main = grader.cli.main, main\n"
        f"sys.argv = ['grader', {argument!r}]\n"
        "grader.cli.run()\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert run.returncode == status, run.stderr
    assert run.stdout.splitlines()[-1] == "done at the end"
