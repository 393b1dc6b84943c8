"""Figures: what a family wants to be drawn, as values; how they look is the writer's.

A statement names one, with what it shows in words, and it stands on lines of its own::

    {{ figure("grid", alt=say("figure"), cells=x, marked=[(0, 1)]) }}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.frozen import frozen

FIGURE = "figure"
"""The language of the blocks of code that stand for figures in a text."""

Shades = str
"""What makes a cell dark: its ``value``, or its ``size`` whatever its sign, as of a gradient."""

_SHADES: frozenset[Shades] = frozenset({"value", "size"})


@frozen(eq=False)
class Grid:
    """A map with its numbers, shaded; some cells are marked.

    Args:
        cells: the numbers (H, W); a vector is one row. None is a place without a number.
        marked: rows and columns of cells with a heavy border, counted from 0.
        name: what the map is called, which stands above it.
        rows: what its rows are called, or nothing.
        shades: what makes a cell dark.
    """

    cells: NDArray[np.object_]
    marked: frozenset[tuple[int, int]] = frozenset()
    name: str = ""
    rows: tuple[str, ...] = ()
    shades: Shades = "value"


@frozen
class Maps:
    """Maps side by side, each with its name."""

    grids: tuple[Grid, ...]


@frozen(eq=False)
class Windows:
    """A kernel on an input with its padding: where it lies for the first outputs.

    Args:
        cells: the numbers of the input (H, W), or (1, N) of a vector.
        kernel: how many cells it has along both axes.
        stride: how far it moves, along both axes.
        padding: cells above, below, left and right.
        dilation: how far its cells lie apart, along both axes.
    """

    cells: NDArray[np.object_]
    kernel: tuple[int, int]
    stride: tuple[int, int]
    padding: tuple[int, int, int, int]
    dilation: tuple[int, int]


@frozen
class Layer:
    """One layer of an architecture.

    Args:
        name: what it is called; an input of the network may have no name.
        shape: that of what it gives; empty where it is not told.
        after: the places, in the architecture, of the layers from which it has its input.
    """

    name: str
    shape: tuple[int | str, ...]
    after: tuple[int, ...]


@frozen
class Architecture:
    """Layers below each other, each after those from which it has its input."""

    layers: tuple[Layer, ...]


@frozen
class Field:
    """The receptive field of one output value along one axis, from layer to layer.

    Args:
        layers: what each layer is called, its kernel size, stride and dilation, the first first.
    """

    layers: tuple[tuple[str, int, int, int], ...]


@frozen
class Flow:
    """Quantities in the order of the forward pass, and the gradients on the way back.

    Args:
        forward: the quantities.
        backward: the gradient with respect to each; an empty one is not drawn.
        operations: what leads from each quantity to the next; one fewer.
        parameters: the gradients that an operation gives off on the way back; one fewer.
        skips: places of quantities from which a way leads past others, and where it ends.
    """

    forward: tuple[str, ...]
    backward: tuple[str, ...]
    operations: tuple[str, ...]
    parameters: tuple[str, ...]
    skips: tuple[tuple[int, int], ...] = ()


Drawing = Grid | Maps | Windows | Architecture | Field | Flow


@frozen(eq=False)
class Figure:
    """A drawing, and what it shows in words, for those who do not see it.

    ``alt`` is a line of Markdown, which may name the values of its text.
    """

    drawing: Drawing
    alt: str


def figure(kind: str, /, *, alt: str, **data: Any) -> Figure:
    """A figure of one of `KINDS`. Raises ValueError for another kind, or data that do not fit."""
    if kind not in KINDS:
        raise ValueError(f"figure {kind!r} is not known; there are {', '.join(KINDS)}")
    try:
        return Figure(KINDS[kind](**data), alt)
    except TypeError as error:
        raise ValueError(f"figure {kind!r}: {error}") from None


def _grid(
    cells: Any,
    marked: Sequence[Sequence[int]] = (),
    largest: Mapping[str, Any] | None = None,
    name: str = "",
    rows: Sequence[str] = (),
    shades: Shades = "value",
) -> Grid:
    """``largest`` marks, of each window of a pooling, the cells that have the maximum."""
    found = _map(cells)
    if rows and len(rows) != len(found):
        raise TypeError(f"{len(found)} rows need as many names, not {len(rows)}")
    if shades not in _SHADES:
        raise TypeError(f"shades are {' or '.join(sorted(_SHADES))}, not {shades!r}")
    marks = {(row, column) for row, column in marked}
    if outside := [at for at in sorted(marks) if not _is_within(at, found)]:
        raise TypeError(f"a map of shape {found.shape} has no cell {outside[0]}")
    if largest is not None:
        marks |= _largest(found, **largest)
    return Grid(found, frozenset(marks), str(name), tuple(map(str, rows)), shades)


def _is_within(at: tuple[int, int], cells: NDArray[np.object_]) -> bool:
    return all(0 <= place < size for place, size in zip(at, cells.shape, strict=True))


def _largest(
    cells: NDArray[np.object_], kernel: int = 0, stride: int = 1, *, up: bool = False
) -> set[tuple[int, int]]:
    """The cells with the maximum of each window; without a kernel, one window has all of them.

    A vector has windows of one row. Where sizes are rounded ``up``, the last windows may have fewer
    cells.
    """
    spans = [
        _spans(size, kernel, stride, up=up) if kernel and size > 1 else [(0, size)]
        for size in cells.shape
    ]
    found = set()
    for (top, bottom), (left, right) in product(*spans):
        window = cells[top:bottom, left:right]
        most = max(map(max, window.tolist()))
        inside = product(range(top, bottom), range(left, right))
        found |= {at for at in inside if cells[at] == most}
    return found


def _spans(size: int, kernel: int, stride: int, *, up: bool) -> list[tuple[int, int]]:
    """Beginning and end of each window along an axis."""
    left_over = size - kernel
    steps = -(-left_over // stride) if up else left_over // stride
    starts = [stride * step for step in range(steps + 1) if stride * step < size]
    return [(start, min(start + kernel, size)) for start in starts]


def _maps(maps: Sequence[Mapping[str, Any]]) -> Maps:
    if not maps:
        raise TypeError("one map at least was needed")
    return Maps(tuple(_grid(**each) for each in maps))


def _windows(
    cells: Any, kernel: Any, stride: Any = 1, padding: Any = 0, dilation: Any = 1
) -> Windows:
    """One number holds for both axes, but along the height of a vector there is one cell."""
    of_map = _map(cells)
    is_row = np.ndim(np.asarray(cells, dtype=object)) == 1

    def both(number: Any, else_: int) -> tuple[int, int]:
        if isinstance(number, list | tuple):
            return int(number[0]), int(number[1])
        return (else_, int(number)) if is_row else (int(number), int(number))

    if isinstance(padding, list | tuple) and len(padding) == 4:
        sides = tuple(map(int, padding))
    else:
        above, left = both(padding, 0)
        sides = (above, above, left, left)
    return Windows(
        of_map,
        both(kernel, 1),
        both(stride, 1),
        (sides[0], sides[1], sides[2], sides[3]),
        both(dilation, 1),
    )


def _architecture(layers: Sequence[Sequence[Any]]) -> Architecture:
    """Each layer is a name, a shape, and perhaps the names after which it comes.

    Without these it comes after the one before it.
    """
    places: dict[str, int] = {}
    found: list[Layer] = []
    for name, shape, *more in layers:
        if more:
            if missing := [each for each in more[0] if each not in places]:
                raise TypeError(f"{name!r} comes after {missing[0]!r}, which is not before it")
            after = tuple(places[each] for each in more[0])
        else:
            after = (len(found) - 1,) if found else ()
        places[str(name)] = len(found)
        found.append(Layer(str(name), tuple(shape), after))
    return Architecture(tuple(found))


def _field(layers: Sequence[Sequence[Any]]) -> Field:
    found = []
    for name, kernel, stride, *more in layers:
        found.append((str(name), int(kernel), int(stride), int(more[0]) if more else 1))
    return Field(tuple(found))


def _flow(
    forward: Sequence[str],
    backward: Sequence[str],
    operations: Sequence[str] | None = None,
    parameters: Sequence[str] | None = None,
    skips: Sequence[Sequence[int]] = (),
) -> Flow:
    if len(forward) != len(backward):
        raise TypeError(f"{len(forward)} quantities need as many gradients, not {len(backward)}")
    for start, end in skips:
        if not 0 <= start < end < len(forward):
            raise TypeError(f"no way leads from quantity {start} to {end} of {len(forward)}")
    return Flow(
        tuple(map(str, forward)),
        tuple(map(str, backward)),
        _between(forward, operations, "operations"),
        _between(forward, parameters, "parameters"),
        tuple((start, end) for start, end in skips),
    )


def _between(quantities: Sequence[str], texts: Sequence[str] | None, what: str) -> tuple[str, ...]:
    """A text for each step from a quantity to the next; without any, they are empty."""
    needed = len(quantities) - 1
    found = ("",) * needed if texts is None else tuple(map(str, texts))
    if len(found) != needed:
        raise TypeError(
            f"between {len(quantities)} quantities are {needed} {what}, not {len(found)}"
        )
    return found


def _map(cells: Any) -> NDArray[np.object_]:
    found = np.array(cells, dtype=object)
    if found.ndim == 1:
        found = found[None]
    if found.ndim != 2 or not found.size:
        raise TypeError(f"a vector or a map was needed, but got shape {found.shape}")
    return found


KINDS: Mapping[str, Callable[..., Drawing]] = {
    "grid": _grid,
    "maps": _maps,
    "windows": _windows,
    "architecture": _architecture,
    "field": _field,
    "flow": _flow,
}
"""What can be drawn, by its name in a statement."""
