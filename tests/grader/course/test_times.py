"""When a file was handed in, as a table says; nothing is guessed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from unicodedata import normalize
from zoneinfo import ZoneInfo

import pytest

from grader.course.times import Times, TimesError, is_late_by_name, read_times

ZAGREB = ZoneInfo("Europe/Zagreb")


def times(folder: Path, text: str, zone: ZoneInfo | None = ZAGREB) -> Times:
    path = folder / "times.csv"
    path.write_text(text, encoding="utf-8")
    return read_times(path, zone)


@pytest.mark.parametrize(
    "text",
    ["2026-12-15 23:58", "2026-12-15T22:58:00Z", "2026-12-16 00:58+02:00", "2026-12-15T23:58"],
)
def test_a_time_is_meant_in_its_own_zone_or_in_that_of_the_assignment(
    tmp_path: Path, text: str
) -> None:
    found = times(tmp_path, f"student;time\nANA ;{text}\n").of("x.py", "ana")
    assert found is not None
    assert found.astimezone(UTC) == datetime(2026, 12, 15, 22, 58, tzinfo=UTC)


def test_a_file_comes_before_its_student_and_a_pattern_fits_names_of_folders(
    tmp_path: Path,
) -> None:
    table = times(
        tmp_path,
        "file,student,time\nČvor*,,2026-12-01 10:00\n,ana,2026-12-02 10:00\n",
    )
    day = {name: table.of(name, "ana") for name in ("Čvor_1/a.py", "x/a.py")}
    assert {name: found.day for name, found in day.items() if found} == {
        "Čvor_1/a.py": 1,
        "x/a.py": 2,
    }
    decomposed = table.of(normalize("NFD", "čvor_2/a.py"), "bo")
    assert decomposed is not None
    assert decomposed.day == 1


def test_of_whom_nothing_is_said_nothing_is_known(tmp_path: Path) -> None:
    assert times(tmp_path, "student,time\nana,2026-12-15 23:58\n").of("x.py", "bo") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("time,day\n1,2\n", "line 1: columns `time` and `file` or `student` were expected"),
        ("student,time\nana,yesterday\n", "line 2: a time such as 2026-12-15 23:58 was expected"),
        ("student,time\nana,\n", "line 2: a time such as"),
        ("student,file,time\n,,2026-12-15 23:58\n", "line 2: a file or a student was expected"),
        (
            "student,time\nana,2026-12-15 23:58\nAna,2026-12-15 23:59\n",
            "line 3: 'Ana' has a time already; where one student handed in several files",
        ),
        ("", "line 1: columns `time`"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused_with_its_line(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(TimesError, match=said):
        times(tmp_path, text)


def test_a_time_without_any_zone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TimesError, match="has no time zone, and the assignment has none"):
        times(tmp_path, "student,time\nana,2026-12-15 23:58\n", None)


@pytest.mark.parametrize(
    ("name", "is_late"),
    [
        ("anicana_LATE_123456_7890_hw3.py", True),
        ("group/anicana_LATE_123456_7890_hw3.py", True),
        ("anicana_123456_7890_hw3.py", False),
        ("LATE/hw3_LATE.py", False),
    ],
)
def test_canvas_says_in_a_name_that_a_file_is_late(name: str, is_late: bool) -> None:
    assert is_late_by_name(name) is is_late
