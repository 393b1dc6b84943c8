"""Parameters and multiply-accumulates of layers."""

from __future__ import annotations

from fractions import Fraction
from math import prod

from problems.rule import Rule, Slip
from problems.rules import operations
from problems.rules.sizes import NOT_ROUNDED, whole
from reference import costs
from reference.errors import ShapeError

_Shape = tuple[int, ...]


def _parameters_shared(
    in_shape: _Shape, channels: int, kernel: int, groups: int = 1, bias: bool = True
) -> int:
    """The parameters where a mistake has led to channels that the groups do not divide."""
    return _shared(in_shape[0] * kernel * kernel * channels, groups) + bias * channels


def _macs_shared(in_shape: _Shape, out_shape: _Shape, kernel: int, groups: int = 1) -> int:
    """The multiply-accumulates where a mistake has led to channels that do not divide."""
    return _shared(in_shape[0] * kernel * kernel * prod(out_shape), groups)


def _shared(products: int, groups: int) -> int:
    """A part for each group. Raises ShapeError where it does not come out whole."""
    if products < 1 or products % groups:
        raise ShapeError(f"{products} products cannot be shared among {groups} groups")
    return products // groups


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
        ),
    ),
    operations=operations.none,
)

AFFINE_PARAMETERS = Rule(
    "affine-parameters",
    costs.affine_parameters,
    slips=(
        Slip(NOT_ROUNDED, lambda in_shape, features: whole((prod(in_shape) + 1) * features)),
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
        ),
    ),
    operations=operations.of_affine_weights,
)

CONV_MACS = Rule(
    "conv-macs",
    costs.conv_macs,
    lenient=_macs_shared,
    slips=(
        Slip(
            NOT_ROUNDED,
            lambda in_shape, out_shape, kernel, groups=1: whole(
                Fraction(in_shape[0] * kernel * kernel * prod(out_shape)) / groups
            ),
        ),
        Slip(
            "input-size-for-output-size",
            lambda in_shape, channels, kernel, groups=1: costs.conv_macs(
                in_shape, (channels, *in_shape[1:]), kernel, groups
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
        ),
    ),
    operations=operations.of_convolution_macs,
)

AFFINE_MACS = Rule(
    "affine-macs",
    costs.affine_macs,
    slips=(
        Slip(NOT_ROUNDED, lambda in_shape, features: whole(prod(in_shape) * features)),
        Slip(
            "multiplications-and-additions",
            lambda in_shape, features: 2 * costs.affine_macs(in_shape, features),
        ),
        Slip("bias-counted-in-macs", lambda in_shape, features: (prod(in_shape) + 1) * features),
    ),
    operations=lambda in_shape: len(in_shape),
)
