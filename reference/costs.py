"""Parameters and multiply-accumulates (MACs) of layers.

A multiply-accumulate is one multiplication and the addition that follows it; biases do not count.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from reference.errors import ShapeError
from reference.geometry import PoolWindow, Sizes
from reference.numbers import counted, per_axis
from reference.sizes import flatten_shape

__all__ = [
    "affine_macs",
    "affine_parameters",
    "conv_macs",
    "conv_parameters",
    "depthwise_parameters",
    "macs_of_weights",
    "pointwise_parameters",
    "pool_parameters",
    "separable_macs",
    "separable_parameters",
    "separable_total",
]


def conv_parameters(
    in_shape: Sequence[int], channels: int, kernel: Sizes, groups: int = 1, bias: bool = True
) -> int:
    """Parameters of a convolution of (C, H, W) or (C, N): `channels (C / groups) k k`, and biases.

    Raises ShapeError if the groups do not divide both numbers of channels.
    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 9.5.
    """
    weights = _kernel_cells(in_shape, channels, kernel, groups) * channels
    return weights + (channels if bias else 0)


def affine_parameters(in_shape: Sequence[int], features: int, bias: bool = True) -> int:
    """Parameters of a fully connected layer that sees (C, H, W), or any other shape, flattened.

    `C H W features` weights, and `features` biases. Raises ShapeError for a size below 1.
    Source: Goodfellow, Bengio, Courville, Deep Learning (2016), section 6.1.
    """
    return affine_macs(in_shape, features) + (features if bias else 0)


def conv_macs(
    in_shape: Sequence[int], out_shape: Sequence[int], kernel: Sizes, groups: int = 1
) -> int:
    """Multiply-accumulates of a convolution (C, H, W) -> (O, H', W'): `O H' W' (C / groups) k k`.

    Cells of padding are multiplied too. Raises ShapeError if the groups do not divide both numbers
    of channels. Source: Howard et al. 2017 (MobileNets), arXiv:1704.04861, equation 2.
    """
    outputs = prod(counted("every size", n) for n in out_shape)
    return _kernel_cells(in_shape, out_shape[0], kernel, groups) * outputs


def macs_of_weights(weights: int, out_shape: Sequence[int]) -> int:
    """Multiply-accumulates of so many weights (biases left out) in a convolution to (O, H', W').

    `weights H' W'`: each weight is used once at each position. Cells of padding are multiplied too.
    Source: Howard et al. 2017 (MobileNets), arXiv:1704.04861, equation 2.
    """
    return weights * prod(out_shape[1:])


def affine_macs(in_shape: Sequence[int], features: int) -> int:
    """Multiply-accumulates of a fully connected layer: as many as it has weights.

    The input of shape (C, H, W), or any other, is flattened. Raises ShapeError for a size below 1.
    """
    return flatten_shape(in_shape)[0] * counted("the number of features", features)


def depthwise_parameters(in_shape: Sequence[int], kernel: Sizes, bias: bool = False) -> int:
    """Parameters of a depthwise convolution of (C, H, W) or (C, N), a kernel per channel: `C k k`.

    With a bias `C` more. Raises ShapeError.
    Source: Howard et al. 2017 (MobileNets), arXiv:1704.04861, section 3.1.
    """
    return conv_parameters(in_shape, in_shape[0], kernel, groups=in_shape[0], bias=bias)


def pointwise_parameters(in_shape: Sequence[int], channels: int, bias: bool = False) -> int:
    """Parameters of a pointwise `1 x 1` convolution of (C, H, W) or (C, N): `C channels`.

    With a bias `channels` more. Raises ShapeError.
    Source: Howard et al. 2017 (MobileNets), arXiv:1704.04861, section 3.1.
    """
    return conv_parameters(in_shape, channels, 1, bias=bias)


def separable_total(depthwise: int, pointwise: int) -> int:
    """Parameters of both steps of a depthwise-separable convolution, from those of each.

    Source: Howard et al. 2017 (MobileNets), arXiv:1704.04861, section 3.1.
    """
    return depthwise + pointwise


def pool_parameters(window: PoolWindow) -> int:
    """Parameters of a pooling layer: 0, whatever its window."""
    del window
    return 0


def separable_parameters(
    in_shape: Sequence[int], channels: int, kernel: Sizes, bias: bool = False
) -> int:
    """Parameters of a depthwise `k x k` and a pointwise `1 x 1` convolution of (C, H, W) or (C, N).

    `C k k + C channels`, and with a bias in both layers `C + channels` more. Raises ShapeError.
    Source: Howard et al. 2017 (MobileNets), arXiv:1704.04861, section 3.1.
    """
    depthwise = depthwise_parameters(in_shape, kernel, bias)
    return depthwise + pointwise_parameters(in_shape, channels, bias)


def separable_macs(in_shape: Sequence[int], out_shape: Sequence[int], kernel: Sizes) -> int:
    """Multiply-accumulates of a depthwise-separable convolution (C, H, W) -> (O, H', W').

    `C H' W' k k + C O H' W'`: a stride sits in the depthwise layer. Raises ShapeError.
    Source: Howard et al. 2017 (MobileNets), arXiv:1704.04861, equation 5.
    """
    depth = in_shape[0]
    middle = (depth, *out_shape[1:])
    return conv_macs(in_shape, middle, kernel, groups=depth) + conv_macs(middle, out_shape, 1)


def _kernel_cells(in_shape: Sequence[int], channels: int, kernel: Sizes, groups: int) -> int:
    """The weights of one filter."""
    depth, *spatial = (counted("every size", n) for n in in_shape)
    channels, groups = counted("the number of channels", channels), counted("the groups", groups)
    if depth % groups or channels % groups:
        raise ShapeError(
            f"the groups (={groups}) must divide the input channels (={depth}) "
            f"and the output channels (={channels})"
        )
    return depth // groups * prod(per_axis("the kernel", kernel, len(spatial)))
