"""What libraries call a 1D convolution: rules of their outputs, and how one mistakes them.

The functions take a vector x (N,) and a kernel w (K,), exact numbers, and give the outputs (M,).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import floor, trunc
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.conv1d_hand.rules import half_of
from problems.rule import Function, NotApplicableError, Rule, Slip
from problems.rules.operations import nonzero
from reference.convolution import convolve1d, correlate1d
from reference.geometry import Geometry
from reference.sizes import conv_output_size

Array = NDArray[Any]

# -- NumPy and JAX: full, same, valid --------------------------------------------------------------


def array_convolve(x: Any, w: Any, mode: str) -> Array:
    """`np.convolve` and `jnp.convolve` of a vector with a kernel that is no longer than it.

    Full has an output wherever the two meet. Same has as many as the vector, from the middle of
    these; where an odd number is left out, one more is left out at the end. Valid has those where
    all of the kernel lies on the vector.
    """
    return _beside(convolve1d, x, w, _WIDTHS[mode](len(w) - 1))


def array_correlate(x: Any, w: Any, mode: str) -> Array:
    """`np.correlate` and `jnp.correlate`, with the outputs of `array_convolve`."""
    return _beside(correlate1d, x, w, _WIDTHS[mode](len(w) - 1))


_WIDTHS: Mapping[str, Callable[[int], tuple[int, int]]] = {
    "full": lambda wide: (wide, wide),
    "same": lambda wide: (wide - wide // 2, wide // 2),
    "valid": lambda wide: (0, 0),
}
"""The cells before and behind the vector, by how much longer than one cell the kernel is."""


def _beside(
    function: Function, x: Any, w: Any, sides: tuple[int, int], mode: str = "zero", **how: int
) -> Array:
    """With so many cells added before and behind the vector."""
    found: Array = function(x, w, None, Geometry(padding=[sides], mode=mode, **how))
    return found


# -- SciPy: as many outputs as the vector has cells, of its type -----------------------------------


def image_convolve(x: Any, w: Any, mode: str) -> Array:
    """`scipy.ndimage.convolve1d` of an array of integers.

    As many outputs as inputs. The flipped kernel is laid with its cell `(K - 1) // 2`, from 0, on
    the place of the output. Outputs have the type of the input: what follows the point is cut off.
    ``mode`` is that of `reference.padding`.
    """
    return _cut_off(_anchored(convolve1d, x, w, mode, (len(w) - 1) // 2))


def image_correlate(x: Any, w: Any, mode: str) -> Array:
    """`scipy.ndimage.correlate1d` of an array of integers; its anchor is the cell `K // 2`."""
    return _cut_off(_anchored(correlate1d, x, w, mode, len(w) // 2))


def _anchored(function: Function, x: Any, w: Any, mode: str, anchor: int) -> Array:
    return _beside(function, x, w, (anchor, len(w) - 1 - anchor), mode)


def _cut_off(outputs: Array) -> Array:
    return np.array([trunc(each) for each in outputs], dtype=object)


# -- PyTorch and Keras: layers ---------------------------------------------------------------------


def layer(x: Any, w: Any, padding: int = 0, stride: int = 1, dilation: int = 1) -> Array:
    """`torch.nn.functional.conv1d`, and `keras.ops.conv` without padding: cross-correlation."""
    return _beside(correlate1d, x, w, (padding, padding), stride=stride, dilation=dilation)


def layer_same(x: Any, w: Any, stride: int = 1) -> Array:
    """With `padding="same"`: an output for each stride of the input.

    What is missing of the zeros is added, half on each side and an odd one behind.
    """
    outputs = -(-len(x) // stride)
    missing = max((outputs - 1) * stride + len(w) - len(x), 0)
    return _beside(correlate1d, x, w, (missing // 2, missing - missing // 2), stride=stride)


# -- how they are mistaken -------------------------------------------------------------------------


def _other_mode(function: Function, instead: str) -> Function:
    def wrong(x: Any, w: Any, mode: str) -> Any:
        if mode == instead:
            raise NotApplicableError("it is the mode that was asked for")
        return function(x, w, instead)

    return wrong


def _only_same(function: Function) -> Function:
    """Of an odd number that same leaves out, one more is left out in front."""

    def wrong(x: Any, w: Any, mode: str) -> Any:
        wide = len(w) - 1
        if mode != "same" or wide % 2 == 0:
            raise NotApplicableError("the middle is the same from both sides")
        return _beside(function, x, w, (wide // 2, wide - wide // 2))

    return wrong


def _of_arrays(key: str, function: Function, inner: Function, *others: Slip) -> Rule:
    return Rule(
        key,
        function,
        slips=(
            *others,
            Slip("full-for-another-mode", _other_mode(function, "full")),
            Slip("same-for-another-mode", _other_mode(function, "same")),
            Slip("valid-for-another-mode", _other_mode(function, "valid")),
            Slip("same-from-the-other-end", _only_same(inner)),
        ),
        operations=lambda x, w: nonzero(w) * len(x),
    )


def _of_images(key: str, function: Function, inner: Function, *others: Slip) -> Rule:
    def anchor(w: Any) -> int:
        return (len(w) - 1) // 2 if inner is convolve1d else len(w) // 2

    def padded(instead: str) -> Function:
        return lambda x, w: function(x, w, instead)

    def named_as_in_numpy(x: Any, w: Any, mode: str) -> Any:
        names = {"mirror": "reflect", "reflect": "mirror"}
        if mode not in names:
            raise NotApplicableError("NumPy has the mode under another name")
        return function(x, w, names[mode])

    def at_other_cell(x: Any, w: Any, mode: str) -> Any:
        if len(w) % 2:
            raise NotApplicableError("an odd kernel has its middle in one cell")
        return _cut_off(_anchored(inner, x, w, mode, len(w) - 1 - anchor(w)))

    def whole(change: Callable[[Array], Any]) -> Function:
        def wrong(x: Any, w: Any, mode: str) -> Any:
            outputs = _anchored(inner, x, w, mode, anchor(w))
            if all(each == trunc(each) for each in outputs):
                raise NotApplicableError("all outputs are whole")
            return change(outputs)

        return wrong

    return Rule(
        key,
        function,
        slips=(
            *others,
            Slip("modes-named-as-in-numpy", named_as_in_numpy),
            Slip("padded-with-zeros", padded("zero")),
            Slip("padded-with-edge", padded("edge")),
            Slip("padded-circularly", padded("circular")),
            Slip("anchor-at-the-other-cell", at_other_cell),
            Slip("decimals-kept", whole(lambda outputs: outputs)),
            Slip(
                "decimals-rounded-down",
                whole(lambda outputs: np.array([floor(each) for each in outputs], dtype=object)),
            ),
            Slip("borders-left-out", lambda x, w: inner(x, w)),
        ),
        operations=lambda x, w: nonzero(w) * len(x) + len(x),
    )


def _products(x: Any, w: Any, padding: int = 0, stride: int = 1, dilation: int = 1) -> int:
    return nonzero(w) * conv_output_size(len(x), len(w), stride, padding, dilation)


_FLIPPED = "kernel-flipped"
_NOT_FLIPPED = "kernel-not-flipped"
_SIGNS = "signs-for-flip"

ARRAY_CONVOLVE = _of_arrays(
    "array-convolve",
    array_convolve,
    convolve1d,
    Slip(_NOT_FLIPPED, array_correlate),
    Slip(_SIGNS, lambda x, w, mode: -array_correlate(x, w, mode)),
)
ARRAY_CORRELATE = _of_arrays(
    "array-correlate", array_correlate, correlate1d, Slip(_FLIPPED, array_convolve)
)
IMAGE_CONVOLVE = _of_images(
    "image-convolve",
    image_convolve,
    convolve1d,
    Slip(_NOT_FLIPPED, lambda x, w, mode: image_convolve(x, np.flip(w), mode)),
    Slip(_SIGNS, lambda x, w, mode: image_convolve(x, -np.flip(w), mode)),
)
IMAGE_CORRELATE = _of_images(
    "image-correlate",
    image_correlate,
    correlate1d,
    Slip(_FLIPPED, lambda x, w, mode: image_correlate(x, np.flip(w), mode)),
)


def _moved_by_dilation(x: Any, w: Any, dilation: int, padding: int = 0, stride: int = 1) -> Any:
    if stride != 1:
        raise NotApplicableError("a layer without a stride of its own is needed")
    return layer(x, w, padding, dilation, dilation)


LAYER = Rule(
    "layer-output",
    layer,
    slips=(
        Slip(
            _FLIPPED,
            lambda x, w, padding=0, stride=1, dilation=1: layer(
                x, np.flip(w), padding, stride, dilation
            ),
        ),
        Slip(
            "stride-forgotten",
            lambda x, w, padding=0, dilation=1: layer(x, w, padding, 1, dilation),
        ),
        Slip(
            "padding-forgotten", lambda x, w, stride=1, dilation=1: layer(x, w, 0, stride, dilation)
        ),
        Slip(
            "dilation-forgotten", lambda x, w, padding=0, stride=1: layer(x, w, padding, stride, 1)
        ),
        Slip("same-for-valid", lambda x, w, stride=1: layer_same(x, w, stride)),
        Slip(
            "padding-halved",
            lambda x, w, padding, stride=1, dilation=1: layer(
                x, w, half_of(padding), stride, dilation
            ),
        ),
        Slip("dilation-moves-window", _moved_by_dilation, mistake="dilation-as-stride"),
    ),
    operations=_products,
)


def _zero_in_front(x: Any, w: Any, stride: int = 1) -> Any:
    outputs = -(-len(x) // stride)
    missing = max((outputs - 1) * stride + len(w) - len(x), 0)
    if missing % 2 == 0:
        raise NotApplicableError("both sides have as many zeros")
    return _beside(correlate1d, x, w, (missing - missing // 2, missing // 2), stride=stride)


LAYER_SAME = Rule(
    "layer-same",
    layer_same,
    slips=(
        Slip(_FLIPPED, lambda x, w, stride=1: layer_same(x, np.flip(w), stride)),
        Slip("stride-forgotten", lambda x, w: layer_same(x, w)),
        Slip("odd-zero-in-front", _zero_in_front),
        Slip(
            "half-of-kernel-on-each-side", lambda x, w, stride=1: layer(x, w, len(w) // 2, stride)
        ),
        Slip("borders-left-out", lambda x, w, stride=1: layer(x, w, 0, stride)),
    ),
    operations=lambda x, w, stride=1: nonzero(w) * -(-len(x) // stride),
)

BY_KIND: Mapping[str, Rule] = {
    "convolve": ARRAY_CONVOLVE,
    "correlate": ARRAY_CORRELATE,
    "convolve-1d": IMAGE_CONVOLVE,
    "correlate-1d": IMAGE_CORRELATE,
    "layer": LAYER,
    "layer-same": LAYER_SAME,
}
