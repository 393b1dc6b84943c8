"""When a class has handed in."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from grader.class_report.times import TimeLine
from grader.course.counting import MarkedFile
from grader.course.handed import Handed
from grader.course.lateness import Lateness, Timing
from grader.course.matching import Match

DEADLINE = datetime(2026, 12, 15, 23, 59, tzinfo=ZoneInfo("Europe/Zagreb"))


def handed(hours: float | None, timing: Timing = Timing.ON_TIME) -> MarkedFile:
    """A file that came so many hours after the deadline; None where nobody knows."""
    when = None if hours is None else DEADLINE + timedelta(hours=hours)
    return MarkedFile(Handed("1.py", Match("1"), when, Lateness(timing)))


def test_the_deadline_is_the_border_of_two_bars_and_is_on_time() -> None:
    times = TimeLine()
    for hours in (-1.5, -0.5, 0, 0.01):
        times.add(handed(hours), DEADLINE)
    words, bars = times.bars()
    assert words == "hour"
    assert [(bar.start, bar.end, bar.number) for bar in bars] == [
        (-2, -1, 1),
        (-1, 0, 2),
        (0, 1, 1),
    ]


def test_a_long_time_has_longer_bars_and_all_files_are_in_them() -> None:
    times = TimeLine()
    for day in range(40):
        times.add(handed(-24.0 * day), DEADLINE)
    words, bars = times.bars()
    assert words == "week"
    assert sum(bar.number for bar in bars) == 40


def test_one_that_came_years_before_makes_no_bars_of_years() -> None:
    times = TimeLine()
    for hours in (-24.0 * 4000, -3, -2):
        times.add(handed(hours), DEADLINE)
    bars = times.bars()[1]
    assert len(bars) < 100
    assert sum(bar.number for bar in bars) == 3


def test_late_files_and_those_of_unknown_times_are_counted() -> None:
    times = TimeLine()
    for hours, timing in [
        (2, Timing.LATE),
        (99, Timing.TOO_LATE),
        (None, Timing.UNKNOWN),
        (-1, Timing.ON_TIME),
    ]:
        times.add(handed(hours, timing), DEADLINE)
    assert (times.late, times.too_late, times.unknown, times.known) == (1, 1, 1, 3)


def test_without_a_deadline_hours_are_counted_from_the_first_file() -> None:
    times = TimeLine()
    for hours in (5, 7.5):
        times.add(handed(hours), None)
    assert not times.has_deadline
    assert [bar.number for bar in times.bars()[1]] == [1, 0, 0, 1]


def test_who_has_an_extension_is_measured_by_it() -> None:
    times = TimeLine()
    times.add(handed(30), DEADLINE + timedelta(days=2))
    assert times.bars()[1][0].end == -18


def test_without_times_there_are_no_bars() -> None:
    times = TimeLine()
    times.add(handed(None), DEADLINE)
    assert times.bars() == ("", ())
    assert times.ends is None
