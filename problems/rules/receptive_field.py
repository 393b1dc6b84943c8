"""Receptive fields by forward analysis."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import operations
from reference import receptive_field as fields

_KERNEL_NOT_REDUCED = Slip(
    "kernel-not-reduced",
    lambda rf_in, jump_in, kernel, dilation=1: rf_in + kernel * dilation * jump_in,
)
_JUMP_FORGOTTEN = Slip(
    "jump-forgotten",
    lambda rf_in, kernel, dilation=1: rf_in + (kernel - 1) * dilation,
    mistake="stride-forgotten",
)
_JUMP_TOO_EARLY = Slip(
    "jump-updated-before-use",
    lambda rf_in, jump_in, kernel, stride, dilation=1: (
        rf_in + (kernel - 1) * dilation * jump_in * stride
    ),
)


def _kernels_added(rf_in: int, kernel: int, dilation: int = 1) -> int:
    """The sum of the kernels so far; the field of the input itself, 1, is no kernel."""
    return (rf_in if rf_in > 1 else 0) + (kernel - 1) * dilation + 1


_KERNELS_ADDED = Slip("kernels-added", _kernels_added)

_BACKWARDS = Slip(
    "field-formula-backwards",
    lambda rf_in, kernel, stride, dilation=1: (rf_in - 1) * stride + (kernel - 1) * dilation + 1,
    last_resort=True,
)

_OWN_STRIDE = Slip(
    "own-stride-for-jump",
    lambda rf_in, kernel, stride, dilation=1: rf_in + (kernel - 1) * dilation * stride,
    last_resort=True,  # where the stride is 1 it is the jump left out
)
_MULTIPLIED = Slip(
    "fields-multiplied",
    lambda rf_in, kernel: rf_in * kernel,
    by_kind=True,  # pooling is said to multiply what a cell sees
)
_IS_KERNEL = Slip("field-is-kernel", lambda kernel: kernel)  # as torchscan 0.2.0 prints it
_AREA = Slip(
    "field-as-area",
    lambda rf_in, jump_in, kernel, dilation=1: (rf_in + (kernel - 1) * dilation * jump_in) ** 2,
    notation=True,
)


def _dilated(dilation: int) -> int:
    if dilation == 1:
        raise NotApplicableError("a dilation is needed that is misread")
    return dilation


def _counted_back(onwards: Sequence[tuple[int, int, int]]) -> int:
    """What the last map sees of a layer's input.

    ``onwards`` has kernel, stride and dilation of the layer and of those after it up to that map.
    """
    field = 1
    for kernel, stride, dilation in reversed(onwards):
        field = (field - 1) * stride + (kernel - 1) * dilation + 1
    return field


COUNTED_BACK = Slip("field-counted-back", _counted_back)
"""As torchscan 0.1.0 printed it. It takes the layers that come after, ``onwards``."""


def _cut_at(side: int) -> Callable[..., int]:
    """The field cut off at a side of the image: 1 is its height, 2 its width."""

    def wrong(
        rf_in: int, jump_in: int, kernel: int, image_shape: Sequence[int], dilation: int = 1
    ) -> int:
        right = fields.receptive_field(rf_in, jump_in, kernel, dilation)
        if right <= image_shape[side]:
            raise NotApplicableError("a field is needed that reaches beyond the image")
        return image_shape[side]

    return wrong


CUT_AT_IMAGE = Slip("field-cut-at-image", _cut_at(1), other_ways=(_cut_at(2),))
"""It takes the shape of the image, (C, H, W)."""


def _jump_by_dilation(jump_in: int, stride: int, dilation: int) -> int:
    return jump_in * stride * dilation


DILATION_AS_STRIDE = Slip("dilation-as-stride", _jump_by_dilation)

OF_DILATED_JUMP = (
    DILATION_AS_STRIDE,
    Slip("dilation-moves-window", _jump_by_dilation, mistake="dilation-as-stride"),
)
"""Slips in the jump behind a layer with a dilation: the kernel may keep its gaps, or have none."""


def _from_zero(rf_in: int, jump_in: int, kernel: int, dilation: int = 1) -> int:
    """The field of the first layer, where that of a pixel of the image is 0."""
    if rf_in != 1 or jump_in != 1:
        raise NotApplicableError("the first layer is needed, which sees the image itself")
    return fields.receptive_field(rf_in, jump_in, kernel, dilation) - 1


CONV_FIELD = Rule(
    "conv-field",
    fields.receptive_field,
    slips=(
        _KERNEL_NOT_REDUCED,
        _JUMP_FORGOTTEN,
        _JUMP_TOO_EARLY,
        _KERNELS_ADDED,
        _BACKWARDS,
        Slip(
            "dilation-times-kernel",
            lambda rf_in, jump_in, kernel, dilation=1: rf_in + (kernel * dilation - 1) * jump_in,
            last_resort=True,
        ),
        Slip(
            "dilation-forgotten",
            lambda rf_in, jump_in, kernel: rf_in + (kernel - 1) * jump_in,
        ),
        Slip(
            "padding-widens-field",
            lambda rf_in, jump_in, kernel, padding, dilation=1: (
                rf_in + ((kernel - 1) * dilation + 2 * padding) * jump_in
            ),
        ),
        Slip(
            "padding-narrows-field",
            lambda rf_in, jump_in, kernel, padding, dilation=1: (
                rf_in + ((kernel - 1) * dilation - 2 * padding) * jump_in
            ),
        ),
        _IS_KERNEL,
        _MULTIPLIED,
        _OWN_STRIDE,
        _AREA,
        Slip(
            "dilation-as-gaps",
            lambda rf_in, jump_in, kernel, dilation: (
                rf_in + (kernel - 1) * (_dilated(dilation) + 1) * jump_in
            ),
        ),
        Slip(
            "kernel-times-gaps",
            lambda rf_in, jump_in, kernel, dilation: (
                rf_in + kernel * (_dilated(dilation) - 1) * jump_in
            ),
        ),
        Slip(
            "dilated-extent-one-short",
            lambda rf_in, jump_in, kernel, dilation: (
                rf_in + ((kernel - 1) * _dilated(dilation) - 1) * jump_in
            ),
        ),
        Slip(
            "dilation-added-to-kernel",
            lambda rf_in, jump_in, kernel, dilation: (
                rf_in + (kernel + _dilated(dilation) - 2) * jump_in
            ),
        ),
        Slip(
            "dilation-moves-window",  # what a kernel without gaps sees
            lambda rf_in, jump_in, kernel: fields.receptive_field(rf_in, jump_in, kernel),
            mistake="dilation-as-stride",
        ),
        Slip("field-starts-at-zero", _from_zero),
    ),
    operations=operations.of_field,
)

POOL_FIELD = Rule(
    "pool-field",
    fields.receptive_field,
    slips=(
        _KERNEL_NOT_REDUCED,
        _JUMP_FORGOTTEN,
        _JUMP_TOO_EARLY,
        _KERNELS_ADDED,
        _BACKWARDS,
        Slip("pooling-does-not-widen", lambda rf_in: rf_in, mistake="pooling-left-out"),
        Slip("field-times-stride", lambda rf_in, stride: rf_in * stride),
        _IS_KERNEL,
        _MULTIPLIED,
        _OWN_STRIDE,
        _AREA,
    ),
    operations=operations.of_field,
)

STRIDE_IS_KERNEL = Slip("stride-is-kernel", lambda jump_in, kernel: jump_in * kernel)
"""A slip in the jump behind a pooling."""


def _left_out(jump_in: int) -> int:
    if jump_in == 1:
        raise NotApplicableError("strides are needed beside the one that is left out")
    return jump_in


STRIDE_LEFT_OUT = Slip("stride-left-out-of-jump", _left_out, mistake="stride-forgotten")
"""A slip in the jump behind a pooling. Where there are no other strides, all of them are left out.
"""

POOLING_LEFT_OUT = Slip(
    "pooling-left-out-of-jump",
    lambda jump_in: jump_in,
    mistake="pooling-left-out",
    last_resort=True,
)
"""A slip in the jump behind a pooling, which is passed over there, as in its shape and field."""

JUMP = Rule(
    "jump",
    fields.jump,
    slips=(
        Slip(
            "jumps-added",
            lambda jump_in, stride: jump_in + stride - 1,
            other_ways=(lambda jump_in, stride: stride if jump_in == 1 else jump_in + stride,),
        ),
        Slip(
            "strides-added-to-one",
            lambda jump_in, stride: jump_in + stride,
            mistake="jumps-added",
            last_resort=True,
        ),
        Slip("jump-of-last-layer-only", lambda stride: stride),
    ),
    operations=operations.one,
)

AFFINE_FIELD = Rule(
    "affine-field",
    fields.affine_receptive_field,
    slips=(
        Slip("affine-keeps-field", lambda rf_in: rf_in),
        Slip("field-is-map-size", lambda map_size: map_size),
        Slip(
            "field-beyond-input",
            lambda rf_in, jump_in, map_size: rf_in + (map_size - 1) * jump_in,
        ),
        Slip(
            "jump-forgotten",
            lambda rf_in, map_size, in_size: min(in_size, rf_in + map_size - 1),
            mistake="stride-forgotten",
        ),
        Slip("field-is-kernel", lambda: 1),
        Slip(
            "field-as-area",
            lambda rf_in, jump_in, map_size, in_size: (
                fields.affine_receptive_field(rf_in, jump_in, map_size, in_size) ** 2
            ),
            notation=True,
        ),
    ),
    operations=operations.of_fully_connected_field,
)

VECTOR_FIELD = Rule("vector-field", fields.vector_field)


def _paths_in_series(fields: Sequence[int], rf_in: int) -> int:
    """The field where each path is taken to follow the one before it."""
    return rf_in + sum(field - rf_in for field in fields)


LONGEST_PATH = Rule(
    "longest-path",
    fields.widest_field,
    slips=(
        Slip("shortest-path", lambda fields: min(fields)),
        Slip("fields-of-paths-added", lambda fields: sum(fields)),
        Slip("paths-in-series", _paths_in_series),
    ),
    operations=lambda fields: len(fields) - 1,
)
"""The field where paths meet. ``rf_in`` is that from which they part."""
