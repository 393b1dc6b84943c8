"""Output shapes of layers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import prod

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import degenerate, empty_maps, operations, wrong_sizes
from reference import sizes

_Shape = tuple[int, ...]

NOT_ROUNDED = "size-not-rounded"
"""The key of the mistake in sizes, and in what is counted from them."""


BATCH_AXIS = wrong_sizes.BATCH_AXIS
"""The key of the mistake that a shape has the number of images in front."""


def _map(in_shape: _Shape, channels: int, size: Callable[[int], int]) -> _Shape:
    """A shape with each spatial size worked out on its own; at least one cell per axis."""
    return (channels, *(max(size(n), 1) for n in in_shape[1:]))


def _span(kernel: int, dilation: int) -> int:
    return (kernel - 1) * dilation + 1


def _conv_rounded_up(
    in_shape: _Shape, channels: int, kernel: int, stride: int, padding: int, dilation: int
) -> _Shape:
    return _map(
        in_shape,
        channels,
        lambda n: -(-(n + 2 * padding - _span(kernel, dilation)) // stride) + 1,
    )


def _padded_once(n: int, span: int, stride: int, padding: int) -> int:
    return (n + padding - span) // stride + 1


def _unpadded(n: int, span: int, stride: int, padding: int) -> int:
    del padding
    return (n - span) // stride + 1


def _without_plus_one(n: int, span: int, stride: int, padding: int) -> int:
    return (n + 2 * padding - span) // stride


def _conv_plus_two(
    in_shape: _Shape, channels: int, kernel: int, stride: int, padding: int, dilation: int
) -> _Shape:
    return _map(
        in_shape, channels, lambda n: (n + 2 * padding - _span(kernel, dilation)) // stride + 2
    )


def _conv_of_span(span: Callable[[int, int], int]) -> Callable[..., _Shape]:
    """The shape where a kernel of a dilation is taken to span so much."""

    def shape(
        in_shape: _Shape, channels: int, kernel: int, stride: int, padding: int, dilation: int
    ) -> _Shape:
        reach = span(kernel, dilation)
        return _map(in_shape, channels, lambda n: (n + 2 * padding - reach) // stride + 1)

    return shape


def _unit_stride(
    in_shape: _Shape, channels: int, kernel: int, padding: int, dilation: int
) -> _Shape:
    return _map(in_shape, channels, lambda n: n + 2 * padding - _span(kernel, dilation) + 1)


def _undilated(in_shape: _Shape, channels: int, kernel: int, stride: int, padding: int) -> _Shape:
    return _map(in_shape, channels, lambda n: (n + 2 * padding - kernel) // stride + 1)


def in_steps(room: int | Fraction, stride: int) -> int | Fraction:
    """How many steps fit into the room and one more, not rounded; whole where it comes out so."""
    return whole(1 + Fraction(room) / stride)


def whole(number: int | Fraction) -> int | Fraction:
    """A fraction that comes out whole as the whole number that it is."""
    return int(number) if Fraction(number).denominator == 1 else number


def with_fraction(shape: _Shape) -> _Shape:
    """The shape, if one of its sizes is a fraction. Raises NotApplicableError if all are whole."""
    if all(Fraction(n).denominator == 1 for n in shape):
        raise NotApplicableError(f"a size is needed that is a fraction, but {shape} came")
    return shape


def _conv_not_rounded(
    in_shape: _Shape, channels: int, kernel: int, stride: int, padding: int, dilation: int
) -> tuple[int | Fraction, ...]:
    span = _span(kernel, dilation)
    return (channels, *(in_steps(n + 2 * padding - span, stride) for n in in_shape[1:]))


def _pool_not_rounded(
    in_shape: _Shape, kernel: int, stride: int, padding: int = 0
) -> tuple[int | Fraction, ...]:
    return (in_shape[0], *(in_steps(n + 2 * padding - kernel, stride) for n in in_shape[1:]))


CONV_SHAPE = Rule(
    "conv-shape",
    sizes.conv_output_shape,
    lenient=empty_maps.conv_shape,
    slips=(
        Slip(NOT_ROUNDED, _conv_not_rounded),
        Slip("rounded-up", _conv_rounded_up, by_kind=True),
        wrong_sizes.convolved("padding-counted-once", _padded_once),
        wrong_sizes.convolved("padding-forgotten", _unpadded),
        wrong_sizes.convolved("plus-one-forgotten", _without_plus_one),
        Slip("two-for-plus-one", _conv_plus_two, last_resort=True),
        Slip(
            "kernel-not-reduced-in-size",
            _conv_of_span(lambda kernel, dilation: kernel * dilation + 1),
            mistake="kernel-not-reduced",
            last_resort=True,
        ),
        Slip(
            "kernel-reduced-twice",
            _conv_of_span(lambda kernel, dilation: (kernel - 1) * dilation),
            last_resort=True,
        ),
        Slip("dilation-forgotten", _undilated),
        Slip(
            "dilation-times-kernel",
            _conv_of_span(lambda kernel, dilation: kernel * dilation),
            last_resort=True,
        ),
        wrong_sizes.convolved("stride-before-kernel", wrong_sizes.divided_first),
        Slip("stride-forgotten", _unit_stride),
        Slip("same-for-valid", lambda in_shape, channels: (channels, *in_shape[1:])),
        Slip(
            "channels-last",
            lambda in_shape, channels, kernel, geometry: _channels_last(
                sizes.conv_output_shape(in_shape, channels, kernel, geometry)
            ),
            notation=True,
        ),
        Slip(
            "height-and-width-swapped",
            lambda in_shape, channels, kernel, geometry: _width_first(
                sizes.conv_output_shape(in_shape, channels, kernel, geometry)
            ),
        ),
        *wrong_sizes.of_convolution(),
    ),
    degenerate=degenerate.rounding_of_convolution,
    operations=operations.of_convolved_shape,
)


def _channels_last(shape: _Shape) -> _Shape:
    return (*shape[1:], shape[0])


def _width_first(shape: _Shape) -> _Shape:
    return (shape[0], *reversed(shape[1:]))


POOL_SHAPE = Rule(
    "pool-shape",
    sizes.pool_output_shape,
    lenient=empty_maps.pool_shape,
    slips=(
        Slip(NOT_ROUNDED, _pool_not_rounded),
        Slip(
            "rounded-up",
            lambda in_shape, kernel, stride, padding=0: _map(
                in_shape, in_shape[0], lambda n: -(-(n + 2 * padding - kernel) // stride) + 1
            ),
            by_kind=True,
        ),
        wrong_sizes.pooled("padding-counted-once", _padded_once),
        wrong_sizes.pooled("plus-one-forgotten", _without_plus_one),
        Slip(
            "two-for-plus-one",
            lambda in_shape, kernel, stride, padding=0: _map(
                in_shape, in_shape[0], lambda n: (n + 2 * padding - kernel) // stride + 2
            ),
            last_resort=True,
        ),
        Slip(
            "kernel-not-reduced-in-size",
            lambda in_shape, kernel, stride, padding=0: _map(
                in_shape, in_shape[0], lambda n: (n + 2 * padding - kernel - 1) // stride + 1
            ),
            mistake="kernel-not-reduced",
            last_resort=True,
        ),
        Slip(
            "kernel-reduced-twice",
            lambda in_shape, kernel, stride, padding=0: _map(
                in_shape, in_shape[0], lambda n: (n + 2 * padding - kernel + 1) // stride + 1
            ),
            last_resort=True,
        ),
        Slip(
            "pooling-with-stride-one",
            lambda in_shape, kernel, padding=0: _map(
                in_shape, in_shape[0], lambda n: n + 2 * padding - kernel + 1
            ),
            mistake="stride-forgotten",
        ),
        Slip(
            "channels-last",
            lambda in_shape, window: _channels_last(sizes.pool_output_shape(in_shape, window)),
            notation=True,
        ),
        Slip(
            "height-and-width-swapped",
            lambda in_shape, window: _width_first(sizes.pool_output_shape(in_shape, window)),
        ),
        *wrong_sizes.of_pooling(),
    ),
    degenerate=degenerate.rounding_of_pooling,
    operations=operations.of_pooled_shape,
)

FLATTEN_SHAPE = Rule(
    "flatten-shape",
    sizes.flatten_shape,
    lenient=empty_maps.flatten_shape,
    slips=(
        Slip(NOT_ROUNDED, lambda in_shape: (whole(prod(with_fraction(in_shape))),)),
        Slip(
            "flattened-by-adding",
            lambda in_shape: (in_shape[0] + prod(in_shape[1:]),),
            other_ways=(lambda in_shape: (sum(in_shape),),),
        ),
        Slip("channels-not-flattened", lambda in_shape: (in_shape[1] * in_shape[2],)),
        Slip("only-channels-kept", lambda in_shape: (in_shape[0],)),
        Slip("flattened-along-one-side", lambda in_shape: (in_shape[0] * in_shape[1],)),
        Slip("last-layer-skipped", lambda earlier_shape: (prod(earlier_shape),)),
        Slip("not-flattened", lambda in_shape: tuple(in_shape), notation=True),
        Slip(BATCH_AXIS, lambda in_shape: (1, prod(in_shape)), notation=True),
    ),
    operations=operations.of_flattening,
)

AFFINE_SHAPE = Rule(
    "affine-shape",
    sizes.affine_output_shape,
    operations=operations.none,
)

SIDE = Rule(
    "side",
    sizes.map_height,
    operations=operations.none,
)
