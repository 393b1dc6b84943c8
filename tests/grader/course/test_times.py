"""When files were handed in, as a table says."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from grader.course.times import Times, TimesError, is_late_by_name, read_times

ZAGREB = ZoneInfo("Europe/Zagreb")


def table(folder: Path, text: str) -> Path:
    path = folder / "times.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_time_without_a_zone_is_by_the_clocks_of_the_assignment(tmp_path: Path) -> None:
    times = read_times(table(tmp_path, "student,time\n100,2026-12-15 23:58\n"), ZAGREB)
    assert times.of("any.py", "100") == datetime(2026, 12, 15, 22, 58, tzinfo=UTC)


def test_a_time_with_its_zone_is_taken_as_it_is(tmp_path: Path) -> None:
    times = read_times(table(tmp_path, "student;time\n100;2026-12-15T22:58:00Z\n"), None)
    assert times.of("any.py", "100") == datetime(2026, 12, 15, 22, 58, tzinfo=UTC)


def test_a_file_is_named_by_its_path_its_name_or_a_pattern(tmp_path: Path) -> None:
    text = "file,time\n100/a.py,2026-12-15 01:00\nb.py,2026-12-15 02:00\n1*,2026-12-15 03:00\n"
    times = read_times(table(tmp_path, text), UTC)
    hours = [times.of(name, "x") for name in ("100/a.py", "7/b.py", "101/c.py", "2/c.py")]
    assert [None if each is None else each.hour for each in hours] == [1, 2, 3, None]


def test_a_file_comes_before_its_student(tmp_path: Path) -> None:
    text = "student,file,time\n100,,2026-12-15 01:00\n,a.py,2026-12-15 02:00\n"
    times = read_times(table(tmp_path, text), UTC)
    found = times.of("a.py", "100")
    assert found is not None
    assert found.hour == 2


def test_nothing_is_known_of_what_is_not_in_the_table() -> None:
    assert Times().of("a.py", "100") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("student\n100\n", "line 1: columns `time` and `file` or `student` were expected"),
        ("time\n2026-12-15 01:00\n", "line 1: columns `time`"),
        ("student,time\n100,yesterday\n", "line 2: a time such as 2026-12-15 23:58 was expected"),
        ("student,time\n100,2026-12-15 01:00\n", "line 2: '2026-12-15 01:00' has no time zone"),
        ("student,time\n,2026-12-15 01:00Z\n", "line 2: a file or a student was expected"),
        (
            "student,time\nA,2026-12-15 01:00Z\na,2026-12-15 02:00Z\n",
            "line 3: 'a' has a time already",
        ),
    ],
)
def test_a_table_that_says_no_time_is_refused_by_its_line(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(TimesError, match=said):
        read_times(table(tmp_path, text), None)


def test_canvas_marks_files_as_late_in_their_names() -> None:
    assert is_late_by_name("anicana_LATE_123456_7890_hw3.py")
    assert not is_late_by_name("anicana_123456_7890_hw3.py")
    assert not is_late_by_name("LATE/hw3.py")
