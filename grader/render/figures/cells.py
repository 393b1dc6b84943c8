"""Maps with their numbers, and a kernel that lies on one."""

from __future__ import annotations

from itertools import product

import numpy as np

from grader.render.figures.canvas import INK, PALE, Canvas, grey, number, symbol, width_of
from problems.figures import Grid, Maps, Windows

_SIDE = 34.0
_SIZE = 14.0
_HEAVY = 3.0
_NAME = 24.0
"""The height of a name above its map."""

_WIDEST = 480.0
"""Maps that would reach further stand below the others."""

_BETWEEN = 28.0


def grid(drawing: Grid) -> Canvas:
    """Each cell with its number, the darker the larger; marked ones have a heavy border."""
    canvas = Canvas()
    _draw(canvas, drawing, 0, 0)
    return canvas


def maps(drawing: Maps) -> Canvas:
    """Maps from left to right and in lines, as words are."""
    canvas = Canvas()
    left = top = line = 0.0
    for each in drawing.grids:
        wide, high = _extent(each)
        if left and left + wide > _WIDEST:
            left, top, line = 0.0, top + line + _BETWEEN, 0.0
        _draw(canvas, each, left, top)
        left += wide + _BETWEEN
        line = max(line, high)
    return canvas


def _extent(drawing: Grid) -> tuple[float, float]:
    """How wide and how high a map is with its names."""
    rows, columns = drawing.cells.shape
    own = _of_rows(drawing) + columns * _side(drawing.cells)
    name = width_of(symbol(drawing.name), _SIZE)
    return max(own, name), rows * _SIDE + (_NAME if drawing.name else 0.0)


def _of_rows(drawing: Grid) -> float:
    """How wide the names of its rows are."""
    return max((width_of(symbol(name), _SIZE) + 10 for name in drawing.rows), default=0.0)


def _draw(canvas: Canvas, drawing: Grid, left: float, top: float) -> None:
    rows, columns = drawing.cells.shape
    side = _side(drawing.cells)
    if drawing.name:
        canvas.words(left, top + _NAME / 2 - 3, symbol(drawing.name), size=_SIZE, anchor="start")
        top += _NAME
    names = _of_rows(drawing)
    for row, name in enumerate(drawing.rows):
        place = left + names - 8, top + row * _SIDE + _SIDE / 2
        canvas.words(*place, symbol(name), size=_SIZE, anchor="end")
    left += names
    shades = _shades(drawing)
    for row, column in product(range(rows), range(columns)):
        cell = drawing.cells[row, column]
        x, y = left + column * side, top + row * _SIDE
        if cell is None:
            canvas.box(x, y, side, _SIDE, fill="#fff", stroke=PALE, dashed=True)
            continue
        canvas.box(x, y, side, _SIDE, fill=grey(shades[row, column]))
        canvas.words(x + side / 2, y + _SIDE / 2, number(cell), size=_SIZE)
    for row, column in sorted(drawing.marked):
        canvas.box(left + column * side, top + row * _SIDE, side, _SIDE, weight=_HEAVY)


def _shades(drawing: Grid) -> dict[tuple[int, int], float]:
    """How dark each cell is, from 0 to 1; none is where all numbers are the same."""
    by_size = drawing.shades == "size"
    found = {
        (row, column): abs(float(cell)) if by_size else float(cell)
        for (row, column), cell in np.ndenumerate(drawing.cells)
        if cell is not None
    }
    if not found:
        return {}
    least, most = 0.0 if by_size else min(found.values()), max(found.values())
    if most <= least:
        return dict.fromkeys(found, 0.0)
    return {at: (value - least) / (most - least) for at, value in found.items()}


def windows(drawing: Windows) -> Canvas:
    """The input, its padding in dashes, and the cells that the kernel meets for two outputs.

    Those of the first output are grey, those of the next have a heavy border. It is the next along
    the row, or, where there is but one in a row, the one below.
    """
    canvas = Canvas()
    above, below, left, right = drawing.padding
    height, width = drawing.cells.shape
    side = _side(drawing.cells)
    first = _met(drawing, 0, 0)
    second = _met(drawing, 0, 1) or _met(drawing, 1, 0)
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


def _met(drawing: Windows, down: int, along: int) -> set[tuple[int, int]]:
    """The cells of the padded input under the kernel for an output, by its row and column."""
    above, below, left, right = drawing.padding
    sizes = drawing.cells.shape[0] + above + below, drawing.cells.shape[1] + left + right
    rows, columns = (
        [place * stride + dilation * tap for tap in range(kernel)]
        for place, stride, dilation, kernel in zip(
            (down, along), drawing.stride, drawing.dilation, drawing.kernel, strict=True
        )
    )
    if rows[-1] >= sizes[0] or columns[-1] >= sizes[1]:
        return set()
    return set(product(rows, columns))


def _side(cells: np.ndarray[tuple[int, ...], np.dtype[np.object_]]) -> float:
    """How wide a cell is: the widest number fits."""
    widest = max(
        (width_of(number(cell), _SIZE) for cell in cells.flat if cell is not None), default=0.0
    )
    return max(_SIDE, widest + 10)
