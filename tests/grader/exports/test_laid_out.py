"""What Gradescope lays out is read: one file, one student, and when."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from grader.exports.laid_out import (
    LaidOutError,
    Metadata,
    NotMarkedError,
    metadata_in,
    one_file_in,
    student_of,
)
from grader.render.script import blank, script
from grader.sheet.sheet import draw_sheet
from tests.grader.exports.classes import student

SHEET = script(draw_sheet("7", ["equivariance:easy"], "en"), blank)
ANA = student("100", "Ana Anić", email="Ana@example.org")
BO = student("101", "Bo Bee", email="bo@example.org")


def laid_out(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / "submission" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def test_one_file_is_the_one(tmp_path: Path) -> None:
    root = laid_out(tmp_path, **{"my work/a.py": "x = 1\n", "notes.txt2": "", ".git/config.py": ""})
    assert one_file_in(root) == tmp_path / "submission" / "my work" / "a.py"


def test_of_several_the_one_that_names_its_sheet_is_the_one(tmp_path: Path) -> None:
    root = laid_out(tmp_path, **{"helper.py": "x = 1\n", "hw.py": SHEET})
    assert one_file_in(root).name == "hw.py"


@pytest.mark.parametrize("files", [{"a.py": "", "b.py": ""}, {"a.py": SHEET, "b.py": SHEET}])
def test_of_others_nobody_can_tell(tmp_path: Path, files: dict[str, str]) -> None:
    with pytest.raises(NotMarkedError) as raised:
        one_file_in(laid_out(tmp_path, **files))
    assert (raised.value.key, raised.value.details) == ("several-files", {"names": "a.py, b.py"})


def test_nothing_to_mark_and_no_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(LaidOutError, match=r"submission: the folder cannot be read"):
        one_file_in(tmp_path)
    (tmp_path / "submission").mkdir()
    with pytest.raises(NotMarkedError) as raised:
        one_file_in(tmp_path)
    assert raised.value.key == "no-file"


def test_who_and_when_is_read(tmp_path: Path) -> None:
    told = {
        "id": 1,
        "created_at": "2026-12-15T22:58:00.365935Z",
        "users": [{"email": "ana@example.org", "id": 5, "name": "Ana Anić"}],
    }
    (tmp_path / "submission_metadata.json").write_text(json.dumps(told), encoding="utf-8")
    assert metadata_in(tmp_path) == Metadata(
        (("ana@example.org", "Ana Anić"),), datetime(2026, 12, 15, 22, 58, 0, 365935, UTC)
    )


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"users": [1]}', '{"users": []  , "created_at": "2026-12-15T22:58:00"}'],
)
def test_what_is_no_metadata_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "submission_metadata.json").write_text(text)
    with pytest.raises(LaidOutError, match=r"created_at w(as|ere) expected"):
        metadata_in(tmp_path)


def test_metadata_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LaidOutError, match=r"submission_metadata.json: the file cannot be read"):
        metadata_in(tmp_path)


def test_a_student_is_known_by_the_address() -> None:
    told = Metadata((("ANA@example.org", "Somebody Else"),), None)
    assert student_of(told, [BO, ANA]) is ANA


def test_by_the_name_where_the_roster_has_no_addresses() -> None:
    there = [student("1", "Ana Anić"), student("2", "Bo Bee")]
    assert student_of(Metadata((("x@example.org", "ana anić"),), None), there) is there[0]


@pytest.mark.parametrize("user", [("x@example.org", "Ana Anić"), ("", "")])
def test_a_name_alone_is_nobody_where_there_are_addresses(user: tuple[str, str]) -> None:
    with pytest.raises(NotMarkedError) as raised:
        student_of(Metadata((user,), None), [ANA, BO])
    assert raised.value.key == "not-in-roster"


def test_two_students_are_told_of() -> None:
    users = (("ana@example.org", "Ana"), ("bo@example.org", "Bo"))
    with pytest.raises(NotMarkedError) as raised:
        student_of(Metadata(users, None), [ANA, BO])
    assert (raised.value.key, raised.value.details) == ("several-students", {"names": "Ana, Bo"})
