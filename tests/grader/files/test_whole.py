"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from grader.files.whole import UnwritableError, is_same_file, readable, write_whole


def test_a_text_is_written_with_its_folders_and_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "ž.txt"
    write_whole(path, "ž\nline 2\r\n")
    assert path.read_bytes() == "ž\nline 2\r\n".encode()


def test_a_file_that_was_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "marks.csv"
    path.write_text("a much longer text than the new one", encoding="utf-8")
    write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_half_a_text_is_never_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "marks.csv"
    write_whole(path, "old")

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UnwritableError, match=r"marks.csv: cannot be written \(No space left"):
        write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_text_that_cannot_be_encoded_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(UnicodeEncodeError):
        write_whole(tmp_path / "marks.csv", "half a character: \ud800")
    assert list(tmp_path.iterdir()) == []


def test_an_interruption_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "marks.csv", "new")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_place_of_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UnwritableError, match=r"marks\.csv: cannot be written"):
        write_whole(tmp_path / "file" / "marks.csv", "new")


def test_a_folder_in_place_of_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "marks.csv").mkdir()
    with pytest.raises(UnwritableError, match=r"marks\.csv: cannot be written"):
        write_whole(tmp_path / "marks.csv", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["marks.csv"]


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_file_has_the_rights_that_any_new_file_has(tmp_path: Path, mask: int, mode: int) -> None:
    before = os.umask(mask)
    try:
        write_whole(tmp_path / "marks.csv", "new")
        assert (tmp_path / "marks.csv").stat().st_mode & 0o777 == mode
        assert os.umask(mask) == mask
    finally:
        os.umask(before)


def test_the_mask_of_the_process_is_never_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(mask: int) -> int:
        raise AssertionError(f"other threads write files under the mask {mask:o} meanwhile")

    monkeypatch.setattr("os.umask", fail)
    write_whole(tmp_path / "marks.csv", "new")
    assert (tmp_path / "marks.csv").read_text(encoding="utf-8") == "new"


def test_the_rights_of_a_file_that_is_replaced_are_those_of_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "marks.csv"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o400)
    before = os.umask(0o027)
    try:
        write_whole(path, "new")
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_is_there_under_the_name_of_the_temporary_file_is_not_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda _: "0")
    (tmp_path / "other").write_text("mine", encoding="utf-8")
    (tmp_path / ".grader-0").symlink_to(tmp_path / "other")
    with pytest.raises(UnwritableError, match=r"marks\.csv: cannot be written \(File exists\)"):
        write_whole(tmp_path / "marks.csv", "new")
    assert (tmp_path / "other").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_is_not_wanted_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(UnwritableError, match=r"cannot be written \(No such file or directory\)"):
        write_whole(tmp_path / "new" / "marks.csv", "new", make_folder=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (os.fsdecode(b"a\xff\x80.py"), "a\\xff\\x80.py"),
        ("č 16 × 24", "č 16 × 24"),
        ("\ud800", "\\ud800"),
    ],
)
def test_a_readable_name_is_utf_8(name: str, shown: str) -> None:
    assert readable(name) == shown
    assert readable(name).encode()


def test_a_file_with_the_longest_name_that_there_is_is_written(tmp_path: Path) -> None:
    path = tmp_path / ("m" * 251 + ".csv")
    write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "new"


def test_a_text_is_on_the_disk_before_it_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "marks.csv"
    path.write_text("old", encoding="utf-8")
    seen: list[str] = []
    monkeypatch.setattr("os.fsync", lambda _: seen.append(path.read_text(encoding="utf-8")))
    write_whole(path, "new")
    assert seen == ["old"]


def test_two_spellings_lead_to_one_file(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "there.csv").write_text("", encoding="utf-8")
    (tmp_path / "hard.csv").hardlink_to(tmp_path / "there.csv")
    (tmp_path / "link.csv").symlink_to("new.csv")
    for one, other in (
        ("new.csv", "a/../new.csv"),
        ("new.csv", "link.csv"),
        ("there.csv", "hard.csv"),
    ):
        assert is_same_file(tmp_path / one, tmp_path / other), (one, other)
    assert not is_same_file(tmp_path / "new.csv", tmp_path / "there.csv")
    assert not is_same_file(tmp_path / "new.csv", tmp_path / "newer.csv")
