"""The one table of the operations that have a second statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reference import (
    affine,
    convolution,
    costs,
    descent,
    global_pooling,
    map_shapes,
    model,
    padding,
    pooling,
    receptive_field,
    relu,
    separable,
    sizes,
    softmax,
    tensors,
    training,
)

__all__ = ["OPERATIONS", "Operation"]

Function = Callable[..., Any]


@dataclass(frozen=True)
class Operation:
    """What is known of a function beside its definition.

    `linear_in` names the parameters in each of which, by itself, the function is linear (without a
    bias). `adjoints` pairs such a parameter with the name of the operation that is the adjoint in
    it: <Ax, y> = <x, A'y>, where the adjoint takes y as its `dq`. `gradients` pairs the other
    parameters with the operation that is the gradient by them. `exact` says that exact input has an
    exact result.
    """

    name: str
    function: Function
    linear_in: tuple[str, ...] = ()
    adjoints: tuple[tuple[str, str], ...] = ()
    gradients: tuple[tuple[str, str], ...] = ()
    exact: bool = True


def _operations() -> tuple[Operation, ...]:
    counted = (
        *(sizes.conv_output_size, sizes.pool_output_size),
        *(sizes.conv_output_shape, sizes.pool_output_shape, sizes.flatten_shape),
        *(sizes.affine_output_shape, sizes.map_height),
        *(map_shapes.two_sided_shape, map_shapes.cropped_shape, map_shapes.concatenated_maps),
        *(map_shapes.shortcut_shape, map_shapes.grid_shape, map_shapes.same_pool_shape),
        *(costs.conv_parameters, costs.affine_parameters, costs.pool_parameters),
        *(costs.depthwise_parameters, costs.pointwise_parameters),
        *(costs.separable_parameters, costs.separable_total),
        *(costs.conv_macs, costs.affine_macs, costs.separable_macs, costs.macs_of_weights),
        *(receptive_field.receptive_field, receptive_field.jump),
        *(receptive_field.affine_receptive_field, receptive_field.vector_field),
        receptive_field.widest_field,
        *(receptive_field.forward_analysis, receptive_field.backward_analysis),
    )
    return (
        *(_operation(function) for function in counted),
        _operation(padding.pad, ("x",), (("x", "pad_gradient"),)),
        _operation(padding.pad_gradient, ("dq",)),
        *_convolutions("1d"),
        *_convolutions("2d"),
        *_convolutions("3d"),
        _operation(convolution.bias_gradient, ("dq",)),
        _operation(convolution.weight_gradient, ("x", "dq")),
        *_poolings("1d"),
        *_poolings("2d"),
        *_poolings("3d"),
        _operation(global_pooling.global_max, gradients=(("x", "global_max_gradient"),)),
        _operation(global_pooling.global_mean, ("x",), (("x", "global_mean_gradient"),)),
        _operation(global_pooling.global_max_gradient, ("dq",)),
        _operation(global_pooling.global_mean_gradient, ("dq",)),
        _operation(global_pooling.global_max_subgradients),
        _operation(relu.relu, gradients=(("x", "relu_gradient"),)),
        _operation(relu.relu_gradient, ("dq",)),
        _operation(
            affine.affine,
            ("x", "weights"),
            (("x", "affine_input_gradient"), ("weights", "affine_weights_gradient")),
            (("bias", "affine_bias_gradient"),),
        ),
        _operation(affine.affine_input_gradient, ("dq", "weights")),
        _operation(affine.affine_weights_gradient, ("x", "dq")),
        _operation(affine.affine_bias_gradient, ("dq",)),
        _operation(softmax.softmax, exact=False),
        _operation(softmax.one_hot),
        _operation(softmax.negative_log_likelihood, exact=False),
        _operation(softmax.logits_gradient),
        _operation(softmax.cross_entropy, exact=False),
        _operation(descent.descent_step),
        _operation(separable.is_separable),
        _operation(separable.column_factor),
        _operation(separable.row_factor),
        _operation(separable.separability, exact=False),  # a word
        # These hand over the numbers that they are given, of whatever type.
        *(_operation(each, exact=False) for each in (tensors.stack, tensors.component)),
        _operation(tensors.total, exact=False),
        _operation(tensors.unchanged, ("x",), exact=False),
        _operation(model.parameter_shapes),
        _operation(model.logits, exact=False),
        _operation(model.loss, exact=False),
        _operation(model.filling, exact=False),
        _operation(model.parameter_gradients, exact=False),
        _operation(model.loss_gradients, exact=False),
        _operation(training.training_loss, exact=False),
        _operation(training.trained_parameter, exact=False),
        _operation(training.accuracy, exact=False),
    )


def _convolutions(axes: str) -> tuple[Operation, ...]:
    by_input, by_kernel = f"correlate{axes}_input_gradient", f"correlate{axes}_kernel_gradient"
    return (
        _operation(
            getattr(convolution, f"correlate{axes}"),
            ("x", "w"),
            (("x", by_input), ("w", by_kernel)),
            (("bias", "bias_gradient"),),
        ),
        _operation(getattr(convolution, f"convolve{axes}"), ("x", "w")),
        _operation(getattr(convolution, by_input), ("dq", "w")),
        _operation(getattr(convolution, by_kernel), ("x", "dq")),
    )


def _poolings(axes: str) -> tuple[Operation, ...]:
    by_input, by_maxima = f"mean_pool{axes}_gradient", f"max_pool{axes}_gradient"
    return (
        _operation(getattr(pooling, f"max_pool{axes}"), gradients=(("x", by_maxima),)),
        _operation(getattr(pooling, by_maxima), ("dq",)),
        _operation(getattr(pooling, f"mean_pool{axes}"), ("x",), (("x", by_input),)),
        _operation(getattr(pooling, by_input), ("dq",)),
    )


def _operation(
    function: Function,
    linear_in: tuple[str, ...] = (),
    adjoints: tuple[tuple[str, str], ...] = (),
    gradients: tuple[tuple[str, str], ...] = (),
    *,
    exact: bool = True,
) -> Operation:
    return Operation(function.__name__, function, linear_in, adjoints, gradients, exact)


OPERATIONS = _operations()
