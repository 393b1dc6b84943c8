"""Rules about receptive fields: counted back, the depth that they need, and what a model lacks.

Sizes are in cells along one axis, fields in input px.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.forms import Reasoned
from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import operations
from reference.errors import ShapeError
from reference.numbers import counted
from reference.sizes import conv_output_size, pool_output_size

Array = NDArray[Any]

# -- counted from the last map back ----------------------------------------------------------------


def cells_before(cells: int, kernel: int, stride: int, dilation: int = 1) -> int:
    """How many cells of a layer's input so many neighbouring outputs depend on.

    `(cells - 1) stride + (kernel - 1) dilation + 1`. Raises ShapeError for a number below 1.
    Source: A. Araujo, W. Norris, J. Sim, Computing receptive fields of convolutional neural
    networks, Distill 2019, doi:10.23915/distill.00021, equation 1.
    """
    between = (counted("the cells", cells) - 1) * counted("the stride", stride)
    span = (counted("the kernel", kernel) - 1) * counted("the dilation", dilation) + 1
    return between + span


def _dilated(dilation: int) -> int:
    if dilation == 1:
        raise NotApplicableError("a dilation is needed that is misread")
    return dilation


def _strided(stride: int) -> int:
    if stride == 1:
        raise NotApplicableError("a stride is needed that is misread")
    return stride


_BACK = (
    Slip(
        "kernel-not-reduced",
        lambda cells, kernel, stride, dilation=1: (cells - 1) * stride + kernel * dilation + 1,
        last_resort=True,  # as if one cell more were seen
    ),
    Slip(
        "stride-forgotten",
        lambda cells, kernel, stride, dilation=1: (
            cells - 1 + (kernel - 1) * dilation + _strided(stride) // stride
        ),
    ),
    Slip(
        "cells-not-reduced",
        lambda cells, kernel, stride, dilation=1: (
            cells * _strided(stride) + (kernel - 1) * dilation + 1
        ),
        other_ways=(
            lambda cells, kernel, stride, dilation=1: (
                cells * _strided(stride) + (kernel - 1) * dilation
            ),
        ),
    ),
    Slip(
        "plus-one-forgotten",
        lambda cells, kernel, stride, dilation=1: (cells - 1) * stride + (kernel - 1) * dilation,
    ),
    Slip(
        "stride-moves-kernel",
        lambda cells, kernel, stride, dilation=1: (
            (cells - 1 + (kernel - 1) * dilation) * _strided(stride) + 1
        ),
    ),
    Slip(
        "jump-for-own-stride",
        lambda cells, kernel, jump, dilation=1: (cells - 1) * jump + (kernel - 1) * dilation + 1,
    ),
    Slip("field-is-kernel", lambda kernel, dilation=1: (kernel - 1) * dilation + 1),
)

CONV_BACK = Rule(
    "conv-cells-before",
    cells_before,
    slips=(
        *_BACK,
        Slip(
            "dilation-forgotten",
            lambda cells, kernel, stride: cells_before(cells, kernel, stride),
        ),
        Slip(
            "dilation-as-gaps",
            lambda cells, kernel, stride, dilation: cells_before(
                cells, kernel, stride, _dilated(dilation) + 1
            ),
        ),
        Slip(
            "dilation-times-kernel",
            lambda cells, kernel, stride, dilation: (
                (cells - 1) * stride + kernel * _dilated(dilation)
            ),
            last_resort=True,
        ),
        Slip(
            "padding-widens-field",
            lambda cells, kernel, stride, padding, dilation=1: (
                cells_before(cells, kernel, stride, dilation) + 2 * padding
            ),
        ),
    ),
    operations=operations.of_field,
)

POOL_BACK = Rule(
    "pool-cells-before",
    cells_before,
    slips=(
        *_BACK,
        Slip(
            "pooling-does-not-widen",
            lambda cells, stride: (cells - 1) * stride + 1,
            mistake="pooling-left-out",
            last_resort=True,
        ),
        Slip("pooling-left-out", lambda cells: cells),
    ),
    operations=operations.of_field,
)

# -- how deep --------------------------------------------------------------------------------------


def least_depth(field: int, kernel: int, rf_in: int = 1, jump_in: int = 1, growth: int = 1) -> int:
    """The least number of further convolutions with which the field is at least so large.

    They have this kernel, stride 1 and dilations of 1, growth, growth squared and so on, behind a
    map of that field and jump (of the image: 1 and 1). Raises ShapeError for a number below 1, and
    for a kernel of one cell, which never widens a field.
    Source: Araujo, Norris, Sim 2019, equation 2; F. Yu, V. Koltun, Multi-scale context aggregation
    by dilated convolutions, arXiv:1511.07122 (dilations that double).
    """
    step = (counted("the kernel", kernel, 2) - 1) * counted("the jump", jump_in)
    missing = counted("the field", field) - counted("the field before", rf_in)
    growth, layers = counted("the growth", growth), 0
    while missing > 0:
        missing -= step * growth**layers
        layers += 1
    return layers


def _layers(missing: int, step: int) -> int:
    """How many equal steps it takes, rounded up."""
    return max(-(-missing // step), 0)


def _rounded_down(
    field: int, kernel: int, rf_in: int = 1, jump_in: int = 1, growth: int = 1
) -> int:
    right = least_depth(field, kernel, rf_in, jump_in, growth)
    if right == least_depth(field + 1, kernel, rf_in, jump_in, growth) - 1:
        raise NotApplicableError("a field is needed that the layers before the last do not reach")
    return right - 1


def _one_layer_more(
    field: int, kernel: int, rf_in: int = 1, jump_in: int = 1, growth: int = 1
) -> int:
    return least_depth(field, kernel, rf_in, jump_in, growth) + 1


_LEAST = (
    Slip("depth-rounded-down", _rounded_down),
    Slip(
        "jump-forgotten",
        lambda field, kernel, rf_in, growth=1: least_depth(field, kernel, rf_in, 1, growth),
        mistake="stride-forgotten",
    ),
    Slip(
        "field-before-forgotten",
        lambda field, kernel, jump_in, growth=1: least_depth(field, kernel, 1, jump_in, growth),
    ),
    Slip("one-layer-more", _one_layer_more, last_resort=True),
)

LEAST_DEPTH = Rule(
    "least-depth",
    least_depth,
    slips=(
        Slip(
            "kernel-not-reduced",
            lambda field, kernel, rf_in=1, jump_in=1: _layers(field - rf_in, kernel * jump_in),
        ),
        *_LEAST,
    ),
    operations=lambda: 4,
)

LEAST_DEPTH_OF_IMAGE = LEAST_DEPTH.but(
    "least-depth-of-image",
    without=("jump-forgotten", "field-before-forgotten"),
    also=(
        Slip("fields-divided", lambda field, kernel: _layers(field, kernel), last_resort=True),
        Slip(
            "pixel-forgotten",
            lambda field, kernel: _layers(field, kernel - 1),
        ),
    ),
)

LEAST_DEPTH_DILATED = LEAST_DEPTH.but(
    "least-depth-dilated",
    without=("kernel-not-reduced",),
    also=(
        Slip(
            "dilation-forgotten",
            lambda field, kernel, rf_in=1, jump_in=1: least_depth(field, kernel, rf_in, jump_in),
        ),
        Slip(
            "dilation-grows-by-adding",
            lambda field, kernel, rf_in=1, jump_in=1: _with_growing(field, kernel, rf_in, jump_in),
        ),
    ),
    operations=lambda field, kernel, rf_in, jump_in, growth: (
        2 * least_depth(field, kernel, rf_in, jump_in, growth)
    ),
)


def _with_growing(field: int, kernel: int, rf_in: int, jump_in: int) -> int:
    """As many layers as it takes with dilations of 1, 2, 3 and so on."""
    layers = 0
    while rf_in < field:
        layers += 1
        rf_in += (kernel - 1) * layers * jump_in
    return layers


def greatest_depth(size: int, kernel: int) -> int:
    """How many convolutions without padding, with stride 1, an input of that size has room for.

    Each takes `kernel - 1` cells, and one cell has to be left. Raises ShapeError for a number below
    1, and for a kernel of one cell.
    """
    return (counted("the size", size) - 1) // (counted("the kernel", kernel, 2) - 1)


GREATEST_DEPTH = Rule(
    "greatest-depth",
    greatest_depth,
    slips=(
        Slip("kernel-not-reduced", lambda size, kernel: size // kernel),
        Slip("depth-rounded-up", lambda size, kernel: -(-(size - 1) // (kernel - 1))),
        Slip("last-cell-used-up", lambda size, kernel: size // (kernel - 1)),
        Slip("half-kernel-subtracted", lambda size, kernel: (size - 1) // (kernel // 2)),
        Slip(
            "last-layer-that-fits-left-out",
            lambda size, kernel: greatest_depth(size, kernel) - 1,
            last_resort=True,
        ),
        Slip(
            "layer-that-does-not-fit",
            lambda size, kernel: greatest_depth(size, kernel) + 1,
            last_resort=True,
        ),
    ),
    operations=lambda: 3,
)


def block_sizes(size: int, kernel: int, region: int = 2) -> Array:
    """Sizes (B,) of the map after each block of a convolution without padding, and a pooling.

    The pooling has windows side by side and rounds down. There are as many blocks as there is room
    for. Raises ShapeError if there is none, or for a number below 1.
    """
    sizes: list[int] = []
    while True:
        try:
            convolved = conv_output_size(sizes[-1] if sizes else size, kernel)
            sizes.append(pool_output_size(convolved, region))
        except ShapeError:
            if not sizes:
                raise
            return np.array(sizes, dtype=object)


def _sizes_by(change: Callable[[int, int, int], int]) -> Callable[..., Any]:
    """The sizes where a block makes another size of the one before it; none below one cell."""

    def wrong(size: int, kernel: int, region: int = 2) -> Array:
        sizes: list[int] = []
        while (size := change(size, kernel, region)) > 0 and len(sizes) < 12:
            if sizes and size >= sizes[-1]:
                break
            sizes.append(size)
        if not sizes:
            raise NotApplicableError("a larger input is needed, on which there is a block")
        return np.array(sizes, dtype=object)

    return wrong


def _but_last(sizes: Array) -> Array:
    if len(sizes) < 2:
        raise NotApplicableError("several blocks are needed")
    return sizes[:-1]


BLOCK_SIZES = Rule(
    "block-sizes",
    block_sizes,
    slips=(
        Slip("pooling-left-out", _sizes_by(lambda n, k, w: n - k + 1)),
        Slip(
            "blocks-rounded-up",
            _sizes_by(lambda n, k, w: -(-(n - k + 1) // w) if n >= k else 0),
        ),
        Slip("plus-one-forgotten", _sizes_by(lambda n, k, w: (n - k) // w)),
        Slip("same-for-valid", _sizes_by(lambda n, k, w: n // w)),
        Slip("pooling-before-convolution", _sizes_by(lambda n, k, w: n // w - k + 1)),
        Slip("pooling-with-stride-one", _sizes_by(lambda n, k, w: n - k + 1 - w + 1)),
        Slip("last-block-forgotten", lambda size, kernel: _but_last(block_sizes(size, kernel))),
    ),
    operations=lambda size, kernel: 3 * len(block_sizes(size, kernel)),
)

# -- what a model lacks ----------------------------------------------------------------------------


def what_to_change(rf: int, jump: int, extent: int, precision: int) -> Reasoned:
    """What may help a model that underfits: the last map has this field and total jump, in px.

    It is to tell patterns of some extent apart, at places that matter to some precision. Source:
    I. Goodfellow, Y. Bengio, A. Courville, Deep Learning (2016), section 9.4.
    """
    if rf < extent:
        return Reasoned("larger-field", "pattern-not-seen")
    if jump > precision:
        return Reasoned("smaller-regions", "place-lost")
    return Reasoned("more-channels", "priors-fit")


def _unless_right(option: str, reason: str) -> Callable[..., Reasoned]:
    def wrong(rf: int, jump: int, extent: int, precision: int) -> Reasoned:
        if what_to_change(rf, jump, extent, precision) == Reasoned(option, reason):
            raise NotApplicableError("the mistake is about another model")
        return Reasoned(option, reason)

    return wrong


WHAT_TO_CHANGE = Rule(
    "what-to-change",
    what_to_change,
    slips=(
        Slip("underfitting-as-overfitting", lambda: Reasoned("fewer-weights", "learns-noise")),
        Slip("field-taken-as-too-small", _unless_right("larger-field", "pattern-not-seen")),
        Slip("regions-taken-as-too-large", _unless_right("smaller-regions", "place-lost")),
        Slip("priors-taken-as-right", _unless_right("more-channels", "priors-fit")),
    ),
    operations=lambda: 2,
)
