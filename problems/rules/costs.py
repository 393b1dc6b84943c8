"""Parameters and multiply-accumulates of layers."""

from __future__ import annotations

from math import prod

from problems.rule import Rule, Slip
from problems.rules import operations
from reference import costs

_Shape = tuple[int, ...]

CONV_PARAMETERS = Rule(
    "conv-parameters",
    costs.conv_parameters,
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
    slips=(
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
        Slip(
            "multiplications-and-additions",
            lambda in_shape, features: 2 * costs.affine_macs(in_shape, features),
        ),
        Slip("bias-counted-in-macs", lambda in_shape, features: (prod(in_shape) + 1) * features),
    ),
    operations=lambda in_shape: len(in_shape),
)
