"""A list of layers walked through as a wrong program does it: one number from layer to layer.

Nothing is refused: a program goes on with a size below 1 as with any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any

from problems.frozen import frozen

Layer = Mapping[str, Any]
Column = Callable[..., list[Any]]


@frozen
class Window:
    """What a layer looks at along an axis."""

    kind: str
    kernel: int
    stride: int
    padding: int
    dilation: int

    @property
    def span(self) -> int:
        """How many cells its dilated kernel spans."""
        return (self.kernel - 1) * self.dilation + 1


NumberBehind = Callable[[Any, Window], Any]
"""A number behind a layer, of the number before it."""


def windows(layers: Sequence[Layer], axis: int) -> list[Window]:
    """The layers along an axis."""
    names = ("kernel", "stride", "padding", "dilation")
    return [Window(each["kind"], *(int(each[name][axis]) for name in names)) for each in layers]


def carried(first: Any, layers: Sequence[Any], behind: Callable[[Any, Any], Any]) -> list[Any]:
    """A number behind each layer, from the one that the input has."""
    return list(accumulate(layers, behind, initial=first))[1:]


def size_behind(size: Any, window: Window) -> Any:
    """The right size."""
    return (size + 2 * window.padding - window.span) // window.stride + 1


def jump_behind(jump: int, window: Window) -> int:
    """The right jump."""
    return jump * window.stride


def field_behind(field: int, jump: int, window: Window) -> int:
    """The right field, by the jump before the layer."""
    return field + (window.span - 1) * jump


def sizes_by(behind: NumberBehind, kinds: Sequence[str] = ("conv", "pool")) -> Column:
    """The sizes where those behind layers of these kinds are worked out in this way."""

    def step(size: Any, window: Window) -> Any:
        if window.kind == "fc":
            return 1
        if window.kind == "relu" and "relu" not in kinds:
            return size  # which need not be whole
        return (behind if window.kind in kinds else size_behind)(size, window)

    return lambda layers, in_shape, axis=0, **rest: carried(
        in_shape[1 + axis], windows(layers, axis), step
    )


def jumps_by(behind: NumberBehind) -> Column:
    """The jumps where they are worked out in this way."""
    return lambda layers, axis=0, **rest: carried(1, windows(layers, axis), behind)


def fields_by(
    behind: Callable[[int, int, Window], int],
    jump: NumberBehind = jump_behind,
    kinds: Sequence[str] = ("conv", "pool"),
    first: int = 1,
) -> Column:
    """The fields where those behind layers of these kinds are worked out in this way.

    ``behind`` takes the field and the jump before a layer; ``first`` is the field of the input.
    """

    def fields(layers: Sequence[Layer], in_shape: Sequence[int], axis: int = 0, **_: Any) -> Any:
        found: list[int] = []
        field, distance = first, 1
        for window in windows(layers, axis):
            if window.kind == "fc":
                field = in_shape[1 + axis]
            else:
                field = (behind if window.kind in kinds else field_behind)(field, distance, window)
            distance = jump(distance, window)
            found.append(field)
        return found

    return fields


SIZES, JUMPS, FIELDS = sizes_by(size_behind), jumps_by(jump_behind), fields_by(field_behind)
"""The right columns."""


def channels_by(behind: Callable[[int, Layer], int]) -> Column:
    """The channels where those behind a layer with weights are worked out in this way."""

    def step(channels: int, layer: Layer) -> int:
        return behind(channels, layer) if layer["kind"] in ("conv", "fc") else channels

    return lambda layers, in_shape, **rest: carried(in_shape[0], layers, step)


CHANNELS = channels_by(lambda channels, layer: int(layer["channels"]))
"""The right column."""


def shapes_before(
    layers: Sequence[Layer], in_shape: Sequence[int], sizes: Column = SIZES
) -> list[Any]:
    """The shape that goes into each layer, and the last one, with sizes as this column has them."""
    sides = [
        sizes(layers=layers, in_shape=in_shape, axis=axis) for axis in range(len(in_shape) - 1)
    ]
    return [tuple(in_shape), *zip(CHANNELS(layers, in_shape), *sides, strict=False)]
