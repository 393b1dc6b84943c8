"""Certificates as one page: difficulty, the distribution of answers, mistakes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from grader.certification.certificate import Certificate, LevelSummary

_MOST_FAULTS = 50
_MOST_VALUES = 4
_LONGEST = 60
_BINS, _WIDTH, _HEIGHT = 24, 280, 70


def as_html(certificates: Sequence[Certificate]) -> str:
    """The page."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2").render(
        certificates=certificates,
        most_faults=_MOST_FAULTS,
        histogram=_histogram,
        commonest=_commonest,
        mistakes=_mistakes,
        told=_told,
        ways=_ways_to_guess,
    )


def _histogram(level: LevelSummary) -> Markup:
    """How many variants there are of each effort, as a small drawing; the line is the median."""
    least, most = min(level.efforts), max(level.efforts)
    span = max(most - least, 1)
    counts = [0] * _BINS
    for effort in level.efforts:
        counts[min((effort - least) * _BINS // span, _BINS - 1)] += 1
    width, highest = _WIDTH / _BINS, max(counts)
    bars = Markup("").join(
        Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
            n * width, _HEIGHT * (1 - count / highest), width - 1, _HEIGHT * count / highest
        )
        for n, count in enumerate(counts)
        if count
    )
    middle = (level.effort.middle - least) / span * _WIDTH
    return Markup(
        '<svg viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img" '
        'aria-label="efforts from {least} to {most}, median {m:g}">{bars}'
        '<line x1="{x:.1f}" x2="{x:.1f}" y1="0" y2="{b}"/>'
        '<text x="0" y="{h}">{least}</text>'
        '<text x="{w}" y="{h}" text-anchor="end">{most}</text></svg>'
    ).format(
        w=_WIDTH,
        h=_HEIGHT + 14,
        b=_HEIGHT,
        least=least,
        most=most,
        m=level.effort.middle,
        x=middle,
        bars=bars,
    )


def _commonest(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    return [
        (value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…", count)
        for value, count in islice(counts.items(), _MOST_VALUES)
    ]


def _mistakes(found: Certificate) -> list[str]:
    return list(dict.fromkeys(key for level in found.levels for key in level.slips))


def _ways_to_guess(found: Certificate) -> list[str]:
    return list(dict.fromkeys(way for level in found.levels for way in level.guesses))


def _told(level: LevelSummary, key: str) -> str:
    if key not in level.slips:
        return "–"
    shown, told = level.slips[key]
    return f"{shown}, told {told}" if told else str(shown)
