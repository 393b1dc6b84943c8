"""Rules of convolution by hand in one dimension: how a vector is padded, and where a kernel lies.

The functions take a vector x (N,) and a kernel w (K,), and give the outputs (M,).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Function, NotApplicableError, Rule, Slip
from problems.rules.convolution import (
    CONVOLVE_1D,
    CORRELATE_1D,
    dilation_as_stride,
    signs_for_flip,
)
from problems.rules.operations import nonzero
from reference import padding as pads
from reference.convolution import correlate1d
from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry
from reference.numbers import as_numbers
from reference.sizes import conv_output_size

Array = NDArray[Any]

# -- the padded vector -----------------------------------------------------------------------------


def _by(mode: str) -> Function:
    return lambda x, padding: pads.pad(x, padding, mode)


def _beside(before: int, after: int) -> Function:
    """So many times the padding on each side."""
    return lambda x, padding, mode: pads.pad(x, [(before * padding, after * padding)], mode)


def _with_ends(cells: Callable[[Array, int], tuple[Array, Array]]) -> Function:
    """The vector between others, of which none is as long as it."""

    def wrong(x: Any, padding: int) -> Array:
        vector = np.asarray(x)
        if padding >= len(vector):
            raise NotApplicableError("the vector is shorter than its padding")
        before, after = cells(vector, padding)
        return np.concatenate((before, vector, after))

    return wrong


def padded_with(x: Any, padding: int, fill: int) -> Array:
    """So many copies of a number on each side of a vector: (N,) -> (N + 2 padding,).

    Raises ShapeError for what is no vector, or a negative padding. Source: PyTorch
    (`torch.nn.functional.pad` with `mode="constant"`).
    """
    cells = as_numbers(x)
    if cells.ndim != 1 or padding < 0:
        raise ShapeError(
            f"a vector and a padding of 0 or more are needed, but a shape {cells.shape} and "
            f"{padding} came"
        )
    return _filled(cells, padding, padding, fill)


def _filled(x: Any, before: int, after: int, fill: int) -> Array:
    return np.concatenate(([fill] * before, np.asarray(x, dtype=object), [fill] * after))


def half_of(padding: int) -> int:
    """A padding taken for that of both sides together. Raises NotApplicableError if it is odd."""
    if not padding or padding % 2:
        raise NotApplicableError("an even padding is needed to take half of it")
    return padding // 2


_OWN_ENDS = _with_ends(lambda x, count: (x[:count], x[-count:]))
_OTHER_ENDS_TURNED = _with_ends(lambda x, count: (x[-count:][::-1], x[:count][::-1]))

_SIDES = (
    Slip("padding-forgotten", lambda x: np.asarray(x)),
    Slip("padding-on-one-side", _beside(1, 0)),
    Slip("padding-on-the-right", _beside(0, 1)),
    Slip("padding-doubled", _beside(2, 2)),
    Slip("padding-halved", lambda x, padding, mode: pads.pad(x, half_of(padding), mode)),
)
_ZEROS = Slip("padded-with-zeros", _by("zero"))
_EDGE = Slip("padded-with-edge", _by("edge"))
_MIRROR = Slip("padded-by-mirror", _by("mirror"))
_REFLECTED = Slip("mirrored-without-edge", _by("reflect"))
_CIRCULAR = Slip("padded-circularly", _by("circular"))


def _padded(key: str, *slips: Slip) -> Rule:
    return Rule(key, pads.pad, slips=(*_SIDES, *slips), operations=_copies)


def _copies(padding: int) -> int:
    return 2 * padding


def _swapped(x: Any, padding: int, fill: int) -> Array:
    if fill < 1:
        raise NotApplicableError("there cannot be so many cells of padding")
    return padded_with(x, fill, padding)


PADDED_WITH_ZEROS = _padded("pad-zeros", _EDGE, _MIRROR, _CIRCULAR)
PADDED_WITH_EDGE = _padded("pad-edge", _ZEROS, _MIRROR, _CIRCULAR)
PADDED_BY_MIRROR = _padded(
    "pad-mirror", _ZEROS, _EDGE, _REFLECTED, _CIRCULAR, Slip("mirror-not-turned", _OWN_ENDS)
)
PADDED_CIRCULARLY = _padded(
    "pad-circular",
    *(_ZEROS, _EDGE, _MIRROR),
    Slip("circle-at-own-end", _OWN_ENDS),
    Slip("circle-turned", _OTHER_ENDS_TURNED),
)

PADDED_WITH_CONSTANT = Rule(
    "pad-constant",
    padded_with,
    slips=(
        Slip("padding-forgotten", lambda x: np.asarray(x)),
        Slip("padding-on-one-side", lambda x, padding, fill: _filled(x, padding, 0, fill)),
        Slip("padding-on-the-right", lambda x, padding, fill: _filled(x, 0, padding, fill)),
        Slip("padding-doubled", lambda x, padding, fill: padded_with(x, 2 * padding, fill)),
        Slip("padding-halved", lambda x, padding, fill: padded_with(x, half_of(padding), fill)),
        *(_ZEROS, _EDGE, _MIRROR, _CIRCULAR),
        Slip("value-and-width-of-padding-swapped", _swapped),
    ),
    operations=_copies,
)

# -- the kernel on the vector ----------------------------------------------------------------------


def _products(x: Any, w: Any, geometry: Geometry = PLAIN) -> int:
    """A product for each entry of the kernel that is not 0, at each place where it lies."""
    stride: Any = geometry.stride
    dilation: Any = geometry.dilation
    return nonzero(w) * conv_output_size(len(x), len(w), stride, 0, dilation)


_OUTPUTS = (
    *("same-for-valid", "full-for-valid", "first-output-missing", "last-output-missing"),
    *("windows-cut-off", "products-averaged", "outputs-reversed"),
)
_OF_CORRELATION = ("kernel-flipped", *_OUTPUTS)
_OF_CONVOLUTION = ("kernel-not-flipped", "vector-flipped", *_OUTPUTS)
_OF_STRIDE = ("stride-forgotten",)
_OF_DILATION = ("dilation-forgotten", "dilation-as-gaps")


def _only(rule: Rule, key: str, keys: Collection[str], *more: Slip) -> Rule:
    """A rule with those of its slips that are made by hand, and more of them."""
    others = [slip.key for slip in rule.slips if slip.key not in keys]
    return rule.but(key, without=others, also=more, operations=_products, together=None)


_SIGNS_FOR_FLIP = signs_for_flip(correlate1d)


def _beginning_of_full(x: Any, w: Any) -> Array:
    """As many of the first outputs of the full convolution as are asked for."""
    full = np.convolve(np.asarray(x, dtype=object), np.asarray(w, dtype=object))
    return full[: conv_output_size(len(x), len(w))]


CORRELATION = _only(CORRELATE_1D, "vector-correlation", _OF_CORRELATION)
CONVOLUTION = _only(
    CONVOLVE_1D,
    "vector-convolution",
    _OF_CONVOLUTION,
    _SIGNS_FOR_FLIP,
    Slip("beginning-of-full", _beginning_of_full),
)
STRIDED = _only(CORRELATE_1D, "strided-correlation", (*_OF_CORRELATION, *_OF_STRIDE))
DILATED = _only(
    CORRELATE_1D,
    "dilated-correlation",
    (*_OF_CORRELATION, *_OF_DILATION),
    dilation_as_stride(correlate1d),
)
STRIDED_AND_DILATED = _only(
    CONVOLVE_1D,
    "strided-dilated-convolution",
    (*_OF_CONVOLUTION, *_OF_STRIDE, *_OF_DILATION, "stride-and-dilation-swapped"),
    _SIGNS_FOR_FLIP,
)
