"""Small drawings of a report, as SVG without a style of its own: the page's sheet colours them."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from grader.class_report.intervals import Interval
from grader.class_report.summary import Marks
from grader.class_report.times import Bar

_WIDTH, _HEIGHT, _FOOT, _TOP = 640, 160, 24, 24
_OF_INTERVAL, _THICK = 120, 14


def histogram_of_marks(marks: Marks) -> Markup:
    """How many students have how much; the lines are the median and the quartiles."""
    unit = " %" if marks.are_shares else ""
    told = (
        f"histogram of the marks of {marks.number} students: quartiles {marks.lower:g}{unit} and "
        f"{marks.upper:g}{unit}, median {marks.median:g}{unit}"
    )
    lines = [(each / marks.most, kind) for each, kind in _lines_of(marks)]
    ends = ("0", f"{marks.most:g}{unit}")
    return _bars(marks.bars, told, ends, lines)


def _lines_of(marks: Marks) -> list[tuple[float, str]]:
    return [(marks.lower, "quartile"), (marks.median, "median"), (marks.upper, "quartile")]


def time_line(bars: Sequence[Bar], *, has_deadline: bool, told: str) -> Markup:
    """How many files came when; the line is the deadline."""
    start, end = bars[0].start, bars[-1].end
    deadline = -start / (end - start)
    lines = [(deadline, "deadline")] if has_deadline and 0 <= deadline <= 1 else []
    ends = (_hours(start, has_deadline=has_deadline), _hours(end, has_deadline=has_deadline))
    return _bars([bar.number for bar in bars], told, ends, lines)


def _hours(hours: float, *, has_deadline: bool) -> str:
    if not hours:
        return "deadline" if has_deadline else "first file"
    number = abs(hours)
    words = f"{number / 24:g} d" if number >= 48 and number % 24 == 0 else f"{number:g} h"
    of = "deadline" if has_deadline else "first file"
    return f"{words} {'after' if hours > 0 else 'before'} {of}"


def _bars(
    counts: Sequence[int], told: str, ends: tuple[str, str], lines: Sequence[tuple[float, str]]
) -> Markup:
    width, highest = _WIDTH / len(counts), max([*counts, 1])
    parts = [
        Markup(
            '<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"><title>{}</title></rect>'
        ).format(
            n * width + 1,
            _TOP + _HEIGHT * (1 - count / highest),
            max(width - 2, 1),
            _HEIGHT * count / highest,
            count,
        )
        for n, count in enumerate(counts)
        if count
    ]
    parts += [
        Markup('<line class="{k}" x1="{x:.1f}" x2="{x:.1f}" y1="{t}" y2="{b}"/>').format(
            k=kind, x=place * _WIDTH, t=_TOP - 6, b=_TOP + _HEIGHT
        )
        for place, kind in lines
    ]
    return Markup(
        '<svg class="chart" viewBox="0 0 {w} {h}" role="img" aria-label="{told}">{parts}'
        '<line class="foot" x1="0" x2="{w}" y1="{b}" y2="{b}"/>'
        '<text x="0" y="{f}">{start}</text>'
        '<text x="{w}" y="{f}" text-anchor="end">{end}</text>'
        '<text x="0" y="16">{most}</text></svg>'
    ).format(
        w=_WIDTH,
        h=_TOP + _HEIGHT + _FOOT,
        b=_TOP + _HEIGHT,
        f=_TOP + _HEIGHT + _FOOT - 6,
        told=told,
        parts=Markup("").join(parts),
        start=ends[0],
        end=ends[1],
        most=f"most in one bar: {highest}",
    )


def interval_bar(value: float | None, interval: Interval | None, least: float) -> Markup:
    """Where a number lies between the ``least`` and 1, as a dot on a line; the cell has it too."""
    if value is None or interval is None:
        return Markup("")

    def place(number: float) -> float:
        return (number - least) / (1 - least) * _OF_INTERVAL

    return Markup(
        '<svg class="interval" viewBox="-4 0 {w} {t}" aria-hidden="true">'
        '<line class="axis" x1="0" x2="{o}" y1="{m}" y2="{m}"/>{zero}'
        '<line class="range" x1="{low:.1f}" x2="{high:.1f}" y1="{m}" y2="{m}"/>'
        '<circle cx="{at:.1f}" cy="{m}" r="3.5"/></svg>'
    ).format(
        w=_OF_INTERVAL + 8,
        o=_OF_INTERVAL,
        t=_THICK,
        m=_THICK // 2,
        low=place(interval.low),
        high=place(interval.high),
        at=place(value),
        zero=Markup('<line class="axis" x1="{x:.1f}" x2="{x:.1f}" y1="2" y2="{y}"/>').format(
            x=place(0.0), y=_THICK - 2
        )
        if least < 0
        else "",
    )
