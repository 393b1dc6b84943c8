"""A file, a notebook or an archive is read as it was handed in; anything else is refused."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from grader.grading.folder import submissions_in
from grader.intake.error import SubmissionError
from grader.intake.handed_in import ARCHIVES, read_handed_in
from grader.intake.program import Program
from grader.render.script import blank, script
from grader.render.statement import points
from tests.grader.cli.commands import grader, in_a_process
from tests.grader.intake.archives import MEGABYTE, SHEET, SOLUTION, packed, refused, tarred, zipped

FULL = sum(points(problem) for problem in SHEET.problems)


@pytest.mark.parametrize("suffix", [*ARCHIVES, ".ZIP", ".Tar.GZ"])
def test_the_file_in_an_archive_is_the_submission(tmp_path: Path, suffix: str) -> None:
    path = packed(tmp_path / f"ana{suffix}", {"work/submission.py": SOLUTION})
    assert read_handed_in(path) == Program("work/submission.py", SOLUTION, f"ana{suffix}")


@pytest.mark.parametrize("name", ["a.rar", "a.7z", "a.gz", "a.zip.doc", "zip", "tar.gz"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SOLUTION)
    refused(tmp_path / name, r"a \.py or \.ipynb file was expected, or a \.zip or \.tar archive")


def test_what_holds_no_program_is_no_submission(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK")
    with pytest.raises(SubmissionError, match=r"^a\.zip: the archive is damaged"):
        read_handed_in(tmp_path / "a.zip")
    (tmp_path / "folder.py").mkdir()
    with pytest.raises(SubmissionError, match="this is a folder; 'grader batch' marks folders"):
        read_handed_in(tmp_path / "folder.py")


@pytest.mark.parametrize("name", ["pipe.py", "pipe.ipynb", "pipe.zip", "pipe.tar.gz"])
def test_a_pipe_is_refused_and_never_waited_for(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    refused(tmp_path / name, "this is a pipe or a device")


def test_a_device_is_refused(tmp_path: Path) -> None:
    (tmp_path / "zero.py").symlink_to("/dev/zero")
    refused(tmp_path / "zero.py", "this is a pipe or a device")


def test_a_link_to_nothing_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link.zip").symlink_to(tmp_path / "nowhere")
    refused(tmp_path / "link.zip", "there is no such file")


def test_a_name_that_is_not_utf_8_is_spelled_out(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xe8.zip")
    said = refused(zipped(path, {"a.py": b"x = 1"}), r"\\xe8\.zip: a\.py: this is no sheet")
    assert said.isprintable()


def test_an_archive_that_is_too_large_is_refused(tmp_path: Path) -> None:
    for name in ("a.zip", "a.tar"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(32 * MEGABYTE + 1)
        refused(tmp_path / name, "may have 32 MB, but this one is larger")


@pytest.mark.parametrize("archive", ["a.zip", "a.tar.gz"])
def test_an_archive_has_the_marks_of_the_file_in_it(tmp_path: Path, archive: str) -> None:
    half = SOLUTION.replace(b"\nconv1_rf", b"\nconv1_rf = 4  #")
    (tmp_path / "a.py").write_bytes(half)
    packed(tmp_path / archive, {"a.py": half})
    plain = grader("check", tmp_path / "a.py", "--json")
    assert plain.exit_code == 1
    result = grader("check", tmp_path / archive, "--json")
    assert (result.exit_code, result.stdout) == (1, plain.stdout)


def test_a_students_own_modules_shadow_nothing(tmp_path: Path) -> None:
    shadow = "import os\nos._exit(9)\n"
    names = ("numpy.py", "random.py", "sitecustomize.py", "usercustomize.py", "numpy/__init__.py")
    files = {"submission.py": SOLUTION, **dict.fromkeys(names, shadow.encode())}
    zipped(tmp_path / "a.zip", files)
    for name in (*names, "zipfile.py", "json.py"):  # as if the archive had been unpacked there
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(shadow, encoding="utf-8")
    run = in_a_process("check", "a.zip", "--json", folder=tmp_path, options=("-P",))
    assert run.returncode == 0, run.stderr
    result = json.loads(run.stdout)
    assert result["score"] == FULL
    assert "numpy.py, random.py" in result["incidents"][0]


def test_a_folder_of_archives_is_marked(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    zipped(folder / "ana.zip", {"submission.py": SOLUTION})
    tarred(folder / "ivo.TAR.GZ", {"submission.py": script(SHEET, blank).encode()})
    zipped(folder / "eva.zip", {"submission.doc": SOLUTION})
    (folder / "notes.gz").write_bytes(b"")
    assert [path.name for path in submissions_in(folder)] == ["ana.zip", "eva.zip", "ivo.TAR.GZ"]
    result = grader("batch", folder, "--jobs", "1", "--csv", tmp_path / "a.csv")
    assert result.exit_code == 1
    lines = (tmp_path / "a.csv").read_text(encoding="utf-8").splitlines()[1:]
    scores = [line.split(",")[:3] for line in lines]
    assert [name for name, *_ in scores] == ["ana.zip", "eva.zip", "ivo.TAR.GZ"]
    assert "there is no .py or .ipynb file in the archive" in lines[1]
    assert f"{FULL}/{FULL}" in result.stdout
    assert f"0/{FULL}" in result.stdout


def test_a_refused_archive_has_status_2_and_a_line(tmp_path: Path) -> None:
    result = grader("check", zipped(tmp_path / "a.zip", {"../submission.py": SOLUTION}))
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "a.zip: the name '../submission.py' in the archive climbs" in result.stderr


def test_archives_cost_a_plain_file_no_import(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_bytes(SOLUTION)
    zipped(tmp_path / "a.zip", {"a.py": SOLUTION})
    imported = {}
    for name in ("a.py", "a.zip"):
        run = in_a_process("check", name, folder=tmp_path, options=("-X", "importtime"))
        assert run.returncode == 0
        lines = run.stderr.splitlines()
        imported[name] = {line.rpartition("|")[2].strip() for line in lines}
    ours = {"grader.intake.archive", "grader.intake.zip_archive", "grader.intake.tar_archive"}
    assert ours <= imported["a.zip"]
    assert not ours & imported["a.py"]
    assert "tarfile" not in imported["a.py"] | imported["a.zip"]


def test_a_text_is_a_submission_if_it_is_the_file_of_a_sheet(tmp_path: Path) -> None:
    (tmp_path / "submission.py.txt").write_bytes(SOLUTION)
    (tmp_path / "README.txt").write_bytes(b"how to hand in: the lines # grader-sheet: stay")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    found = [path.name for path in submissions_in(tmp_path)]
    assert found == ["gone.txt", "submission.py.txt"]
    result = grader("check", tmp_path / "submission.py.txt")
    assert result.exit_code == 0
    refused(tmp_path / "README.txt", r"a \.py or \.ipynb file was expected")


def test_a_text_in_an_archive_is_read_if_it_is_the_file_of_a_sheet(tmp_path: Path) -> None:
    files = {"README.txt": b"read me", "submission.txt": SOLUTION}
    result = grader("check", zipped(tmp_path / "a.zip", files))
    assert result.exit_code == 0
    assert "left out: README.txt" in result.stdout
