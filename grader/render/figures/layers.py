"""Layers: an architecture with its shapes, a receptive field, and a pass there and back."""

from __future__ import annotations

from itertools import pairwise

from grader.render.figures.canvas import INK, Canvas, grey, width_of
from problems.figures import Architecture, Field, Flow

_ROW = 40.0
_GAP = 26.0
_PAD = 24.0
_TIMES = " × "


def architecture(drawing: Architecture) -> Canvas:
    """A box for each layer, below each other, and beside its arrow the shape that it gives."""
    canvas = Canvas()
    wide = max(width_of(name) for name, _ in drawing.layers) + _PAD
    for place, (name, shape) in enumerate(drawing.layers):
        top = place * (_ROW + _GAP)
        canvas.box(0, top, wide, _ROW, fill=grey(0.15), round_=6)
        canvas.words(wide / 2, top + _ROW / 2, name)
        canvas.arrow(wide / 2, top + _ROW, wide / 2, top + _ROW + _GAP)
        told = _TIMES.join(map(str, shape))
        canvas.words(wide / 2 + 12, top + _ROW + _GAP / 2, told, anchor="start")
    return canvas


_CELL = 14.0
_LAYER = 56.0
_MOST_CELLS = 40


def field(drawing: Field) -> Canvas:
    """One value at the top, and below each layer the cells of its input that it depends on.

    Cells that a dilation passes over are white. Where there are too many cells to draw, a bar
    stands for them, with its length in words.
    """
    canvas = Canvas()
    seen = _cells_seen(drawing)
    wide = max(_extent(cells) for cells in seen) * _CELL
    names = max(width_of(name) for name, *_ in drawing.layers) + 16
    for depth, cells in enumerate(seen):
        extent = _extent(cells)
        left = names + (wide - extent * _CELL) / 2
        top = depth * _LAYER
        if extent > _MOST_CELLS:
            canvas.box(left, top, extent * _CELL, _CELL, fill=grey(0.7))
        else:
            for place in range(min(cells), max(cells) + 1):
                fill = grey(0.7) if place in cells else "#fff"
                x = left + (place - min(cells)) * _CELL
                canvas.box(x, top, _CELL, _CELL, fill=fill)
        canvas.words(left + extent * _CELL + 8, top + _CELL / 2, str(extent), anchor="start")
    for depth, ((name, *_), (above, below)) in enumerate(
        zip(reversed(drawing.layers), pairwise(seen), strict=True)
    ):
        top = depth * _LAYER
        edges = [(wide - _extent(cells) * _CELL) / 2 for cells in (above, below)]
        for sign in (0, 1):
            ends = [names + (edge if sign == 0 else wide - edge) for edge in edges]
            canvas.line(ends[0], top + _CELL, ends[1], top + _LAYER, stroke=INK)
        canvas.words(0, top + (_LAYER + _CELL) / 2, name, anchor="start")
    return canvas


def _cells_seen(drawing: Field) -> list[set[int]]:
    """The cells of each map on which one value depends, from that value down to the input."""
    seen = [{0}]
    for _, kernel, stride, dilation in reversed(drawing.layers):
        taps = [dilation * tap for tap in range(kernel)]
        seen.append({stride * cell + tap for cell in seen[-1] for tap in taps})
    return seen


def _extent(cells: set[int]) -> int:
    return max(cells) - min(cells) + 1


def flow(drawing: Flow) -> Canvas:
    """Boxes side by side; arrows go on above, and back below in dashes, with the gradients."""
    canvas = Canvas()
    wide = [
        max(width_of(each) for each in pair) + _PAD
        for pair in zip(drawing.forward, drawing.backward, strict=True)
    ]
    left = 0.0
    for place, (there, back) in enumerate(zip(drawing.forward, drawing.backward, strict=True)):
        for row, name in enumerate((there, back)):
            top = row * (_ROW + _GAP)
            fill = grey(0.15) if row == 0 else "#fff"
            canvas.box(left, top, wide[place], _ROW, fill=fill, round_=6, dashed=row == 1)
            canvas.words(left + wide[place] / 2, top + _ROW / 2, name)
        right = left + wide[place]
        if place + 1 < len(wide):
            canvas.arrow(right, _ROW / 2, right + _GAP, _ROW / 2)
            canvas.arrow(right + _GAP, 1.5 * _ROW + _GAP, right, 1.5 * _ROW + _GAP, dashed=True)
        left = right + _GAP
    return canvas
