"""A convolutional layer with its state: what its passes return and leave behind.

``layer_rules(axes=1)`` are the rules of a layer along one axis, ``layer_rules(axes=2)`` along two.
Shapes with one axis: x is (N,) or (C, N), w is (K,) or (O, C, K), dq is (N',) or (O, N'). Stride
and padding are one number for all axes.

The rules have more in sight than they need, for mistakes about state: ``first_x`` is the first
input that the layer ever got, ``other_x`` the input of another layer, and ``earlier`` the pairs
``(x, dq)`` of the backward passes before this one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Rule, Slip
from problems.rules.bias_too_often import (
    slips_of_bias_added_too_often,
    slips_of_bias_gradient_added_too_often,
)
from problems.rules.changed_results import windows_begun_elsewhere
from problems.rules.convolution import (
    integer_dtype_kept,
    padding_elsewhere,
    slips_of_windows,
)
from problems.rules.extras import activated, cut_weights
from problems.rules.layer_channels import (
    slips_of_map_bias_gradient,
    slips_of_map_forward,
    slips_of_map_input_gradient,
    slips_of_map_kernel_gradient,
)
from problems.rules.layer_gradients import (
    last_at_zero,
    slips_of_bias_gradient,
    slips_of_gradients,
    slips_of_input_gradient,
    slips_of_kernel_gradient,
)
from problems.rules.layer_operations import LayerOperations
from problems.rules.loops import longer_of_two
from problems.rules.own_inputs import changed_parameters_forward, told_together
from problems.rules.reshaped import (
    reshaped_in_forward,
    reshaped_in_input_gradient,
    reshaped_in_kernel_gradient,
)
from reference import convolution as conv
from reference.errors import ShapeError
from reference.geometry import PLAIN, Geometry
from reference.padding import pad

Array = NDArray[Any]


@dataclass(frozen=True)
class LayerRules:
    """What the passes of a layer give; ``weight_...`` where its kernel is one number.

    The rule of the bias needs ``ndim``, the number of axes, among its inputs.
    """

    forward: Rule
    weight_forward: Rule
    input_gradient: Rule
    kernel_gradient: Rule
    weight_gradient: Rule
    bias_gradient: Rule


@cache
def layer_rules(axes: int) -> LayerRules:
    """The rules of a layer along so many axes; their keys begin with ``layer1d`` or ``layer2d``."""
    of = LayerOperations.along(axes)
    key = f"layer{axes}d"
    together = told_together if axes == 1 else None
    return LayerRules(
        forward=_forward(f"{key}-forward", of),
        weight_forward=Rule(
            f"{key}-weight-forward",
            of.correlate,
            (
                *(integer_dtype_kept(of.correlate), activated(of.correlate)),
                *(cut_weights(of.correlate), last_at_zero(of.correlate)),
            ),
        ),
        input_gradient=Rule(
            f"{key}-input-gradient",
            of.by_input,
            (
                *slips_of_input_gradient(of),
                *(slips_of_map_input_gradient() if axes > 1 else ()),
                *(reshaped_in_input_gradient() if axes > 1 else ()),
            ),
            together=together,
        ),
        kernel_gradient=Rule(
            f"{key}-kernel-gradient",
            of.by_kernel,
            (
                *slips_of_gradients(of, of.by_kernel),
                *slips_of_kernel_gradient(of),
                *(slips_of_map_kernel_gradient() if axes > 1 else ()),
                *(reshaped_in_kernel_gradient() if axes > 1 else ()),
            ),
            together=together,
        ),
        weight_gradient=Rule(
            f"{key}-weight-gradient",
            conv.weight_gradient,
            slips_of_gradients(of, lambda x, dq, *_: conv.weight_gradient(x, dq)),
            together=together,
        ),
        bias_gradient=Rule(
            f"{key}-bias-gradient",
            conv.bias_gradient,
            (
                *slips_of_bias_gradient(of),
                *(slips_of_map_bias_gradient() if axes > 1 else ()),
                *(slips_of_bias_gradient_added_too_often() if axes > 1 else ()),
            ),
            together=together,
        ),
    )


_NOT_OF_A_LAYER = frozenset(
    {
        # With one kernel in all checks it is often the same as one output too many.
        "windows-cut-off",
        # No layer is dilated, padded with other cells than zeros, or has a vector of one entry.
        *("dilation-applied-twice", "dilation-as-gaps", "dilation-forgotten", "dilation-one-less"),
        *("kernel-entries-repeated", "outputs-counted-without-dilation", "padded-with-zeros"),
        "another-dilation",
        *(
            "padding-and-dilation-swapped",
            "slice-to-minus-zero",
            "spread-kernel-too-short",
            "stride-times-dilation",
        ),
        *("window-ends-without-dilation", "zeros-after-every-entry", "stride-and-dilation-swapped"),
    }
)


def _forward(key: str, of: LayerOperations) -> Rule:
    def same(x: Array, w: Array, bias: Any = None, geometry: Geometry = PLAIN) -> Any:
        """As many outputs as inputs, before the stride leaves some out."""
        around = [((n - 1) // 2, n // 2) for n in np.shape(w)[-of.axes :]]
        return of.correlate(x, w, bias, geometry.but(padding=around))

    def bias_as_factor(x: Array, w: Array, bias: Any, geometry: Geometry) -> Any:
        """The bias times the sum: ``b * np.dot(w, window)``."""
        if bias is None or np.ndim(bias):
            raise ShapeError("one bias is needed to multiply by it")
        return np.asarray(bias) * of.correlate(x, w, None, geometry)

    def bias_on_input(*, after_padding: bool) -> Any:
        """The bias added to the input, before the padding or after it: ``np.pad(x + b, p)``."""

        def wrong(x: Array, w: Array, bias: Any, geometry: Geometry) -> Any:
            if bias is None or np.ndim(bias):
                raise ShapeError("one bias is needed to add it to the input")
            if not after_padding:
                return of.correlate(np.asarray(x) + bias, w, None, geometry)
            padded = pad(x, geometry.padding, axes=range(-of.axes, 0))
            return of.correlate(padded + bias, w, None, geometry.but(padding=0))

        return wrong

    transposed = Slip(
        "kernel-transposed",
        lambda x, w, bias=None, geometry=PLAIN: of.correlate(
            x, np.swapaxes(w, -1, -2), bias, geometry
        ),
    )
    of_windows = slips_of_windows(of.correlate, of.axes)
    return Rule(key, of.correlate, of_windows).but(
        without={slip.key for slip in of_windows} & _NOT_OF_A_LAYER,
        first=(
            Slip(
                "bias-left-out",
                lambda x, w, geometry=PLAIN: of.correlate(x, w, None, geometry),
                leaves_out=frozenset({"bias"}),
            ),
            *slips_of_bias_added_too_often(of),
            Slip("bias-multiplied", bias_as_factor, last_resort=True),
            Slip(
                "bias-added-to-input",
                bias_on_input(after_padding=False),
                other_ways=(bias_on_input(after_padding=True),),
            ),
            Slip("same-for-valid", same),
            Slip("kernel-flipped", of.convolve),
            *([transposed] if of.axes > 1 else []),
            activated(of.correlate),
            *([cut_weights(of.correlate)] if of.axes > 1 else []),
            *(slips_of_map_forward() if of.axes > 1 else ()),
            *(reshaped_in_forward() if of.axes > 1 else ()),
        ),
        also=(
            *padding_elsewhere(of.correlate, of.axes),
            *([longer_of_two(of.correlate)] if of.axes == 1 else []),
            *([changed_parameters_forward()] if of.axes == 1 else []),
            *(windows_begun_elsewhere(of.correlate) if of.axes == 1 else ()),
        ),
        together=told_together if of.axes == 1 else None,
    )
