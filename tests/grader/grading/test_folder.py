"""Everything in a folder is marked, named, or said to be closed: nothing is passed over."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from grader.grading.batch import mark_one
from grader.grading.folder import Found, look_through

LONG = "n" * 200
MOST_BYTES_OF_A_PATH = 4096


def names(found: Found, folder: Path) -> tuple[list[str], list[str], list[str]]:
    return (
        [path.relative_to(folder).as_posix() for path in found.submissions],
        [path.relative_to(folder).as_posix() for path in found.others],
        [each.error for each in found.closed],
    )


@contextmanager
def far_below(folder: Path, deep: int) -> Iterator[None]:
    """In a folder of so many long names below another; its whole path may be beyond what opens."""
    before = os.open(".", os.O_RDONLY)
    os.chdir(folder)
    try:
        for _ in range(deep):
            Path(LONG).mkdir()
            os.chdir(LONG)
        yield
    finally:
        os.fchdir(before)
        os.close(before)


def test_a_folder_that_may_not_be_read_has_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "closed" / "a.py").write_text("", encoding="utf-8")
    (tmp_path / "open.py").write_text("", encoding="utf-8")
    really = os.scandir

    def scandir(path: Path) -> object:  # whoever runs the tests may be root, whom nothing stops
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied")
        return really(path)

    monkeypatch.setattr("os.scandir", scandir)
    assert names(look_through(tmp_path), tmp_path) == (
        ["open.py"],
        [],
        ["closed: cannot be read (Permission denied), so nothing in it was marked"],
    )


def test_a_folder_beyond_the_length_of_a_path_has_a_line(tmp_path: Path) -> None:
    deep = MOST_BYTES_OF_A_PATH // len(LONG) + 1
    with far_below(tmp_path, deep):
        Path("a.py").write_text("", encoding="utf-8")
    (tmp_path / "b.py").write_text("", encoding="utf-8")
    found = look_through(tmp_path)
    assert [path.name for path in found.submissions] == ["b.py"]
    (closed,) = found.closed
    reason = "cannot be read (File name too long), so nothing in it was marked"
    assert closed.error == f"{LONG}: {reason}"
    assert len(os.fsencode(closed.path)) > MOST_BYTES_OF_A_PATH
    shutil.rmtree(tmp_path / LONG)


def test_a_file_beyond_the_length_of_a_path_has_a_line_of_its_own(tmp_path: Path) -> None:
    deep = (MOST_BYTES_OF_A_PATH - 10 - len(os.fsencode(tmp_path))) // (len(LONG) + 1)
    name = f"{'f' * 240}.py"
    with far_below(tmp_path, deep):
        Path(name).write_text("", encoding="utf-8")
    (path,) = look_through(tmp_path).submissions
    assert len(os.fsencode(path)) > MOST_BYTES_OF_A_PATH
    marked = mark_one(path)
    assert marked.error == f"{name}: the file cannot be read (File name too long)"
    assert not marked.is_our_fault
    shutil.rmtree(tmp_path / LONG)


def test_a_link_to_a_folder_is_not_followed_and_has_a_line(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "a.py").write_text("", encoding="utf-8")
    (tmp_path / "work" / "up").symlink_to("..")  # a loop
    (tmp_path / "again").symlink_to("work")
    (tmp_path / "nowhere").symlink_to("missing")
    assert names(look_through(tmp_path), tmp_path) == (
        ["work/a.py"],
        [],
        [
            "again: a link to a folder, which is not followed",
            "nowhere: a link that leads nowhere",
            "up: a link to a folder, which is not followed",
        ],
    )


def test_hidden_folders_are_passed_over_even_if_they_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    really = os.scandir

    def scandir(path: Path) -> object:
        assert Path(path) == tmp_path
        return really(path)

    monkeypatch.setattr("os.scandir", scandir)
    assert look_through(tmp_path) == Found((), (), ())


def test_a_file_that_goes_before_it_is_marked_has_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("", encoding="utf-8")
    (path,) = look_through(tmp_path).submissions
    path.unlink()
    marked = mark_one(path)
    assert "a.py: there is no such file" in marked.error
    assert (marked.is_our_fault, marked.content) == (False, "")
