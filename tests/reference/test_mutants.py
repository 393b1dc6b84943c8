"""Every check is seen to fail: each operation with a planted mistake, and each law with its own."""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import wraps
from typing import Any

import numpy as np
import pytest

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
from reference.operations import OPERATIONS
from tests.reference import laws
from tests.reference.laws import BY_NAME, EXACT_KINDS, Law, verify

Function = Callable[..., Any]


def forgetting(function: Function, **forced: Any) -> Function:
    """The function deaf to some of its parameters."""

    @wraps(function)
    def mutant(**arguments: Any) -> Any:
        return function(**arguments | forced)

    return mutant


def reading_as(function: Function, name: str, **fields: Any) -> Function:
    """The function deaf to some fields of its geometry or window."""

    @wraps(function)
    def mutant(**arguments: Any) -> Any:
        return function(**arguments | {name: arguments[name].but(**fields)})

    return mutant


def flipping(function: Function, name: str) -> Function:
    """The function given one of its arrays back to front."""

    @wraps(function)
    def mutant(**arguments: Any) -> Any:
        return function(**arguments | {name: np.flip(np.asarray(arguments[name]))})

    return mutant


def changed(function: Function, change: Callable[[Any], Any]) -> Function:
    """The function with its result changed."""

    @wraps(function)
    def mutant(**arguments: Any) -> Any:
        return change(function(**arguments))

    return mutant


def _rounded_up(
    size: int, kernel: int, stride: int = 1, padding: int = 0, dilation: int = 1
) -> int:
    right = sizes.conv_output_size(size, kernel, stride, padding, dilation)
    return right + bool((size + 2 * padding - (kernel - 1) * dilation - 1) % stride)


def _late_window_kept(
    size: int,
    kernel: int,
    stride: int | None = None,
    padding: int = 0,
    ceil_mode: bool = False,
) -> int:
    right = sizes.pool_output_size(size, kernel, stride, padding, ceil_mode)
    step = stride or kernel
    return -(-(size + 2 * padding - kernel) // step) + 1 if ceil_mode else right


def _every_tie(x: Any, dq: Any) -> Any:
    x = np.asarray(x, dtype=object)
    best = x.max(axis=tuple(range(max(x.ndim - 2, 0), x.ndim)), keepdims=True)
    return (x == best) * np.reshape(np.asarray(dq, dtype=object), np.shape(best))


def _masked_by_the_gradient(x: Any, dq: Any) -> Any:
    del x
    return np.where(np.asarray(dq) > 0, dq, 0)


def _from_zero(function: Function) -> Function:
    return changed(function, lambda q: np.where(np.asarray(q) > 0, q, 0))


def _last_maximum(function: Function, axes: int) -> Function:
    """A max-pooling gradient that prefers the last of equal cells: back to front, where it fits."""

    @wraps(function)
    def mutant(x: Any, dq: Any, **how: Any) -> Any:
        last = tuple(range(-axes, 0))
        turned = function(np.flip(x, last), np.flip(dq, last), **how)
        return np.flip(turned, last)

    return mutant


MUTANTS: dict[str, Function] = {
    "conv_output_size": _rounded_up,
    "pool_output_size": _late_window_kept,
    "conv_output_shape": reading_as(sizes.conv_output_shape, "geometry", dilation=1),
    "pool_output_shape": reading_as(sizes.pool_output_shape, "window", ceil_mode=False),
    "flatten_shape": lambda in_shape: (math.prod(in_shape[1:]),),
    "affine_output_shape": lambda features: (features, 1),
    "two_sided_shape": lambda before, after, **rest: map_shapes.two_sided_shape(
        before=after, after=after, **rest
    ),
    "cropped_shape": lambda in_shape, before, after: map_shapes.cropped_shape(
        in_shape, before, before
    ),
    "concatenated_maps": lambda shapes: map_shapes.concatenated_maps(shapes[1:]),
    "shortcut_shape": lambda in_shape, channels, stride: (
        channels,
        *(n // stride for n in in_shape[1:]),
    ),
    "grid_shape": lambda in_shape, size: (in_shape[0], size, size + 1),
    "same_pool_shape": lambda in_shape, stride: (in_shape[0], *(n // stride for n in in_shape[1:])),
    "map_height": changed(sizes.map_height, lambda height: height + 1),
    "pool_parameters": lambda window: 1,
    "depthwise_parameters": lambda in_shape, kernel, bias: costs.conv_parameters(
        in_shape, in_shape[0], kernel, bias=bias
    ),
    "pointwise_parameters": forgetting(costs.pointwise_parameters, bias=True),
    "separable_total": lambda depthwise, pointwise: depthwise * pointwise,
    "macs_of_weights": lambda weights, out_shape: weights * out_shape[1],
    "vector_field": lambda rf_in: rf_in + 1,
    "widest_field": lambda fields: fields[-1],
    "conv_parameters": forgetting(costs.conv_parameters, bias=False),
    "affine_parameters": lambda in_shape, features, bias: (
        costs.affine_macs(in_shape, features) + bool(bias)
    ),
    "separable_parameters": lambda in_shape, channels, kernel, bias: costs.conv_parameters(
        in_shape, channels, kernel, bias=bias
    ),
    "conv_macs": lambda groups, **how: costs.conv_macs(**how, groups=groups) // groups,
    "affine_macs": lambda in_shape, features: in_shape[0] * features,
    "separable_macs": lambda in_shape, out_shape, kernel: costs.separable_macs(
        in_shape, in_shape[:1] + out_shape[1:], kernel
    ),
    "receptive_field": lambda rf_in, jump_in, kernel, dilation: rf_in + kernel * dilation * jump_in,
    "jump": lambda jump_in, stride: jump_in + stride - 1,
    "affine_receptive_field": lambda rf_in, jump_in, map_size, in_size: (
        rf_in + (map_size - 1) * jump_in
    ),
    "forward_analysis": lambda windows: tuple(
        (field + distance, distance)
        for field, distance in receptive_field.forward_analysis(windows)
    ),
    "backward_analysis": lambda windows: receptive_field.backward_analysis(windows[::-1]),
    "pad": lambda mode, **how: padding.pad(
        **how, mode={"mirror": "reflect", "reflect": "mirror"}.get(mode, mode)
    ),
    "pad_gradient": lambda mode, **how: padding.pad_gradient(
        **how, mode="zero" if mode == "edge" else mode
    ),
    "correlate1d": convolution.convolve1d,
    "correlate2d": convolution.convolve2d,
    "convolve1d": convolution.correlate1d,
    "convolve2d": convolution.correlate2d,
    "correlate1d_input_gradient": flipping(convolution.correlate1d_input_gradient, "w"),
    "correlate2d_input_gradient": reading_as(
        convolution.correlate2d_input_gradient, "geometry", mode="zero"
    ),
    "correlate1d_kernel_gradient": flipping(convolution.correlate1d_kernel_gradient, "dq"),
    "correlate2d_kernel_gradient": changed(
        convolution.correlate2d_kernel_gradient, lambda dw: np.flip(dw, (-2, -1))
    ),
    "correlate3d": convolution.convolve3d,
    "convolve3d": reading_as(convolution.convolve3d, "geometry", stride=1),
    "correlate3d_input_gradient": flipping(convolution.correlate3d_input_gradient, "w"),
    "correlate3d_kernel_gradient": reading_as(
        convolution.correlate3d_kernel_gradient, "geometry", mode="zero"
    ),
    "weight_gradient": changed(convolution.weight_gradient, lambda dw: 2 * dw),
    "bias_gradient": changed(convolution.bias_gradient, lambda db: db * Fraction(1, 2)),
    "max_pool1d": _from_zero(pooling.max_pool1d),
    "max_pool2d": _from_zero(pooling.max_pool2d),
    "max_pool1d_gradient": _last_maximum(pooling.max_pool1d_gradient, 1),
    "max_pool2d_gradient": _last_maximum(pooling.max_pool2d_gradient, 2),
    "mean_pool1d": reading_as(pooling.mean_pool1d, "window", count_include_pad=True),
    "mean_pool2d": reading_as(pooling.mean_pool2d, "window", count_include_pad=False),
    "mean_pool1d_gradient": reading_as(
        pooling.mean_pool1d_gradient, "window", count_include_pad=False
    ),
    "mean_pool2d_gradient": reading_as(
        pooling.mean_pool2d_gradient, "window", count_include_pad=True
    ),
    "max_pool3d": reading_as(pooling.max_pool3d, "window", ceil_mode=False),
    "max_pool3d_gradient": _last_maximum(pooling.max_pool3d_gradient, 3),
    "mean_pool3d": reading_as(pooling.mean_pool3d, "window", stride=1),
    "mean_pool3d_gradient": changed(pooling.mean_pool3d_gradient, lambda dx: dx * 2),
    "global_max": _from_zero(global_pooling.global_max),
    "global_mean": lambda x: np.sum(
        np.asarray(x), axis=tuple(range(max(np.ndim(x) - 2, 0), np.ndim(x)))
    ),
    "global_max_gradient": _every_tie,
    "global_mean_gradient": lambda dq, in_size: global_pooling.global_mean_gradient(
        np.asarray(dq) * 2, in_size
    ),
    "global_max_subgradients": changed(
        global_pooling.global_max_subgradients, lambda all_: all_[:1]
    ),
    "relu": lambda x: np.abs(np.asarray(x)),
    "relu_gradient": _masked_by_the_gradient,
    "affine": forgetting(affine.affine, bias=None),
    "affine_input_gradient": flipping(affine.affine_input_gradient, "dq"),
    "affine_weights_gradient": changed(affine.affine_weights_gradient, np.transpose),
    "affine_bias_gradient": lambda dq: np.mean(np.atleast_2d(np.asarray(dq, dtype=float)), axis=0),
    "softmax": lambda s: np.exp(np.asarray(s, dtype=float)) / np.exp(np.asarray(s, float)).sum(),
    "one_hot": lambda n, y: softmax.one_hot(n + 1, y)[..., 1:],
    "negative_log_likelihood": lambda p, y: -softmax.negative_log_likelihood(p, y),
    "logits_gradient": lambda p, y: -softmax.logits_gradient(p, y),
    "cross_entropy": lambda s, y: softmax.cross_entropy(s, y) * np.size(y),
    "descent_step": lambda parameter, gradient, rate: descent.descent_step(
        parameter, gradient, -rate
    ),
    "is_separable": lambda kernel: bool(np.asarray(kernel).any()),
    "column_factor": changed(separable.column_factor, lambda column: -column),
    "row_factor": changed(separable.row_factor, lambda row: row * 2),
    "separability": lambda kernel: "yes" if np.asarray(kernel).any() else "no",
    "stack": lambda parts: tensors.stack(parts[::-1]),
    "component": lambda vector, index: vector[index - 1],
    "total": lambda parts: np.asarray(parts[0]),
    "unchanged": lambda x: np.array(x) * 0,
    "parameter_shapes": lambda in_shape, layers: model.parameter_shapes(
        in_shape, [{**layer, "bias": True} for layer in layers]
    ),
    "logits": lambda x, layers, arrays: model.logits(
        x, [layer for layer in layers if layer["kind"] != "relu"], arrays
    ),
    "loss": changed(model.loss, lambda value: 2 * value),
    "filling": changed(model.filling, lambda numbers: numbers / 2),
    "parameter_gradients": lambda x, layers, arrays, dq: model.parameter_gradients(
        x, [layer for layer in layers if layer["kind"] != "relu"], arrays, dq
    ),
    "loss_gradients": changed(model.loss_gradients, lambda found: 2 * found),
    "training_loss": changed(training.training_loss, lambda value: 2 * value),
    "trained_parameter": changed(training.trained_parameter, lambda found: 2 * found),
    "accuracy": changed(training.accuracy, lambda share: 1 - share),
}


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
def test_the_second_engine_catches_a_mistake_in_every_operation(operation: Any) -> None:
    mutant = replace(operation, function=MUTANTS[operation.name])
    # Caught by a wrong value: a mutant that only refuses its input would prove nothing.
    with pytest.raises(AssertionError, match=r"^(?!<class)[\s\S]* against the second's (?!<class)"):
        verify(laws.engines_agree, mutant, examples=100)


def _adding_one(function: Function) -> Function:
    return changed(function, lambda q: np.asarray(q) + 1)


def _writing(function: Function, name: str) -> Function:
    def mutant(**arguments: Any) -> Any:
        arguments[name][(0,) * np.ndim(arguments[name])] += 1
        return function(**arguments)

    return mutant


def _uneven(function: Function) -> Function:
    """Depends on the position, as a layer without shared weights does."""

    def mutant(**arguments: Any) -> Any:
        q = function(**arguments)
        return q * np.arange(1, q.shape[-1] + 1)

    return mutant


# Where a law asks for a gradient it takes that of the table, so these mistakes are in the forward.
LAWS: list[tuple[Law, tuple[str, ...], str, Function, str]] = [
    (laws.is_linear, EXACT_KINDS, "correlate2d", _adding_one(convolution.correlate2d), "in x"),
    (laws.is_linear, EXACT_KINDS, "relu_gradient", _adding_one(relu.relu_gradient), "in dq"),
    (
        laws.is_linear,
        EXACT_KINDS,
        "affine",
        lambda x, weights: affine.affine(x, weights**2),
        "in weights",
    ),
    (
        laws.has_its_adjoints,
        EXACT_KINDS,
        "correlate1d",
        flipping(convolution.correlate1d, "w"),
        "no adjoint in x",
    ),
    (
        laws.has_its_adjoints,
        EXACT_KINDS,
        "correlate2d",
        reading_as(convolution.correlate2d, "geometry", mode="zero"),
        "no adjoint in x",
    ),
    (
        laws.has_its_adjoints,
        EXACT_KINDS,
        "pad",
        forgetting(padding.pad, mode="edge"),
        "no adjoint in x",
    ),
    (
        laws.has_its_adjoints,
        EXACT_KINDS,
        "mean_pool2d",
        reading_as(pooling.mean_pool2d, "window", count_include_pad=True),
        "no adjoint in x",
    ),
    (
        laws.has_its_gradients,
        ("distinct",),
        "max_pool2d",
        changed(pooling.max_pool2d, lambda q: q * 2),
        "no gradient by x",
    ),
    (laws.has_its_gradients, ("distinct",), "relu", lambda x: abs(x), "no gradient by x"),
    (
        laws.has_its_gradients,
        ("distinct",),
        "affine",
        lambda x, weights, bias: affine.affine(x, weights, None if bias is None else 2 * bias),
        "no gradient by bias",
    ),
    (
        laws.commutes_with_shifts,
        ("rational",),
        "correlate1d",
        _uneven(convolution.correlate1d),
        "does not follow",
    ),
    (
        laws.commutes_with_shifts,
        ("rational",),
        "convolve2d",
        reading_as(convolution.convolve2d, "geometry", mode="edge"),
        "does not follow",
    ),
    (
        laws.is_exact_for_exact_input,
        EXACT_KINDS,
        "global_mean",
        changed(global_pooling.global_mean, lambda q: np.asarray(q, dtype=float)),
        "is not exact",
    ),
    (
        laws.stays_float,
        ("float",),
        "relu",
        changed(relu.relu, lambda q: np.asarray(q, dtype=object)),
        "for floats",
    ),
    (laws.keeps_its_input, ("float",), "pad", lambda x, **how: x[...], "x is part"),
    (
        laws.keeps_its_input,
        ("integer",),
        "max_pool2d",
        _writing(pooling.max_pool2d, "x"),
        "x was changed",
    ),
    (
        laws.keeps_its_input,
        ("float",),
        "affine_bias_gradient",
        lambda dq: np.broadcast_to(np.zeros(1), np.shape(dq)),
        "cannot be written",
    ),
]


@pytest.mark.parametrize(("law", "kinds", "name", "mutant", "words"), LAWS)
def test_each_law_catches_a_mistake_of_its_kind(
    law: Law, kinds: tuple[str, ...], name: str, mutant: Function, words: str
) -> None:
    with pytest.raises(AssertionError, match=words):
        verify(law, replace(BY_NAME[name], function=mutant), kinds, examples=30)


def test_there_is_a_mutant_of_every_operation_and_none_is_the_operation_itself() -> None:
    assert sorted(MUTANTS) == sorted(BY_NAME)
    assert not [name for name, mutant in MUTANTS.items() if mutant is BY_NAME[name].function]


def test_a_mutant_takes_what_its_operation_takes() -> None:
    for name, mutant in MUTANTS.items():
        parameters = inspect.signature(mutant).parameters
        if any(p.kind is p.VAR_KEYWORD for p in parameters.values()):
            continue
        assert set(parameters) == set(inspect.signature(BY_NAME[name].function).parameters)
