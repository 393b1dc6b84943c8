"""A journal keeps each result as it comes; what is torn, stale or foreign is no result."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from grader.grading.journal import Journal, JournalError, key_of, usual_journal
from grader.report.as_json import as_data
from grader.report.marked import Marked
from tests.grader.report.results import FULL

DONE = Marked(Path("work/a.py"), FULL, content="1")
REFUSED = Marked(Path("work/ž.py"), error="ž.py: no", content="2")
ODD = os.fsdecode(b"\xe8.py")


def kept(path: Path) -> Journal:
    """A journal with three results in it, as an earlier run has left it."""
    written = Journal(path, resume=False)
    written.add(DONE, "a.py", "key 1")
    written.add(REFUSED, "ž.py", "key 2")
    written.add(REFUSED, ODD, "key 3")
    written.close()
    return written


def test_a_result_is_there_again_by_its_name_and_key_alone(tmp_path: Path) -> None:
    kept(tmp_path / "j")
    again = Journal(tmp_path / "j", resume=True)
    found = again.kept(DONE.path, "a.py", "key 1")
    assert found is not None
    assert (found.path, found.data, found.error) == (DONE.path, as_data(FULL), "")
    assert again.kept(DONE.path, "a.py", "key 2") is None
    assert again.kept(DONE.path, "b.py", "key 1") is None
    for name, key in (("ž.py", "key 2"), (ODD, "key 3")):
        refused = again.kept(REFUSED.path, name, key)
        assert refused is not None
        assert (refused.data, refused.error) == (None, "ž.py: no")
    again.close()


def test_the_last_result_of_a_file_counts(tmp_path: Path) -> None:
    kept(tmp_path / "j")
    again = Journal(tmp_path / "j", resume=True)
    again.add(REFUSED, "a.py", "key 9")
    again.close()
    again = Journal(tmp_path / "j", resume=True)
    assert again.kept(DONE.path, "a.py", "key 1") is None
    assert again.kept(DONE.path, "a.py", "key 9") is not None
    again.close()


def test_every_result_is_on_the_disk_before_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda handle: sizes.append(os.fstat(handle).st_size))
    kept(tmp_path / "j")
    assert len(sizes) == 4
    assert sizes[-1] == (tmp_path / "j").stat().st_size


@pytest.mark.parametrize("cut", [1, 2, 30, 60])
def test_half_a_line_of_a_batch_that_was_killed_is_dropped(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "j"
    kept(path)
    path.write_bytes(path.read_bytes()[:-cut])
    again = Journal(path, resume=True)
    assert again.kept(REFUSED.path, ODD, "key 3") is None
    assert again.kept(DONE.path, "a.py", "key 1") is not None
    again.add(REFUSED, ODD, "key 3")
    again.close()
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [json.loads(line).get("file") for line in lines][-1] == ODD
    assert Journal(path, resume=True).kept(REFUSED.path, ODD, "key 3") is not None


@pytest.mark.parametrize("length", [0, 1, 12])
def test_a_journal_that_was_killed_in_its_first_line_begins_anew(
    tmp_path: Path, length: int
) -> None:
    path = tmp_path / "j"
    kept(path)
    path.write_bytes(path.read_bytes()[:length])
    again = Journal(path, resume=True)
    assert again.is_empty
    again.close()
    assert json.loads(path.read_bytes()) == {"grader-journal": 1}


def test_a_line_that_is_no_record_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "j"
    kept(path)
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], b"\0\xff\n", b"[1]\n", b'{"file": 1}\n', *lines[1:]]))
    again = Journal(path, resume=True)
    assert again.kept(DONE.path, "a.py", "key 1") is not None
    again.close()


def test_without_resume_a_journal_begins_anew(tmp_path: Path) -> None:
    kept(tmp_path / "j")
    anew = Journal(tmp_path / "j", resume=False)
    assert anew.is_empty
    anew.close()
    assert len((tmp_path / "j").read_bytes().splitlines()) == 1


def test_a_journal_of_another_format_is_gone_on_with_by_beginning_anew(tmp_path: Path) -> None:
    path = tmp_path / "j"
    path.write_text('{"grader-journal": 99}\n{"file": "a.py"}\n', encoding="utf-8")
    again = Journal(path, resume=True)
    assert again.is_empty
    again.close()


@pytest.mark.parametrize("text", ["x = 1", "x = 1\n", "{}\n", '{"submissions": []}\n'])
@pytest.mark.parametrize("resume", [True, False])
def test_a_file_that_is_no_journal_is_never_written_over(
    tmp_path: Path, text: str, resume: bool
) -> None:
    path = tmp_path / "solution.py"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(JournalError, match=r"solution\.py is no journal of a batch; choose anothe"):
        Journal(path, resume=resume)
    assert path.read_text(encoding="utf-8") == text


def test_two_batches_do_not_write_one_journal(tmp_path: Path) -> None:
    first = Journal(tmp_path / "j", resume=False)
    with pytest.raises(JournalError, match="is in use: another batch of this folder") as refused:
        Journal(tmp_path / "j", resume=False)
    assert refused.value.is_in_use
    first.add(DONE, "a.py", "key")
    first.close()
    second = Journal(tmp_path / "j", resume=True)
    assert second.kept(DONE.path, "a.py", "key") is not None
    second.close()


def test_a_full_disk_is_said_and_leaves_what_was_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "j"
    open_journal = Journal(path, resume=False)
    open_journal.add(DONE, "a.py", "key 1")
    whole = path.read_bytes()
    really = os.write

    def half(handle: int, data: bytes) -> int:
        if len(data) < 20:
            raise OSError(errno.ENOSPC, "No space left on device")
        return really(handle, data[:-10])

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(JournalError, match=r"j cannot be written \(No space left on device\)"):
        open_journal.add(REFUSED, "ž.py", "key 2")
    open_journal.close()
    assert path.read_bytes() == whole


def test_a_journal_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for path in (tmp_path / "file" / "j", tmp_path):
        with pytest.raises(JournalError, match="cannot be written"):
            Journal(path, resume=False)


def test_a_journal_behind_a_link_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("", encoding="utf-8")
    (tmp_path / "j").symlink_to("mine")
    with pytest.raises(JournalError, match="cannot be written"):
        Journal(tmp_path / "j", resume=False)


def test_a_journal_is_for_its_owner_alone(tmp_path: Path) -> None:
    kept(tmp_path / "new" / "j")
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "new" / "j").stat().st_mode) == 0o600


def test_the_usual_place_is_one_for_each_folder_and_apart_from_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (tmp_path / "link").symlink_to("work")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    usual = usual_journal(work)
    assert usual.parent == tmp_path / "state" / "grader"
    assert usual == usual_journal(tmp_path / "link") == usual_journal(work / ".." / "work")
    assert usual != usual_journal(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", "not/absolute")  # which is to be ignored
    monkeypatch.setenv("HOME", str(tmp_path))
    assert usual_journal(work) == tmp_path / ".local" / "state" / "grader" / usual.name


def test_a_key_is_another_for_other_content_and_other_conditions() -> None:
    keys = {key_of(*each) for each in (("a",), ("b",), ("a", "A"), ("a", "A", ""), ("a,A",))}
    assert len(keys) == 5
    assert key_of("a", "A") == key_of("a", "A")
