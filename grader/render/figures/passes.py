"""A pass there and back: quantities, what leads from one to the next, and the gradients."""

from __future__ import annotations

from grader.render.figures.canvas import Canvas, grey, symbol, width_of
from grader.render.figures.layers import lanes_of
from problems.figures import Flow

_ROW = 34.0
_GAP = 40.0
_PAD = 24.0
_SIZE = 13.0
_LANE = 18.0
_APART = 34.0
"""Between what is written beside the way there and the way back."""

_AWAY = 16.0
"""How far the gradient of parameters stands from the way back."""


def flow(drawing: Flow) -> Canvas:
    """The way there goes down on the left, the way back goes up on the right, in dashes.

    What an operation is stands beside its arrow; the gradients that it gives off on the way back
    stand to the right. Ways past others are arcs on the outer sides.
    """
    canvas = Canvas()
    there, back = (tuple(map(symbol, each)) for each in (drawing.forward, drawing.backward))
    operations = tuple(map(symbol, drawing.operations))
    parameters = tuple(map(symbol, drawing.parameters))
    lanes = lanes_of(drawing.skips)
    room = _LANE * (1 + max(lanes, default=-1))
    wide = max(map(width_of, there)) + _PAD
    wide_back = max(map(width_of, back)) + _PAD
    beside = max((width_of(text, _SIZE) for text in operations), default=0.0)
    left = room
    right = left + max(wide, wide / 2 + 10 + beside) + _APART
    for place, name in enumerate(there):
        top = place * (_ROW + _GAP)
        canvas.box(left, top, wide, _ROW, fill=grey(0.15), round_=6)
        canvas.words(left + wide / 2, top + _ROW / 2, name)
        if back[place]:
            canvas.box(right, top, wide_back, _ROW, fill="#fff", round_=6, dashed=True)
            canvas.words(right + wide_back / 2, top + _ROW / 2, back[place])
    for place, (operation, given) in enumerate(zip(operations, parameters, strict=True)):
        top = place * (_ROW + _GAP) + _ROW
        middle = top + _GAP / 2
        x, x_back = left + wide / 2, right + wide_back / 2
        canvas.arrow(x, top, x, top + _GAP)
        if operation:
            canvas.words(x + 10, middle, operation, size=_SIZE, anchor="start")
        if back[place]:
            canvas.arrow(x_back, top + _GAP, x_back, top, dashed=True)
        if given:
            y = middle if back[place] else top + _GAP
            if not back[place]:
                canvas.arrow(x_back, top + _GAP, x_back, middle, dashed=True)
                canvas.words(x_back, middle - 9, given, size=_SIZE)
                continue
            end = x_back + _AWAY + wide_back / 2
            canvas.arrow(x_back, y, end, y, dashed=True)
            canvas.words(end + 6, y, given, size=_SIZE, anchor="start")
    outer = canvas.width + 10
    for (start, end), lane in zip(drawing.skips, lanes, strict=True):
        upper, lower = (place * (_ROW + _GAP) for place in (start, end))
        x = left - _LANE * (lane + 1)
        canvas.line(left, upper + 0.5 * _ROW, x, upper + 0.5 * _ROW)
        canvas.line(x, upper + 0.5 * _ROW, x, lower + 0.5 * _ROW)
        canvas.arrow(x, lower + 0.5 * _ROW, left, lower + 0.5 * _ROW)
        if back[start] and back[end]:
            edge = right + wide_back
            x = outer + _LANE * lane
            canvas.line(edge, lower + 0.5 * _ROW, x, lower + 0.5 * _ROW, dashed=True)
            canvas.line(x, lower + 0.5 * _ROW, x, upper + 0.5 * _ROW, dashed=True)
            canvas.arrow(x, upper + 0.5 * _ROW, edge, upper + 0.5 * _ROW, dashed=True)
    return canvas
