"""Layers: an architecture with its shapes, and a receptive field."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from grader.render.figures.canvas import INK, Canvas, grey, width_of
from problems.figures import Architecture, Field

_ROW = 34.0
_GAP = 22.0
_PAD = 24.0
_LANE = 16.0
_TIMES = " × "


def architecture(drawing: Architecture) -> Canvas:
    """A box for each layer, below each other, with the shape that it gives beside it.

    An input of no name is a box in dashes with its shape.

    What does not come from the layer right above comes by an arc on the left.
    """
    canvas = Canvas()
    arcs = [
        (source, place)
        for place, layer in enumerate(drawing.layers)
        for source in layer.after
        if source != place - 1
    ]
    lanes = lanes_of(arcs)
    left = _LANE * (1 + max(lanes, default=-1)) + (8 if arcs else 0)
    wide = _PAD + max(
        width_of(layer.name or _TIMES.join(map(str, layer.shape))) for layer in drawing.layers
    )
    for place, layer in enumerate(drawing.layers):
        top = place * (_ROW + _GAP)
        shape = _TIMES.join(map(str, layer.shape))
        if layer.name:
            canvas.box(left, top, wide, _ROW, fill=grey(0.15), round_=6)
            canvas.words(left + wide / 2, top + _ROW / 2, layer.name)
            canvas.words(left + wide + 12, top + _ROW / 2, shape, anchor="start")
        else:
            canvas.box(left, top, wide, _ROW, fill="#fff", dashed=True, round_=6)
            canvas.words(left + wide / 2, top + _ROW / 2, shape)
        if place - 1 in layer.after:
            canvas.arrow(left + wide / 2, top - _GAP, left + wide / 2, top)
    for (source, target), lane in zip(arcs, lanes, strict=True):
        x = left - _LANE * (lane + 1)
        start = source * (_ROW + _GAP) + 0.72 * _ROW - 3 * lane
        end = target * (_ROW + _GAP) + 0.28 * _ROW + 3 * lane
        canvas.line(left, start, x, start)
        canvas.line(x, start, x, end)
        canvas.arrow(x, end, left, end)
    return canvas


def lanes_of(ways: Sequence[tuple[int, int]]) -> list[int]:
    """In which of several lanes side by side each way goes, so that none lies on another."""
    found: dict[tuple[int, int], int] = {}
    for way in sorted(set(ways), key=lambda each: (each[1] - each[0], each)):
        beside = {lane for other, lane in found.items() if _overlap(way, other)}
        found[way] = next(lane for lane in range(len(beside) + 1) if lane not in beside)
    return [found[way] for way in ways]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


_CELL = 14.0
_LAYER = 56.0
_MOST_CELLS = 40
_WIDEST = 420.0
_NARROWEST = 2.0
"""Of a bar, so that it is seen beside one of some thousands of cells."""


def field(drawing: Field) -> Canvas:
    """One value at the top, and below each layer the cells of its input that it depends on.

    Cells that a dilation passes over are white. Where there are too many cells to draw, bars
    stand for them, with their lengths in words.
    """
    canvas = Canvas()
    seen = _cells_seen(drawing)
    most = max(_extent(cells) for cells in seen)
    cell = min(_CELL, _WIDEST / most)
    wide = most * cell
    names = max(width_of(name) for name, *_ in drawing.layers) + 16
    widths = [max(_extent(cells) * cell, _NARROWEST) for cells in seen]
    for depth, (cells, width) in enumerate(zip(seen, widths, strict=True)):
        left = names + (wide - width) / 2
        top = depth * _LAYER
        if most > _MOST_CELLS:
            canvas.box(left, top, width, _CELL, fill=grey(0.7))
        else:
            for place in range(min(cells), max(cells) + 1):
                fill = grey(0.7) if place in cells else "#fff"
                canvas.box(left + (place - min(cells)) * cell, top, cell, _CELL, fill=fill)
        canvas.words(left + width + 8, top + _CELL / 2, str(_extent(cells)), anchor="start")
    for depth, ((name, *_), (above, below)) in enumerate(
        zip(reversed(drawing.layers), pairwise(widths), strict=True)
    ):
        top = depth * _LAYER
        for side in (-1, 1):
            ends = [names + (wide + side * width) / 2 for width in (above, below)]
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
