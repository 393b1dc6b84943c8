"""Printed solutions with one wrong line: which it is, what it should say, and what follows of it.

A line is a number, a shape or, of a map, one cell of it. What it should say is worked out from what
is printed before it, so that the lines after a wrong one are right in themselves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from problems.conv2d_hand import rules as of_maps
from problems.layer_costs import rules as of_layers
from problems.pooling_hand import rules as of_pooling
from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import costs as rules_of_costs
from problems.rules.sizes import NOT_ROUNDED
from reference.errors import ShapeError

Line = int | tuple[int, ...]


def _wrong_lines(lines: Sequence[Line], printed: Sequence[Line]) -> Iterator[int]:
    for number, (right, found) in enumerate(zip(lines, printed, strict=True), start=1):
        if not np.array_equal(right, found):
            yield number


def wrong_line(lines: Sequence[Line], printed: Sequence[Line]) -> int:
    """The number, from 1, of the line that does not say what follows from the lines before it.

    ``lines`` is what each should say, given what is printed before it. Raises ShapeError where all
    lines are right.
    """
    for number in _wrong_lines(lines, printed):
        return number
    raise ShapeError(f"a wrong line is needed, but all {len(printed)} are right")


def _line_after(lines: Sequence[Line], printed: Sequence[Line], goes_on: bool) -> int:
    number = wrong_line(lines, printed) + 1
    if not goes_on or number > len(printed):
        raise NotApplicableError("no line goes on from the wrong one")
    return number


def _last_line(lines: Sequence[Line], printed: Sequence[Line], goes_on: bool) -> int:
    _line_after(lines, printed, goes_on)
    return len(printed)


WRONG_LINE = Rule(
    "wrong-line",
    wrong_line,
    slips=(
        Slip(
            "lines-counted-from-zero",
            lambda lines, printed: wrong_line(lines, printed) - 1,
            place_alone=True,
        ),
        Slip("next-line-for-mistake", _line_after, place_alone=True),
        Slip("last-line-for-mistake", _last_line, place_alone=True),
    ),
    operations=lambda lines: len(lines),
)

RESULT_KEPT = Slip("result-not-renewed", lambda printed: printed)
"""The mistake is put right, and the last line left as it is printed."""

# -- shapes ----------------------------------------------------------------------------------------

CONV_SHAPE = of_layers.VALID_SHAPE.but(without=("same-for-valid",))
"""Without a mistake that only copies what is printed."""
POOL_SHAPE = of_pooling.POOL_SHAPE.but(without=(NOT_ROUNDED, "brackets-left-out-of-size"))
LAST_SHAPE = CONV_SHAPE.but(also=(RESULT_KEPT,))

# -- counts ----------------------------------------------------------------------------------------

CONV_PARAMETERS = of_layers.MAP_PARAMETERS
AFFINE_PARAMETERS = rules_of_costs.AFFINE_PARAMETERS.but(
    without=("only-channels-kept", "flattened-vector-again", NOT_ROUNDED)
)
WEIGHTS = of_layers.DENSE_CONNECTIONS.but(
    without=(
        *("output-places-forgotten", "input-places-forgotten", "window-for-all-inputs"),
        "bias-counted-as-connection",
    )
)
"""Of a fully connected layer without bias: one for each connection."""


def total_of_lines(lines: Sequence[int]) -> int:
    """The sum of what the lines say. Raises ShapeError without lines."""
    if len(lines) == 0:
        raise ShapeError("lines are needed, but there is none")
    return sum(lines)


TOTAL = Rule(
    "total-of-lines",
    total_of_lines,
    slips=(
        RESULT_KEPT,
        Slip(
            "corrected-the-wrong-way",
            lambda printed, wrong, right: printed + wrong - right,
        ),
        Slip("corrected-line-left-out", lambda lines, right: sum(lines) - right),
        Slip("both-lines-counted", lambda lines, wrong: sum(lines) + wrong),
    ),
    operations=lambda lines: len(lines) - 1,
)

# -- a map -----------------------------------------------------------------------------------------

PADDED_AFTER = of_maps.PADDED_AFTER
MAP = of_maps.CORRELATION


def wrong_place(q: Any, printed: Any) -> tuple[int, int]:
    """Row and column, from 1, of the cell where a printed map (H, W) is not the map q (H, W).

    Raises ShapeError for maps of other sizes, or alike.
    """
    right, found = np.asarray(q, dtype=object), np.asarray(printed, dtype=object)
    if right.shape != found.shape:
        raise ShapeError(
            f"a printed map of shape {right.shape} is needed, but its shape is {found.shape}"
        )
    for row, column in np.ndindex(*right.shape):
        if right[row, column] != found[row, column]:
            return row + 1, column + 1
    raise ShapeError("a map with a wrong cell is needed, but all cells are right")


def wrong_row(q: Any, printed: Any) -> int:
    """The row of `wrong_place`. Raises ShapeError."""
    return wrong_place(q, printed)[0]


WRONG_ROW = Rule(
    "wrong-row",
    wrong_row,
    slips=(
        Slip("column-for-row", lambda q, printed: wrong_place(q, printed)[1]),
        Slip(
            "rows-counted-from-zero",
            lambda q, printed: wrong_row(q, printed) - 1,
            place_alone=True,
        ),
    ),
    operations=lambda q: np.size(q),
)


def cell_of_map(x: Any, w: Any, row: int, column: int) -> Any:
    """One cell, counted from 1, of the cross-correlation of x (H, W) with w (K, L): a number.

    Raises ShapeError where there is none. Source: Goodfellow, Bengio, Courville, Deep Learning
    (2016), equation 9.6.
    """
    cells, kernel = np.asarray(x, dtype=object), np.asarray(w, dtype=object)
    window = cells[row - 1 : row - 1 + kernel.shape[0], column - 1 : column - 1 + kernel.shape[1]]
    if min(row, column) < 1 or window.shape != kernel.shape:
        raise ShapeError(
            f"a place is needed where the kernel lies on the map, but {(row, column)} came"
        )
    return (window * kernel).sum()


CELL = Rule(
    "cell-of-map",
    cell_of_map,
    slips=(
        Slip(
            "kernel-flipped",
            lambda x, w, row, column: cell_of_map(x, np.asarray(w)[::-1, ::-1], row, column),
        ),
        Slip(
            "kernel-transposed",
            lambda x, w, row, column: cell_of_map(x, np.transpose(w), row, column),
        ),
        Slip(
            "kernel-mirrored",
            lambda x, w, row, column: cell_of_map(x, np.asarray(w)[:, ::-1], row, column),
            other_ways=(
                lambda x, w, row, column: cell_of_map(x, np.asarray(w)[::-1], row, column),
            ),
        ),
        Slip(
            "products-averaged",
            lambda x, w, row, column: cell_of_map(x, w, row, column) * Fraction(1, int(np.size(w))),
        ),
    ),
    operations=lambda w: 2 * np.size(w) - 1,
)
