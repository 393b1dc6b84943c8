"""Receptive fields: how many input cells (px), along one axis, an output cell depends on.

Source of the formulas: A. Araujo, W. Norris, J. Sim, Computing receptive fields of convolutional
neural networks, Distill 2019, doi:10.23915/distill.00021, equations 1 and 2. Padding and ReLU do
not widen a receptive field; a pooling does what a convolution of its kernel and stride does.
"""

from __future__ import annotations

from collections.abc import Sequence

from reference.errors import ShapeError
from reference.geometry import Window
from reference.numbers import counted

__all__ = [
    "affine_receptive_field",
    "backward_analysis",
    "forward_analysis",
    "jump",
    "receptive_field",
    "vector_field",
    "widest_field",
]


def receptive_field(rf_in: int, jump_in: int, kernel: int, dilation: int = 1) -> int:
    """Receptive field after a layer: `rf_in + (kernel - 1) dilation jump_in`, in input px.

    `jump_in` is the distance in input px between neighbouring cells before the layer (of the
    input itself: 1, as its receptive field). Raises ShapeError for a number below 1.
    Source: Araujo, Norris, Sim 2019, equation 2.
    """
    widening = (counted("the kernel", kernel) - 1) * counted("the dilation", dilation)
    return counted("the receptive field", rf_in) + widening * counted("the jump", jump_in)


def jump(jump_in: int, stride: int) -> int:
    """Distance in input px between neighbouring cells after a layer: `jump_in stride`.

    Raises ShapeError for a number below 1. Source: Araujo, Norris, Sim 2019, the
    effective stride.
    """
    return counted("the jump", jump_in) * counted("the stride", stride)


def affine_receptive_field(rf_in: int, jump_in: int, map_size: int, in_size: int) -> int:
    """Receptive field of a fully connected layer on a map: all of the input, and not more.

    `min(in_size, rf_in + (map_size - 1) jump_in)`, in input px; `map_size` is in cells of the map.
    Raises ShapeError for a number below 1.
    """
    return min(counted("the input size", in_size), receptive_field(rf_in, jump_in, map_size))


def vector_field(rf_in: int) -> int:
    """Receptive field of a fully connected layer on a vector: that of the vector's numbers, in px.

    Each of them sees all of the input of the layer before, so that nothing is left to add.
    """
    return rf_in


def widest_field(fields: Sequence[int]) -> int:
    """Receptive field where paths of these fields meet, in a sum or concatenation: the largest, px.

    The paths lie around one centre, so that the largest field holds the others. Raises ShapeError
    for a number below 1, or if there is no path.
    Source: Araujo, Norris, Sim 2019, "Arbitrary computation graphs".
    """
    if len(fields) == 0:
        raise ShapeError("a path is needed, but none came")
    return max(counted("every field", field) for field in fields)


def forward_analysis(windows: Sequence[Window]) -> tuple[tuple[int, int], ...]:
    """(receptive field, jump) after every layer, from the first to the last.

    Raises ShapeError for a number below 1. Source: Araujo, Norris, Sim 2019, equation 2.
    """
    found = []
    field, distance = 1, 1
    for window in windows:
        field = receptive_field(field, distance, window.kernel, window.dilation)
        distance = jump(distance, window.stride)
        found.append((field, distance))
    return tuple(found)


def backward_analysis(windows: Sequence[Window]) -> int:
    """Receptive field of the last layer, walking from it to the input.

    `r = (r - 1) stride + (kernel - 1) dilation + 1` from r = 1. Raises ShapeError for a number
    below 1. Source: Araujo, Norris, Sim 2019, equation 1.
    """
    cells = 1
    for window in reversed(windows):
        span = (counted("the kernel", window.kernel) - 1) * counted("the dilation", window.dilation)
        cells = (cells - 1) * counted("the stride", window.stride) + span + 1
    return cells
