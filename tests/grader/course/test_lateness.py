"""What is late costs what the assignment says, never more and never a mark too many."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.course.assignment import Assignment, Late, read_assignment
from grader.course.lateness import Lateness, Timing, after_lateness, lateness

ZAGREB = ZoneInfo("Europe/Zagreb")
HEAD = """\
id = "hw"
languages = ["en"]
title.en = "Homework"
[[problem]]
family = "cnn-table"
"""
DUE = '[handing-in]\ndeadline = 2026-12-15T23:59:00\nzone = "Europe/Zagreb"\n'
RULES = '[late]\ncosts = "10%"\ngrace = "15min"\nfloor = "50%"\nuntil = "3d"\n'
LATER = '[[extension]]\nstudent = "ivo"\ndeadline = 2026-12-18T23:59:00\n'
DEADLINE = datetime(2026, 12, 15, 23, 59, tzinfo=ZAGREB)
ON_TIME, LATE, TOO_LATE, UNKNOWN = Timing


def assignment(folder: Path, text: str) -> Assignment:
    (folder / "assignment.toml").write_text(HEAD + text)
    return read_assignment(folder)


def found(folder: Path, text: str, after: timedelta, student: str = "ana") -> tuple[Timing, int]:
    told = lateness(assignment(folder, text), student, DEADLINE + after)
    return told.timing, told.units


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def hours(number: int) -> timedelta:
    return timedelta(hours=number)


def days(number: int) -> timedelta:
    return timedelta(days=number)


def test_exactly_at_the_deadline_is_on_time_and_a_second_later_is_not(tmp_path: Path) -> None:
    without_grace = DUE + '[late]\ncosts = "10%"\n'
    assert found(tmp_path, without_grace, timedelta(0)) == (ON_TIME, 0)
    assert found(tmp_path, without_grace, -days(3)) == (ON_TIME, 0)
    assert found(tmp_path, without_grace, timedelta(seconds=1)) == (LATE, 1)
    assert found(tmp_path, without_grace, timedelta(microseconds=1)) == (LATE, 1)


def test_within_the_grace_nothing_is_late_and_after_it_all_counts(tmp_path: Path) -> None:
    assert found(tmp_path, DUE + RULES, minutes(15)) == (ON_TIME, 0)
    assert found(tmp_path, DUE + RULES, minutes(15) + timedelta(seconds=1)) == (LATE, 1)
    assert found(tmp_path, DUE + RULES, days(1)) == (LATE, 1)
    assert found(tmp_path, DUE + RULES, days(1) + minutes(1)) == (LATE, 2)


def test_the_last_moment_still_counts_and_what_is_later_is_too_late(tmp_path: Path) -> None:
    assert found(tmp_path, DUE + RULES, days(3)) == (LATE, 3)
    assert found(tmp_path, DUE + RULES, days(3) + timedelta(seconds=1)) == (TOO_LATE, 0)


def test_hours_are_counted_as_they_are_started(tmp_path: Path) -> None:
    by_hours = DUE + '[late]\ncosts = 0.5\nper = "hour"\n'
    assert found(tmp_path, by_hours, hours(1)) == (LATE, 1)
    assert found(tmp_path, by_hours, hours(30) + minutes(1)) == (LATE, 31)


def test_without_rules_for_it_what_is_late_is_too_late(tmp_path: Path) -> None:
    assert found(tmp_path, DUE, timedelta(0)) == (ON_TIME, 0)
    assert found(tmp_path, DUE, timedelta(seconds=1)) == (TOO_LATE, 0)


def test_without_a_deadline_nothing_is_late_even_if_nobody_knows_when(tmp_path: Path) -> None:
    without = assignment(tmp_path, "")
    assert lateness(without, "ana", None).timing is ON_TIME
    assert lateness(without, "ana", DEADLINE + days(900)).timing is ON_TIME


def test_a_time_that_nobody_knows_is_told_and_costs_nothing(tmp_path: Path) -> None:
    told = lateness(assignment(tmp_path, DUE + RULES), "ana", None)
    assert told.timing is UNKNOWN
    assert after_lateness(Fraction(7), Fraction(10), told) == 7


def test_an_extension_moves_the_deadline_of_its_student(tmp_path: Path) -> None:
    text = DUE + RULES + LATER
    assert found(tmp_path, text, days(2), student="Ivo") == (ON_TIME, 0)
    assert found(tmp_path, text, days(4), student="Ivo") == (LATE, 1)
    assert found(tmp_path, text, days(2)) == (LATE, 2)
    assert found(tmp_path, text, days(6), student="ivo") == (LATE, 3)
    assert found(tmp_path, text, days(7), student="ivo") == (TOO_LATE, 0)


def test_a_time_without_an_offset_is_nobody_s(tmp_path: Path) -> None:
    with pytest.raises(
        ValueError, match="a time with its offset was expected, but 2026-12-15T10:00"
    ):
        lateness(assignment(tmp_path, DUE), "ana", datetime(2026, 12, 15, 10))


@pytest.mark.parametrize(
    ("deadline", "handed_in", "units"),
    [
        ("2026-03-28T12:00:00", datetime(2026, 3, 29, 13, 0, tzinfo=ZAGREB), 1),
        ("2026-03-28T12:00:00", datetime(2026, 3, 29, 13, 1, tzinfo=ZAGREB), 2),
        ("2026-10-24T12:00:00", datetime(2026, 10, 25, 11, 0, tzinfo=ZAGREB), 1),
        ("2026-10-24T12:00:00", datetime(2026, 10, 25, 11, 1, tzinfo=ZAGREB), 2),
        ("2026-10-24T12:00:00", datetime(2026, 10, 25, 10, 0, tzinfo=UTC), 1),
    ],
)
def test_a_day_has_24_hours_when_clocks_are_put_forward_or_back(
    tmp_path: Path, deadline: str, handed_in: datetime, units: int
) -> None:
    text = DUE.replace("2026-12-15T23:59:00", deadline) + '[late]\ncosts = "10%"\n'
    assert lateness(assignment(tmp_path, text), "ana", handed_in).units == units


# -- what it costs ---------------------------------------------------------------------------------


def late_by(units: int, late: Late) -> Lateness:
    return Lateness(LATE, units, units * late.unit, late)


@pytest.mark.parametrize(
    ("late", "units", "earned", "left"),
    [
        (Late(days(1), share=Fraction(1, 10)), 1, 36, 32),
        (Late(days(1), share=Fraction(1, 10)), 3, 36, 24),
        (Late(days(1), share=Fraction(1, 10)), 10, 36, 0),
        (Late(days(1), share=Fraction(1, 10), floor=Fraction(1, 2)), 9, 36, 18),
        (Late(hours(1), points=Fraction(3, 2)), 5, 36, Fraction(57, 2)),
        (Late(hours(1), points=Fraction(3, 2)), 50, 36, 0),
        (Late(days(1), share=Fraction(1, 3)), 1, 20, Fraction(20, 3)),
        (Late(days(1)), 2, 20, 20),
    ],
)
def test_each_started_unit_costs_of_the_marks_that_there_are(
    late: Late, units: int, earned: int, left: Fraction | int
) -> None:
    assert after_lateness(Fraction(earned), Fraction(40), late_by(units, late)) == left


def test_too_late_leaves_nothing_whatever_the_floor() -> None:
    late = Late(days(1), share=Fraction(1, 10), floor=Fraction(1, 2), until=days(3))
    assert after_lateness(Fraction(40), Fraction(40), Lateness(TOO_LATE, late=late)) == 0


shares = st.fractions(0, 1, max_denominator=40)
times = st.timedeltas(timedelta(0), timedelta(days=30))
rules = st.builds(
    Late,
    unit=st.sampled_from([hours(1), days(1)]),
    share=shares,
    points=st.fractions(0, 5, max_denominator=4),
    grace=st.timedeltas(timedelta(0), hours(3)),
    floor=shares,
    until=st.none() | times,
)


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Assignment:
    return assignment(tmp_path_factory.mktemp("plain"), DUE)


@given(rules, st.lists(times, min_size=2, max_size=5), shares)
def test_lateness_takes_marks_and_never_gives_any(
    plain: Assignment, late: Late, after: list[timedelta], part: Fraction
) -> None:
    """It never increases a mark, keeps the floor, and what is handed in later earns no more."""
    of = Fraction(40)
    earned = part * of
    with_rules = replace(plain, late=late)
    before = earned
    for by in sorted(after):
        told = lateness(with_rules, "ana", DEADLINE.astimezone(UTC) + by)
        left = after_lateness(earned, of, told)
        assert 0 <= left <= before
        if told.timing is not TOO_LATE:
            assert left >= late.floor * earned
        if told.timing is ON_TIME:
            assert left == earned
        before = left


@given(rules, times, st.lists(shares, min_size=2, max_size=4))
def test_who_has_earned_more_keeps_no_less(
    plain: Assignment, late: Late, after: timedelta, parts: list[Fraction]
) -> None:
    told = lateness(replace(plain, late=late), "ana", DEADLINE.astimezone(UTC) + after)
    left = [after_lateness(part * 40, Fraction(40), told) for part in sorted(parts)]
    assert left == sorted(left)
