"""Figures: what a family wants to be drawn, as values; how they look is the writer's.

A statement names one, with what it shows in words, and it stands on lines of its own::

    {{ figure("grid", alt=say("figure"), cells=x, marked=[(0, 1)]) }}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.frozen import frozen

FIGURE = "figure"
"""The language of the blocks of code that stand for figures in a text."""


@frozen(eq=False)
class Grid:
    """A map with its numbers, shaded from the least to the largest; some cells are marked.

    Args:
        cells: the numbers (H, W); a vector is one row.
        marked: rows and columns of cells with a heavy border, counted from 0.
    """

    cells: NDArray[np.object_]
    marked: frozenset[tuple[int, int]]


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
class Architecture:
    """Layers below each other: what each is called, and the shape of what it gives."""

    layers: tuple[tuple[str, tuple[int | str, ...]], ...]


@frozen
class Field:
    """The receptive field of one output value along one axis, from layer to layer.

    Args:
        layers: what each layer is called, its kernel size, stride and dilation, the first first.
    """

    layers: tuple[tuple[str, int, int, int], ...]


@frozen
class Flow:
    """Quantities in the order of the forward pass, and their gradients back."""

    forward: tuple[str, ...]
    backward: tuple[str, ...]


Drawing = Grid | Windows | Architecture | Field | Flow


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


def _grid(cells: Any, marked: Sequence[Sequence[int]] = ()) -> Grid:
    return Grid(_map(cells), frozenset((row, column) for row, column in marked))


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


def _architecture(layers: Sequence[tuple[str, Sequence[int | str]]]) -> Architecture:
    return Architecture(tuple((str(name), tuple(shape)) for name, shape in layers))


def _field(layers: Sequence[Sequence[Any]]) -> Field:
    found = []
    for name, kernel, stride, *more in layers:
        found.append((str(name), int(kernel), int(stride), int(more[0]) if more else 1))
    return Field(tuple(found))


def _flow(forward: Sequence[str], backward: Sequence[str]) -> Flow:
    if len(forward) != len(backward):
        raise TypeError(f"{len(forward)} quantities need as many gradients, not {len(backward)}")
    return Flow(tuple(map(str, forward)), tuple(map(str, backward)))


def _map(cells: Any) -> NDArray[np.object_]:
    found = np.array(cells, dtype=object)
    if found.ndim == 1:
        found = found[None]
    if found.ndim != 2 or not found.size:
        raise TypeError(f"a vector or a map was needed, but got shape {found.shape}")
    return found


KINDS: Mapping[str, Callable[..., Drawing]] = {
    "grid": _grid,
    "windows": _windows,
    "architecture": _architecture,
    "field": _field,
    "flow": _flow,
}
"""What can be drawn, by its name in a statement."""
