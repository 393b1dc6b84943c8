"""Mistakes in the sizes and the channels of all layers of a list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from problems.receptive_field_code.axes import of_two, of_windows, swapped
from problems.receptive_field_code.left_over import of_left_over
from problems.receptive_field_code.rows import of_rows
from problems.receptive_field_code.walk import (
    CHANNELS,
    SIZES,
    Column,
    Layer,
    NumberBehind,
    Window,
    channels_by,
    size_behind,
    sizes_by,
)
from problems.rule import NotApplicableError, Slip
from problems.rules.wrong_sizes import OTHER_WAYS, divided_first
from problems.rules.wrong_sizes import SIZES as OF_ONE_LAYER

_KINDS = (("conv", "pool"), ("conv", "pool", "relu"), ("pool",), ("conv",))


def _in_some(behind: NumberBehind) -> tuple[Column, ...]:
    """The sizes where a mistake is made in all layers, in ReLUs as well, and in one kind alone."""
    return tuple(sizes_by(behind, kinds) for kinds in _KINDS)


def _sized(key: str, *behind: NumberBehind, **details: Any) -> Slip:
    first, *others = (column for each in behind for column in _in_some(each))
    return Slip(key, first, other_ways=tuple(others), **details)


def _of_formula(formula: Any) -> NumberBehind:
    """A size by a formula of the size before it, what the window spans, stride and padding."""

    def behind(size: Any, window: Window) -> Any:
        try:
            return formula(size, window.span, window.stride, window.padding)
        except NotApplicableError:  # the mistake does not show in this layer
            return size_behind(size, window)

    return behind


def _spanning(span: Any) -> NumberBehind:
    """A size where the kernel of a dilation is taken to span so much."""
    return lambda size, window: (
        (size + 2 * window.padding - span(window.kernel, window.dilation)) // window.stride + 1
    )


def _not_rounded(size: Any, window: Window) -> Any:
    return Fraction(size + 2 * window.padding - window.span) / window.stride + 1


def _in_floats(layers: Sequence[Layer], in_shape: Sequence[int], axis: int = 0) -> list[float]:
    return [float(size) for size in sizes_by(_not_rounded)(layers, in_shape, axis)]


def _of_one_axis(place: int) -> Column:
    """The sizes along one axis given for both."""

    def wrong(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> list[Any]:
        of_two(in_shape, axis)
        return SIZES(layers, in_shape, place)

    return wrong


def _kept_by_affine(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> list[Any]:
    kept = [layer for layer in layers if layer["kind"] != "fc"]
    if len(kept) == len(layers):
        raise NotApplicableError("a fully connected layer is needed")
    sizes = SIZES(kept, in_shape, axis)
    return sizes + [sizes[-1] if sizes else in_shape[1 + axis]] * (len(layers) - len(kept))


_WITHOUT_STRIDE: Mapping[str, tuple[NumberBehind, ...]] = {
    "size-divided-by-stride": (lambda n, w: n // w.stride,),
    "same-with-stride": (lambda n, w: -(-n // w.stride),),
}
"""As programs go on where a stride is 1, and the size is kept."""

OF_LAYERS = (
    Slip("size-not-rounded", _in_floats),
    _sized(
        "rounded-up",
        lambda n, w: -(-(n + 2 * w.padding - w.span) // w.stride) + 1,
    ),
    _sized("padding-counted-once", lambda n, w: (n + w.padding - w.span) // w.stride + 1),
    _sized("padding-forgotten", lambda n, w: (n - w.span) // w.stride + 1),
    _sized("plus-one-forgotten", lambda n, w: (n + 2 * w.padding - w.span) // w.stride),
    _sized(
        "two-for-plus-one",
        lambda n, w: (n + 2 * w.padding - w.span) // w.stride + 2,
        last_resort=True,
    ),
    _sized(
        "kernel-not-reduced-in-size",
        _spanning(lambda kernel, dilation: kernel * dilation + 1),
        mistake="kernel-not-reduced",
        last_resort=True,
    ),
    _sized(
        "kernel-reduced-twice",
        _spanning(lambda kernel, dilation: (kernel - 1) * dilation),
        last_resort=True,
    ),
    _sized("dilation-forgotten", _spanning(lambda kernel, dilation: kernel)),
    _sized(
        "dilation-times-kernel",
        _spanning(lambda kernel, dilation: kernel * dilation),
        last_resort=True,
    ),
    _sized("dilation-as-gaps", _spanning(lambda kernel, gaps: kernel + (kernel - 1) * gaps)),
    _sized("dilation-added-to-kernel", _spanning(lambda kernel, d: kernel + d - 1)),
    _sized("stride-before-kernel", _of_formula(divided_first)),
    _sized("stride-forgotten", lambda n, w: n + 2 * w.padding - w.span + 1),
    _sized("same-for-valid", lambda n, w: n),
    *(
        _sized(
            key,
            _of_formula(formula),
            *map(_of_formula, OTHER_WAYS.get(key, ())),
            *_WITHOUT_STRIDE.get(key, ()),
            last_resort=key in ("padding-counted-twice", "half-kernel-subtracted"),
        )
        for key, formula in OF_ONE_LAYER.items()
    ),
    Slip("pooling-left-out", sizes_by(lambda n, w: n, ("pool",))),
    of_left_over(SIZES),
    *of_windows(SIZES),
)
"""Mistakes in the sizes behind layers, from which those behind the next ones go on."""

OF_SIZES = (
    *OF_LAYERS,
    swapped(SIZES),
    Slip("height-for-both", _of_one_axis(0), other_ways=(_of_one_axis(1),)),
    Slip("map-kept-by-fully-connected", _kept_by_affine),
    *of_rows(SIZES, lambda in_shape, axis=0, **rest: in_shape[1 + axis]),
)

OF_CHANNELS = (
    Slip("channels-of-input", channels_by(lambda channels, layer: channels)),
    Slip(
        "channels-multiplied",
        channels_by(lambda channels, layer: channels * int(layer["channels"])),
    ),
    *of_rows(CHANNELS, lambda in_shape, **rest: in_shape[0]),
)
