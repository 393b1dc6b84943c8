"""What is asked of networks, as data: rows of a table of layers, and questions beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypedDict

from problems.architectures.net import Layer

Row = Mapping[str, Any]
"""A layer as in `net`, and what is asked of it: ``asked`` are columns.

Its ``input`` is a shape, or, where ``after`` is there, what the rows of these names put out.
"""


class Stack(TypedDict):
    """Three 3 x 3 of C to C channels, against one 7 x 7."""

    channels: int


class Dense(TypedDict):
    """A block of DenseNet: each layer adds so many maps to all before it."""

    input: list[int]
    growth: int
    layers: int


class Head(TypedDict):
    """A new head for so many classes on features of a frozen backbone."""

    features: int
    classes: int
    frozen: int


class Skip(TypedDict):
    """A map that is cropped by ``cut`` cells at each end, and joins one that comes from below.

    The map below goes through a transposed convolution 2 x 2 with stride 2, to half its channels.
    """

    input: list[int]
    cut: int
    below: list[int]


class Parameters(TypedDict):
    """Rows of a network on images, and what else is asked.

    ``total`` asks for the parameters of all rows together. A lecturer's own network is
    ``called`` something, and has all of its layers as rows.
    """

    network: str
    called: str | None
    image: list[int]
    rows: list[Row]
    total: bool
    stack: Stack | None
    skip: Skip | None
    dense: Dense | None
    head: Head | None


class OnlyRows(TypedDict):
    """The questions beside the rows, none of which is asked."""

    called: None
    stack: None
    skip: None
    dense: None
    head: None


ONLY_ROWS: OnlyRows = {"called": None, "stack": None, "skip": None, "dense": None, "head": None}
"""Nothing is asked but rows."""


def asked(layer: Layer, *columns: str, after: Sequence[str] = ()) -> Row:
    """A row, and what is asked of it; its input is that of the layer, or other rows."""
    if not after:
        return {**layer, "asked": list(columns)}
    others = {key: value for key, value in layer.items() if key != "input"}
    return {**others, "after": list(after), "asked": list(columns)}
