"""``grader key new`` makes the key of a course, and never shows or loses one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from grader.course.key import read_key
from tests.grader.cli.commands import grader, in_a_process


def test_a_key_is_made_here_and_can_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = grader("key", "new")
    assert result.exit_code == 0
    assert result.stdout == "course.key\n"
    assert "Keep a copy in a safe place" in result.stderr
    assert len(read_key(tmp_path, {}).digest("x")) == 32
    secret = (tmp_path / "course.key").read_text().split()[1]
    assert secret[:8] not in result.output
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "course.key").stat().st_mode) == 0o600


def test_a_key_is_made_in_a_file_that_is_named(tmp_path: Path) -> None:
    result = grader("key", "new", tmp_path / "my.key")
    assert result.exit_code == 0
    assert (tmp_path / "my.key").read_text().startswith("grader-key-1 ")


def test_a_key_that_is_there_is_refused_and_left_alone(tmp_path: Path) -> None:
    grader("key", "new", tmp_path / "my.key")
    before = (tmp_path / "my.key").read_bytes()
    result = grader("key", "new", tmp_path / "my.key")
    assert result.exit_code == 2
    assert "my.key is there already and is left alone: sheets may have been drawn" in result.stderr
    assert (tmp_path / "my.key").read_bytes() == before


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    result = grader("key", "new", tmp_path / "none" / "course.key")
    assert result.exit_code == 2
    assert "the key cannot be written (No such file or directory)" in result.stderr


@pytest.mark.parametrize(
    "command", [["check", "--help"], ["generate", "--seed", "7", "--out", "sheet"]]
)
def test_practice_does_not_load_what_only_courses_need(command: list[str], tmp_path: Path) -> None:
    run = in_a_process(*command, folder=tmp_path, options=("-X", "importtime"))
    assert run.returncode == 0, run.stderr[-500:]
    loaded = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines()}
    assert "grader.cli" in loaded
    assert not [name for name in loaded if name.startswith(("msgspec", "grader.course"))]
