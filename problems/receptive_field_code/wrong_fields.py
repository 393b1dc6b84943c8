"""Mistakes in the receptive fields and the jumps of all layers of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate
from typing import Any

from problems.receptive_field_code.axes import of_windows, swapped
from problems.receptive_field_code.left_over import of_left_over
from problems.receptive_field_code.rows import of_rows
from problems.receptive_field_code.walk import (
    FIELDS,
    JUMPS,
    SIZES,
    Column,
    Layer,
    NumberBehind,
    Window,
    field_behind,
    fields_by,
    jump_behind,
    jumps_by,
    windows,
)
from problems.rule import NotApplicableError, Slip

Field = Callable[[int, int, Window], int]
"""A field behind a layer, of the field and the jump before it."""

_KINDS = (("conv", "pool"), ("conv", "pool", "relu"), ("conv",), ("pool",))


def _field(key: str, *behind: Field, **details: Any) -> Slip:
    """A slip made in all layers, in ReLUs as well, or in those of one kind alone."""
    first, *others = (fields_by(each, kinds=kinds) for each in behind for kinds in _KINDS)
    return Slip(key, first, other_ways=tuple(others), **details)


def _without(*kinds: str) -> NumberBehind:
    """A jump in which the strides of layers of these kinds are left out."""
    return lambda jump, window: jump if window.kind in kinds else jump_behind(jump, window)


_JUMPS: dict[str, tuple[NumberBehind, ...]] = {
    "stride-forgotten": (lambda jump, window: jump,),
    "jumps-added": (
        lambda jump, window: jump + window.stride - 1,
        lambda jump, window: window.stride if jump == 1 else jump + window.stride,
        lambda jump, window: jump + window.stride,
    ),
    "jump-of-last-layer-only": (
        lambda jump, window: window.stride,
        lambda jump, window: jump if window.kind == "relu" else window.stride,
    ),
    "dilation-as-stride": (lambda jump, window: jump * window.stride * window.dilation,),
    "pooling-left-out-of-jump": (_without("pool"),),
    "stride-left-out-of-jump": (_without("conv"),),
    "kernel-for-stride": (lambda jump, window: jump * window.kernel,),
}
"""Wrong jumps behind a layer, by the keys of the mistakes: they spoil the fields behind as well."""

_MISTAKES = {"pooling-left-out-of-jump": "pooling-left-out"}


def _of_jumps(
    column: Callable[[NumberBehind], Column], by_sum: Column, *last_resorts: str
) -> Iterator[Slip]:
    """The slips in the jumps, as they show in a column that is worked out by them.

    ``by_sum`` is that column where the jump is the sum of the strides alone.
    """
    for key, behind in _JUMPS.items():
        first, *others = map(column, behind)
        others += [by_sum] if key == "jumps-added" else []
        yield Slip(
            key,
            first,
            other_ways=tuple(others),
            mistake=_MISTAKES.get(key, ""),
            last_resort=key in last_resorts,
        )


def _kernels_added(field: int, _jump: int, window: Window) -> int:
    return (field if field > 1 else 0) + window.span


def _cut_at(side: int | None) -> Column:
    """The fields cut off at a side of the input; without one, at that of their own axis."""

    def wrong(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> list[int]:
        own = axis if side is None else min(side, len(in_shape) - 2)
        return [min(field, in_shape[1 + own]) for field in FIELDS(layers, in_shape, axis)]

    return wrong


def _counted_back(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> list[int]:
    """What the last map sees of the input of each layer."""
    found: list[int] = []
    field = 1
    for window in reversed(windows(layers, axis)):
        field = (field - 1) * window.stride + window.span
        found.append(in_shape[1 + axis] if window.kind == "fc" else field)
    return found[::-1]


def _of_affine(found_by: Callable[[int, int, int, int], int]) -> Column:
    """The fields where that of a fully connected layer is found otherwise.

    It takes the field, the jump and the size before the layer, and the size of the input.
    """

    def wrong(layers: Sequence[Layer], in_shape: Sequence[int], axis: int) -> list[int]:
        if all(layer["kind"] != "fc" for layer in layers):
            raise NotApplicableError("a fully connected layer is needed")
        found: list[int] = []
        field, jump, size = 1, 1, in_shape[1 + axis]
        sides = SIZES(layers, in_shape, axis)
        for window, side in zip(windows(layers, axis), sides, strict=True):
            if window.kind == "fc":
                field = found_by(field, jump, size, in_shape[1 + axis])
            else:
                field = field_behind(field, jump, window)
            jump, size = jump_behind(jump, window), side
            found.append(field)
        return found

    return wrong


def _strides_summed(layers: Sequence[Layer], axis: int) -> list[int]:
    return list(accumulate(window.stride for window in windows(layers, axis)))


def _field_by_sum(layers: Sequence[Layer], axis: int) -> list[int]:
    """The fields by the sum of the strides before each layer, or 1 where there are none."""
    found: list[int] = []
    field, total = 1, 0
    for window in windows(layers, axis):
        field = field_behind(field, max(total, 1), window)
        total += window.stride
        found.append(field)
    return found


def _jump_before(layers: Sequence[Layer], axis: int) -> list[int]:
    return [1, *JUMPS(layers, axis)][: len(layers)]


OF_FIELDS = (
    _field("kernel-not-reduced", lambda f, j, w: f + w.kernel * w.dilation * j),
    _field("jump-forgotten", lambda f, j, w: f + w.span - 1, mistake="stride-forgotten"),
    _field("jump-updated-before-use", lambda f, j, w: f + (w.span - 1) * j * w.stride),
    _field("kernels-added", _kernels_added),
    _field(
        "field-formula-backwards",
        lambda f, j, w: (f - 1) * w.stride + w.span,
        last_resort=True,
    ),
    _field("own-stride-for-jump", lambda f, j, w: f + (w.span - 1) * w.stride),
    _field("fields-multiplied", lambda f, j, w: f * w.kernel),
    _field("field-is-kernel", lambda f, j, w: w.kernel, lambda f, j, w: w.span),
    _field("field-not-carried-on", lambda f, j, w: 1 + (w.span - 1) * j),
    _field(
        "field-times-stride",
        lambda f, j, w: f * w.stride,
        lambda f, j, w: f * w.stride + w.span - 1,
    ),
    Slip("field-starts-at-zero", fields_by(field_behind, first=0)),
    _field("padding-widens-field", lambda f, j, w: f + (w.span - 1 + 2 * w.padding) * j),
    _field("padding-narrows-field", lambda f, j, w: f + (w.span - 1 - 2 * w.padding) * j),
    _field("dilation-forgotten", lambda f, j, w: f + (w.kernel - 1) * j),
    _field(
        "dilation-times-kernel",
        lambda f, j, w: f + (w.kernel * w.dilation - 1) * j,
        last_resort=True,
    ),
    _field("dilation-as-gaps", lambda f, j, w: f + (w.kernel - 1) * (w.dilation + 1) * j),
    _field("dilation-added-to-kernel", lambda f, j, w: f + (w.kernel + w.dilation - 2) * j),
    Slip(
        "pooling-does-not-widen",
        fields_by(lambda f, j, w: f, kinds=("pool",)),
        mistake="pooling-left-out",
    ),
    of_left_over(FIELDS, "dilation"),
    Slip("field-counted-back", _counted_back),
    Slip("field-cut-at-image", _cut_at(None), other_ways=(_cut_at(1),)),
    Slip("affine-keeps-field", _of_affine(lambda f, j, n, whole: f)),
    Slip("field-is-map-size", _of_affine(lambda f, j, n, whole: n)),
    Slip("field-beyond-input", _of_affine(lambda f, j, n, whole: f + (n - 1) * j)),
    Slip("pooling-left-out", fields_by(lambda f, j, w: f, _without("pool"), kinds=("pool",))),
    *_of_jumps(lambda jump: fields_by(field_behind, jump), _field_by_sum, "stride-forgotten"),
    swapped(FIELDS),
    *of_windows(FIELDS),
    *of_rows(FIELDS, lambda **rest: 1),
)

OF_JUMPS = (
    *_of_jumps(jumps_by, _strides_summed),
    Slip("pooling-left-out", jumps_by(_without("pool")), last_resort=True),
    Slip("jump-before-own-stride", _jump_before),
    *of_windows(JUMPS),
    *of_rows(JUMPS, lambda **rest: 1),
)
