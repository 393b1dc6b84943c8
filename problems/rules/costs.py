"""Parameters and multiply-accumulate operations of layers."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import prod

from problems.rule import NotApplicableError, Rule, Slip
from problems.rules import empty_maps, operations, wrong_parameters
from problems.rules.printed_counts import (
    OPERATIONS_OF_AFFINE,
    OPERATIONS_OF_CONVOLUTION,
    count_rounded,
)
from problems.rules.sizes import NOT_ROUNDED, whole, with_fraction
from problems.rules.wrong_parameters import shared
from reference import costs

_Shape = tuple[int, ...]


def _parameters_shared(
    in_shape: _Shape, channels: int, kernel: int, groups: int = 1, bias: bool = True
) -> int:
    """The parameters where a mistake has led to channels that the groups do not divide."""
    return shared(in_shape[0] * kernel * kernel * channels, groups) + bias * channels


def _macs_shared(in_shape: _Shape, out_shape: _Shape, kernel: int, groups: int = 1) -> int:
    """The multiply-accumulate operations where a mistake has led to channels that do not divide.

    There are none on an empty map; and below none, as many as come of the formula.
    """
    if min(out_shape[1:], default=1) < 1 and in_shape[0] % groups == 0:
        return in_shape[0] // groups * kernel * kernel * prod(empty_maps.whole(out_shape))
    return shared(in_shape[0] * kernel * kernel * prod(out_shape), groups)


def _filled(kernel: int, dilation: int) -> int:
    """The side of a dilated kernel, its gaps counted as weights. Raises NotApplicableError."""
    if dilation == 1:
        raise NotApplicableError("a dilation is needed that has gaps")
    return (kernel - 1) * dilation + 1


CONV_PARAMETERS = Rule(
    "conv-parameters",
    costs.conv_parameters,
    lenient=_parameters_shared,
    slips=(
        Slip(
            "bias-forgotten",
            lambda in_shape, channels, kernel, groups=1: costs.conv_parameters(
                in_shape, channels, kernel, groups, bias=False
            ),
        ),
        Slip(
            "one-bias-in-all",
            lambda in_shape, channels, kernel, groups=1: (
                1 + costs.conv_parameters(in_shape, channels, kernel, groups, bias=False)
            ),
        ),
        Slip(
            "bias-per-input-channel",
            lambda in_shape, channels, kernel, groups=1: (
                in_shape[0] + costs.conv_parameters(in_shape, channels, kernel, groups, bias=False)
            ),
        ),
        Slip(
            "input-channels-forgotten",
            lambda channels, kernel, bias=True: (kernel * kernel + bias) * channels,
        ),
        Slip(
            "output-channels-forgotten",
            lambda in_shape, kernel, groups=1, bias=True: (
                in_shape[0] // groups * kernel * kernel + bias
            ),
            last_resort=True,
        ),
        Slip(
            "bias-per-kernel-slice",
            lambda in_shape, channels, kernel, groups=1: (
                in_shape[0] // groups * (kernel * kernel + 1) * channels
            ),
            last_resort=True,
        ),
        Slip(
            "input-size-for-kernel",
            lambda in_shape, channels, bias=True: (prod(in_shape) + bias) * channels,
        ),
        Slip(
            "kernel-not-squared",
            lambda in_shape, channels, kernel, groups=1, bias=True: (
                (in_shape[0] // groups * kernel + bias) * channels
            ),
        ),
        Slip(
            "groups-ignored",
            lambda in_shape, channels, kernel, bias=True: (
                (in_shape[0] * kernel * kernel + bias) * channels
            ),
        ),
        Slip(
            "groups-applied-twice",
            lambda in_shape, channels, kernel, groups=1, bias=True: (
                in_shape[0] * kernel * kernel * channels // groups**2 + bias * channels
            ),
        ),
        Slip(
            "kernel-depth-of-output",
            lambda channels, kernel, groups=1, bias=True: (
                (channels // groups * kernel * kernel + bias) * channels
            ),
        ),
        *wrong_parameters.OF_CONVOLUTION,
        # torchinfo prints them in a row of their own, below that of the convolution.
        Slip(
            "batch-norm-added",
            lambda in_shape, channels, kernel, groups=1: (
                costs.conv_parameters(in_shape, channels, kernel, groups) + 2 * channels
            ),
        ),
        Slip(
            "bias-per-output-cell",
            lambda in_shape, out_shape, channels, kernel, groups=1: (
                costs.conv_parameters(in_shape, channels, kernel, groups, bias=False)
                + prod(out_shape)
            ),
        ),
        Slip(
            "weights-of-every-place",
            lambda in_shape, out_shape, kernel, groups=1, bias=True: (
                (in_shape[0] // groups * kernel * kernel + bias) * prod(out_shape)
            ),
        ),
        Slip(
            "dilation-fills-kernel",
            lambda in_shape, channels, kernel, dilation, groups=1: costs.conv_parameters(
                in_shape, channels, _filled(kernel, dilation), groups
            ),
        ),
        Slip(
            "kernel-doubled",
            lambda in_shape, channels, kernel, groups=1, bias=True: (
                (in_shape[0] // groups * 2 * kernel + bias) * channels
            ),
            last_resort=True,
        ),
    ),
    operations=operations.of_convolution_weights,
)

POOL_PARAMETERS = Rule(
    "pool-parameters",
    costs.pool_parameters,
    slips=(
        Slip(
            "pooling-has-parameters",
            lambda in_shape, kernel: kernel * kernel * in_shape[0],
            other_ways=(
                lambda kernel: kernel * kernel,
                lambda in_shape, kernel: (kernel * kernel + 1) * in_shape[0],
                lambda in_shape, kernel: (kernel * kernel * in_shape[0] + 1) * in_shape[0],
                lambda in_shape, kernel: kernel * kernel * in_shape[0] * in_shape[0],
            ),
        ),
        # The subsampling layers of LeNet-5 (LeCun et al. 1998, section II.B) do have them.
        Slip("pooling-has-coefficients", lambda in_shape: 2 * in_shape[0]),
    ),
    operations=operations.none,
)

AFFINE_PARAMETERS = Rule(
    "affine-parameters",
    costs.affine_parameters,
    lenient=empty_maps.affine_parameters,
    slips=(
        Slip(
            NOT_ROUNDED,
            lambda in_shape, features: whole((prod(with_fraction(in_shape)) + 1) * features),
        ),
        Slip(
            "bias-forgotten",
            lambda in_shape, features: costs.affine_parameters(in_shape, features, bias=False),
        ),
        Slip(
            "one-bias-in-all",
            lambda in_shape, features: 1 + costs.affine_parameters(in_shape, features, bias=False),
        ),
        Slip(
            "bias-per-input",
            lambda in_shape, features: prod(in_shape) * (features + 1),
            mistake="bias-per-input-channel",
        ),
        wrong_parameters.BRACKETS_OF_AFFINE,
        Slip(
            "only-channels-kept",
            lambda earlier_shape, features: (earlier_shape[0] + 1) * features,
        ),
        Slip(
            "flattened-vector-again",
            lambda flat_shape, features: costs.affine_parameters(flat_shape, features),
        ),
    ),
    operations=operations.of_affine_weights,
)


def taps_inside(n: int, out: int, kernel: int, stride: int, padding: int, dilation: int) -> int:
    """How often a weight along an axis meets a cell of the input, and not of its padding."""
    taps = 0
    for tap in range(kernel):
        place = tap * dilation - padding  # under the first window
        first, last = -(place // stride), (n - 1 - place) // stride
        taps += max(0, min(last, out - 1) - max(first, 0) + 1)
    return taps


def _macs_inside(
    in_shape: _Shape,
    out_shape: _Shape,
    kernel: int,
    stride: int,
    padding: int,
    dilation: int,
    groups: int = 1,
) -> int:
    if padding == 0:
        raise NotApplicableError("a padding is needed that is not multiplied")
    taps = prod(
        taps_inside(n, out, kernel, stride, padding, dilation)
        for n, out in zip(in_shape[1:], out_shape[1:], strict=True)
    )
    return in_shape[0] * out_shape[0] * taps // groups


def _strided_again(
    in_shape: _Shape, out_shape: _Shape, kernel: int, stride: int, groups: int = 1
) -> int:
    if stride == 1:
        raise NotApplicableError("a stride is needed that is counted again")
    fewer = (out_shape[0], *(max(n // stride, 1) for n in out_shape[1:]))
    return costs.conv_macs(in_shape, fewer, kernel, groups)


def _weights_times(places: Callable[..., int]) -> Callable[..., int]:
    """The weights, without biases, times so many places as come of both shapes."""
    return lambda in_shape, out_shape, kernel, groups=1: (
        costs.conv_parameters(in_shape, out_shape[0], kernel, groups, bias=False)
        * places(in_shape, out_shape)
    )


IMAGES = (4, 8, 10, 16, 20, 32, 50, 64, 100, 128, 256)
"""Numbers of images in a batch that people put through a tool."""


def _of_batch(images: int, *, bias: bool) -> Callable[..., int]:
    return lambda in_shape, out_shape, kernel, groups=1: (
        images * (costs.conv_macs(in_shape, out_shape, kernel, groups) + bias * prod(out_shape))
    )


CONV_MACS = Rule(
    "conv-macs",
    costs.conv_macs,
    lenient=_macs_shared,
    slips=(
        Slip(
            NOT_ROUNDED,
            lambda in_shape, out_shape, kernel, groups=1: whole(
                Fraction(in_shape[0] * kernel * kernel * prod(with_fraction(out_shape))) / groups
            ),
        ),
        Slip(
            "input-size-for-output-size",
            lambda in_shape, channels, kernel, groups=1: costs.conv_macs(
                in_shape, (channels, *in_shape[1:]), kernel, groups
            ),
            other_ways=(
                lambda in_shape, channels, kernel, padding, groups=1: costs.conv_macs(
                    in_shape,
                    (channels, *(side + 2 * padding for side in in_shape[1:])),
                    kernel,
                    groups,
                ),
            ),
        ),
        Slip(
            "multiplications-and-additions",
            lambda in_shape, out_shape, kernel, groups=1: (
                2 * costs.conv_macs(in_shape, out_shape, kernel, groups)
            ),
        ),
        Slip(
            "parameters-for-macs",
            lambda in_shape, out_shape, kernel, groups=1: costs.conv_parameters(
                in_shape, out_shape[0], kernel, groups, bias=False
            ),
        ),
        Slip(
            "groups-ignored",
            lambda in_shape, out_shape, kernel: costs.conv_macs(in_shape, out_shape, kernel),
        ),
        Slip(
            "input-channels-forgotten",
            lambda out_shape, kernel: kernel * kernel * prod(out_shape),
        ),
        Slip(
            "output-channels-forgotten",
            lambda in_shape, out_shape, kernel, groups=1: (
                in_shape[0] // groups * kernel * kernel * prod(out_shape[1:])
            ),
            last_resort=True,
        ),
        Slip(
            "kernel-not-squared",
            lambda in_shape, out_shape, kernel, groups=1: (
                in_shape[0] // groups * kernel * prod(out_shape)
            ),
        ),
        Slip(
            "groups-applied-twice",
            lambda in_shape, out_shape, kernel, groups=1: (
                costs.conv_macs(in_shape, out_shape, kernel) // groups**2
            ),
        ),
        Slip(
            "bias-counted-in-macs",
            lambda in_shape, out_shape, kernel, groups=1: (
                costs.conv_macs(in_shape, out_shape, kernel, groups) + prod(out_shape)
            ),
            other_ways=(
                lambda in_shape, out_shape, kernel, groups=1: (
                    costs.conv_macs(in_shape, out_shape, kernel, groups) + out_shape[0]
                ),
            ),
        ),
        Slip(
            "additions-counted-apart",
            lambda in_shape, out_shape, kernel, groups=1: (
                2 * costs.conv_macs(in_shape, out_shape, kernel, groups) - prod(out_shape)
            ),
            mistake="multiplications-and-additions",
        ),
        OPERATIONS_OF_CONVOLUTION,
        wrong_parameters.CUBES_IN_MACS,
        wrong_parameters.GROUPS_IN_MACS,
        Slip("stride-counted-again", _strided_again),  # as early versions of thop did
        Slip("padding-not-multiplied", _macs_inside),
        Slip("weights-times-inputs", _weights_times(lambda before, _: prod(before))),
        Slip("weights-times-outputs", _weights_times(lambda _, after: prod(after))),
        Slip("positions-along-one-side", _weights_times(lambda _, after: after[1])),
        Slip(
            "kernel-depth-of-output",
            lambda out_shape, kernel, groups=1: (
                out_shape[0] // groups * kernel * kernel * prod(out_shape)
            ),
        ),
        Slip(
            "dilation-fills-kernel",
            lambda in_shape, out_shape, kernel, dilation, groups=1: costs.conv_macs(
                in_shape, out_shape, _filled(kernel, dilation), groups
            ),
        ),
        Slip(
            "macs-of-a-batch",
            _of_batch(IMAGES[0], bias=False),
            other_ways=tuple(_of_batch(n, bias=bias) for n in IMAGES for bias in (False, True)),
            last_resort=True,
        ),
        count_rounded(costs.conv_macs),
    ),
    operations=operations.of_convolution_macs,
)


def _of_images(images: int, *, bias: bool) -> Callable[..., int]:
    return lambda in_shape, features: images * (prod(in_shape) + bias) * features


AFFINE_MACS = Rule(
    "affine-macs",
    costs.affine_macs,
    lenient=empty_maps.affine_macs,
    slips=(
        Slip(
            NOT_ROUNDED,
            lambda in_shape, features: whole(prod(with_fraction(in_shape)) * features),
        ),
        Slip(
            "multiplications-and-additions",
            lambda in_shape, features: 2 * costs.affine_macs(in_shape, features),
        ),
        Slip("bias-counted-in-macs", lambda in_shape, features: (prod(in_shape) + 1) * features),
        Slip("only-channels-kept", lambda earlier_shape, features: earlier_shape[0] * features),
        Slip(
            "additions-counted-apart",
            lambda in_shape, features: (2 * prod(in_shape) - 1) * features,
            mistake="multiplications-and-additions",
        ),
        OPERATIONS_OF_AFFINE,
        Slip(
            "macs-of-a-batch",
            _of_images(IMAGES[0], bias=False),
            other_ways=tuple(_of_images(n, bias=bias) for n in IMAGES for bias in (False, True)),
            last_resort=True,
        ),
        count_rounded(costs.affine_macs),
    ),
    operations=lambda in_shape: len(in_shape),
)
