"""Proposals rejected in whole numbers, where most are: the maxima of windows once more.

What rejects most proposals takes no more than the largest of some integers, so it is looked for
here first. A proposal that has none of it is worked out, with each mistake of its level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from problems.family import Level
from reference.sizes import pool_output_size

_AXES: Mapping[str, int] = {
    "max-of-row": 1,
    "max": 2,
    "max-down": 2,
    "max-up": 2,
    "max-padded": 2,
}
"""How many axes the windows of a maximum have, by kind."""

Stretch = tuple[int, int, bool]
"""The cells of an input that a window meets along an axis, and whether it meets padding too."""


def judge(p: Any, level: Level) -> str | None:
    """Why a proposal is rejected, or None where it has to be worked out."""
    return next(_reasons(p, level), None)


def _reasons(p: Any, level: Level) -> Iterator[str]:
    shows = False
    for given in p["inputs"]:
        for pooling in given["poolings"]:
            axes = _AXES.get(pooling["kind"])
            if axes is None:
                continue
            maxima = [found for x in _inputs(given["cells"], axes) for found in _maxima(x, pooling)]
            ((_, most),) = Counter(largest for largest, _ in maxima).most_common(1)
            if 2 * most > len(maxima):
                yield f"one value in most windows in {pooling['name']}"
            shows = shows or any(largest < 0 and padded for largest, padded in maxima)
    if level == "hard" and not shows:
        yield "the core slip padding-as-zeros does not show"


def _inputs(cells: Sequence[Any], axes: int) -> Iterator[Sequence[Sequence[int]]]:
    """One map after another; a row is a map of one row."""
    is_row = not isinstance(cells[0], list)
    if axes == 1:
        for row in [cells] if is_row else cells:
            yield [row]
    elif isinstance(cells[0][0], list):
        yield from cells
    else:
        yield cells


def _maxima(x: Sequence[Sequence[int]], pooling: Mapping[str, Any]) -> Iterator[tuple[int, bool]]:
    """The largest cell of each window, and whether the window meets padding."""
    columns = _stretches(len(x[0]), pooling)
    rows = _stretches(len(x), pooling) if _AXES[pooling["kind"]] == 2 else [(0, 1, False)]
    for (top, bottom, above), (left, right, beside) in product(rows, columns):
        yield max(max(row[left:right]) for row in x[top:bottom]), above or beside


def _stretches(size: int, pooling: Mapping[str, Any]) -> list[Stretch]:
    """What each window meets along an axis, the first window first."""
    kernel, stride, padding = pooling["kernel"], pooling["stride"], pooling.get("padding", 0)
    rounds_up = pooling["kind"] in ("max-up", "max-padded")
    out = pool_output_size(size, kernel, stride, padding, ceil_mode=rounds_up)
    stretches = []
    for start in range(-padding, out * stride - padding, stride):
        end = min(start + kernel, size + padding)
        stretches.append((max(start, 0), min(end, size), start < 0 or end > size))
    return stretches
