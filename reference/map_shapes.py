"""Shapes of maps behind what networks have beside convolution and pooling: crops, branches, zeros.

Maps are (C, H, W); sizes are in cells.
"""

from __future__ import annotations

from collections.abc import Sequence

from reference.errors import ShapeError
from reference.geometry import Geometry
from reference.numbers import counted
from reference.sizes import conv_output_shape

__all__ = [
    "concatenated_maps",
    "cropped_shape",
    "grid_shape",
    "same_pool_shape",
    "shortcut_shape",
    "two_sided_shape",
]


def two_sided_shape(
    in_shape: Sequence[int],
    channels: int,
    kernel: int,
    stride: int,
    before: int,
    after: int,
    dilation: int = 1,
) -> tuple[int, ...]:
    """(C, H, W) -> (channels, H', W'), padded above and left by `before`, else by `after`.

    `(size + before + after - span) // stride + 1` along each axis. Raises ShapeError if the kernel
    spans more than that. Source: Dumoulin & Visin 2016, relation 6, with the sides told apart.
    """
    sides = (counted("the padding", before, 0), counted("the padding", after, 0))
    padding = (sides,) * (len(in_shape) - 1)
    return conv_output_shape(in_shape, channels, kernel, Geometry(stride, padding, dilation))


def cropped_shape(in_shape: Sequence[int], before: int, after: int) -> tuple[int, ...]:
    """(C, H, W) -> (C, H - before - after, W - before - after): cells are cut off at both ends.

    Raises ShapeError if no cell is left. Source: O. Ronneberger, P. Fischer, T. Brox, U-Net,
    arXiv:1505.04597, figure 1 (copy and crop).
    """
    cut = counted("the cells cut in front", before, 0) + counted("the cells cut behind", after, 0)
    sides = tuple(counted("every size", n) - cut for n in in_shape[1:])
    if min(sides) < 1:
        raise ShapeError(f"fewer than {min(in_shape[1:])} cells may be cut off, but {cut} were")
    return (counted("the channels", in_shape[0]), *sides)


def concatenated_maps(shapes: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Shapes (C, H, W) of one height and width -> (all channels, H, W).

    Raises ShapeError for no shapes, and for sizes that differ. Source: C. Szegedy et al., Going
    deeper with convolutions, arXiv:1409.4842, section 4.
    """
    if len(shapes) == 0:
        raise ShapeError("a map is needed, but there is none")
    first, *others = (tuple(shape) for shape in shapes)
    for other in others:
        if other[1:] != first[1:]:
            raise ShapeError(f"maps of size {first[1:]} are needed, but one is {other[1:]}")
    channels = sum(counted("the channels", shape[0]) for shape in shapes)
    return (int(channels), *first[1:])


def shortcut_shape(in_shape: Sequence[int], channels: int, stride: int) -> tuple[int, ...]:
    """(C, H, W) -> (channels, H', W'): each stride-th cell, and channels of zeros behind the own.

    H' is H / stride, rounded up. Raises ShapeError if there would be fewer channels than before.
    Source: K. He, X. Zhang, S. Ren, J. Sun, arXiv:1512.03385, section 3.3, option A.
    """
    own, step = counted("the channels", in_shape[0]), counted("the stride", stride)
    sides = (-(-counted("every size", n) // step) for n in in_shape[1:])
    return (counted("the channels behind the shortcut", channels, own), *sides)


def grid_shape(in_shape: Sequence[int], size: int) -> tuple[int, ...]:
    """(C, H, W) -> (C, size, size): a pooling whose regions are as large as that takes.

    Raises ShapeError for a number below 1.
    Source: documentation of PyTorch, `torch.nn.AdaptiveAvgPool2d`.
    """
    side = counted("the size", size)
    return (counted("the channels", in_shape[0]), *(side for _ in in_shape[1:]))


def same_pool_shape(in_shape: Sequence[int], stride: int) -> tuple[int, ...]:
    """(C, H, W) -> (C, H', W') by pooling with padding "SAME" in TensorFlow: H / stride, up.

    Raises ShapeError for a number below 1. Source: documentation of `tf.nn`, notes on padding.
    """
    step = counted("the stride", stride)
    sides = (-(-counted("every size", n) // step) for n in in_shape[1:])
    return (counted("the channels", in_shape[0]), *sides)
