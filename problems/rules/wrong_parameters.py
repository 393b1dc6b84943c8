"""Further mistakes in the parameters of convolutions, as slips of their rule."""

from __future__ import annotations

from problems.rule import NotApplicableError, Slip
from reference.errors import ShapeError

_Shape = tuple[int, ...]


def shared(products: int, groups: int) -> int:
    """A part for each group. Raises ShapeError where it does not come out whole."""
    if products < 1 or products % groups:
        raise ShapeError(f"{products} products cannot be shared among {groups} groups")
    return products // groups


def _of_last_axis(
    in_shape: _Shape, channels: int, kernel: int, groups: int = 1, bias: bool = True
) -> int:
    """The parameters where the last size of (C, H, W) is taken for the channels, as in Keras."""
    return shared(in_shape[-1] * kernel * kernel * channels, groups) + bias * channels


def _of_image_depth(
    image_shape: _Shape, in_shape: _Shape, channels: int, kernel: int, groups: int = 1
) -> int:
    """The parameters where kernels of a later layer are as deep as the image."""
    if image_shape[0] == in_shape[0]:
        raise NotApplicableError("a layer is needed that the image does not go into")
    return image_shape[0] * kernel * kernel * channels // groups + channels


def _biases_shared(in_shape: _Shape, channels: int, kernel: int, groups: int) -> int:
    if groups == 1:
        raise NotApplicableError("groups are needed that the biases could be divided by")
    return (in_shape[0] * kernel * kernel + 1) * channels // groups


OF_CONVOLUTION = (
    Slip("shape-read-channels-last", _of_last_axis),
    Slip("kernel-depth-of-image", _of_image_depth),
    Slip("bias-divided-by-groups", _biases_shared),
)
"""Slips of the parameters of a convolution."""
