"""When a class has handed in, from the deadline of each student on."""

from __future__ import annotations

import math
from array import array
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from grader.course.counting import MarkedFile
from grader.course.lateness import Timing

_HOUR = 3600.0
_UNITS = ((1, "hour"), (6, "6 hours"), (24, "day"), (24 * 7, "week"))
"""How long a bar may stand for, in hours, and the words for it."""
_MOST_BARS = 24


class Bar(NamedTuple):
    """The files that came from one time to another, in hours after the deadline or the first."""

    start: float
    end: float
    number: int


class TimeLine:
    """The times of all files that count; those that nobody knows are counted alone."""

    def __init__(self) -> None:
        self.unknown = self.late = self.too_late = 0
        self._after = array("d")
        self._moments = array("d")
        self._first: datetime | None = None
        self._last: datetime | None = None

    def add(self, file: MarkedFile, deadline: datetime | None) -> None:
        """The file that counts of a student, and until when that student may hand in."""
        lateness, when = file.handed.lateness, file.handed.when
        if lateness is not None:
            self.late += lateness.timing is Timing.LATE
            self.too_late += lateness.timing is Timing.TOO_LATE
        if when is None:
            self.unknown += 1
            return
        moment = when.astimezone(UTC).timestamp()
        if self._first is None or when < self._first:
            self._first = when
        if self._last is None or when > self._last:
            self._last = when
        self._moments.append(moment)
        if deadline is not None:
            self._after.append((moment - deadline.astimezone(UTC).timestamp()) / _HOUR)

    @property
    def known(self) -> int:
        """The files of which the time is known."""
        return len(self._moments)

    @property
    def has_deadline(self) -> bool:
        """Whether the hours are counted from the deadline, and not from the first file."""
        return bool(self._after)

    @property
    def ends(self) -> tuple[datetime, datetime] | None:
        """When the first one came, and the last; None where no time is known."""
        return None if self._first is None or self._last is None else (self._first, self._last)

    def bars(self) -> tuple[str, Sequence[Bar]]:
        """How many came in each stretch of time, and how long one is, in words.

        The deadline is the border of two; what came exactly then was on time.
        """
        hours = self._hours()
        if not hours:
            return "", ()
        low, high = min(hours), max(hours)
        fitting = (each for each in _UNITS if (high - low) / each[0] <= _MOST_BARS)
        length, words = next(fitting, _UNITS[-1])
        places = [math.ceil(each / length) for each in hours]
        least = max(min(places), max(places) - 4 * _MOST_BARS)
        counts = dict.fromkeys(range(least, max(places) + 1), 0)
        for place in places:
            counts[max(place, least)] += 1
        return words, [
            Bar((place - 1) * length, place * length, number) for place, number in counts.items()
        ]

    def _hours(self) -> Sequence[float]:
        if self._after:
            return self._after
        first = min(self._moments, default=0.0)
        return [(moment - first) / _HOUR for moment in self._moments]
