"""Further mistakes in the parameters of convolutions, as slips of their rule."""

from __future__ import annotations

from math import prod

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


def _several(groups: int) -> int:
    """The number of groups. Raises NotApplicableError for one."""
    if groups == 1:
        raise NotApplicableError("groups are needed by which a number could be multiplied")
    return groups


def _cubed(channels: int, kernel: int, bias: bool = True) -> int:
    """The kernels of a cube: as deep as they are wide, whatever goes into the layer."""
    return (kernel**3 + bias) * channels


def cubed_without_groups(channels: int, kernel: int, groups: int = 1) -> int:
    """The weights of kernels of a cube. Raises NotApplicableError where there are groups."""
    if groups > 1:
        raise NotApplicableError("a layer is needed whose kernels span all channels")
    return _cubed(channels, kernel, bias=False)


def _bias_times_filters(
    in_shape: _Shape, channels: int, kernel: int, groups: int = 1, bias: bool = True
) -> int:
    """As ``k * k * n + 1 * m`` is worked out: the number of kernels multiplies the bias alone."""
    if not bias:
        raise NotApplicableError("a bias is needed that the brackets are about")
    return in_shape[0] // groups * kernel * kernel + channels


OF_CONVOLUTION = (
    Slip("shape-read-channels-last", _of_last_axis),
    Slip("kernel-depth-of-image", _of_image_depth),
    Slip("bias-divided-by-groups", _biases_shared),
    Slip(
        "groups-multiplied",
        lambda in_shape, channels, kernel, groups, bias=True: (
            _several(groups) * in_shape[0] * kernel * kernel * channels + bias * channels
        ),
    ),
    Slip("kernel-cubed", _cubed),
    Slip("brackets-left-out-of-parameters", _bias_times_filters),
)
"""Slips of the parameters of a convolution."""

BRACKETS_OF_AFFINE = Slip(
    "brackets-left-out-of-parameters", lambda in_shape, features: prod(in_shape) + features
)
"""A slip of the parameters of a fully connected layer."""

GROUPS_IN_MACS = Slip(
    "groups-multiplied",
    lambda in_shape, out_shape, kernel, groups: (
        _several(groups) * in_shape[0] * kernel * kernel * prod(out_shape)
    ),
)
"""A slip of the multiply-accumulate operations of a convolution."""

CUBES_IN_MACS = Slip("kernel-cubed", lambda out_shape, kernel: kernel**3 * prod(out_shape))
"""A slip of the multiply-accumulate operations of a convolution."""
