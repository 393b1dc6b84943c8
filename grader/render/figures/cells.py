"""Maps with their numbers, and a kernel that lies on one."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np

from grader.render.figures.canvas import INK, PALE, Canvas, grey, number, width_of
from problems.figures import Grid, Windows

_SIDE = 34.0
_SIZE = 14.0
_HEAVY = 3.0
_SHOWN = 2
"""Where a kernel lies for so many outputs: the first, and the next along the last axis."""


def grid(drawing: Grid) -> Canvas:
    """Each cell with its number, the darker the larger; marked ones have a heavy border."""
    canvas = Canvas()
    rows, columns = drawing.cells.shape
    side = _side(drawing.cells)
    numbers = [_as_float(cell) for cell in drawing.cells.flat]
    least, most = min(numbers), max(numbers)
    for row, column in product(range(rows), range(columns)):
        cell = drawing.cells[row, column]
        share = (_as_float(cell) - least) / (most - least) if most > least else 0.0
        canvas.box(column * side, row * _SIDE, side, _SIDE, fill=grey(share))
        canvas.words(column * side + side / 2, row * _SIDE + _SIDE / 2, number(cell), size=_SIZE)
    for row, column in sorted(drawing.marked):
        canvas.box(column * side, row * _SIDE, side, _SIDE, weight=_HEAVY)
    return canvas


def windows(drawing: Windows) -> Canvas:
    """The input, its padding in dashes, and the cells that the kernel meets for two outputs.

    Those of the first output are grey, those of the next have a heavy border.
    """
    canvas = Canvas()
    above, below, left, right = drawing.padding
    height, width = drawing.cells.shape
    side = _side(drawing.cells)
    first, second = _met(drawing, 0), _met(drawing, 1)
    for row, column in product(range(above + height + below), range(left + width + right)):
        x, y = column * side, row * _SIDE
        inside = above <= row < above + height and left <= column < left + width
        fill = grey(0.7) if (row, column) in first else "#fff"
        stroke = INK if inside else PALE
        canvas.box(x, y, side, _SIDE, fill=fill, stroke=stroke, dashed=not inside)
        if inside:
            cell = drawing.cells[row - above, column - left]
            canvas.words(x + side / 2, y + _SIDE / 2, number(cell), size=_SIZE)
    for row, column in sorted(second):
        canvas.box(column * side + 3, row * _SIDE + 3, side - 6, _SIDE - 6, weight=_HEAVY)
    return canvas


def _met(drawing: Windows, place: int) -> set[tuple[int, int]]:
    """The cells of the padded input under the kernel for an output of the first row."""
    above, below, left, right = drawing.padding
    sizes = drawing.cells.shape[0] + above + below, drawing.cells.shape[1] + left + right
    rows, columns = (
        [start + dilation * tap for tap in range(kernel)]
        for start, dilation, kernel in zip(
            (0, place * drawing.stride[1]), drawing.dilation, drawing.kernel, strict=True
        )
    )
    if rows[-1] >= sizes[0] or columns[-1] >= sizes[1]:
        return set()
    return set(product(rows, columns))


def _side(cells: np.ndarray[tuple[int, ...], np.dtype[np.object_]]) -> float:
    """How wide a cell is: the widest number fits."""
    widest = max(width_of(number(cell), _SIZE) for cell in cells.flat)
    return max(_SIDE, widest + 10)


def _as_float(cell: object) -> float:
    return float(cell) if isinstance(cell, int | float | Fraction) else 0.0
