"""Many values of one input at once, to rule out those that cannot have led to what was found.

A sign that was misread, or another matrix in place of one, is tried for each cell and each matrix
of a sheet. Where a function of ``reference`` can take a stack of them, one call of it in floats
leaves the few that come near; these are then worked out one by one, exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.quantity import RULE_ERRORS
from reference import affine, convolution, descent, relu
from reference.errors import ShapeError
from reference.numbers import Array

_ROUNDING = 1e-6
"""Of a number: many times what floats in place of fractions are off."""
_MANY = 3
"""So many are worked out together: fewer are as soon tried one by one."""
_AXES_OF_MAP = 2


def ruled_out_of(
    function: Callable[..., Any],
    changed: Sequence[Mapping[str, Any]],
    arguments: Mapping[str, Any],
    found: Array,
    tolerance: float,
) -> Set[int]:
    """The places of the changed inputs that cannot have led to what was found, as `ruled_out` says.

    Looked at are arrays in place of one input.
    """
    alike: dict[tuple[str, tuple[int, ...]], list[tuple[int, Array]]] = {}
    for place, inputs in enumerate(changed):
        for name, value in inputs.items():
            if isinstance(value, np.ndarray) and len(inputs) == 1:
                alike.setdefault((name, value.shape), []).append((place, value))
    out: set[int] = set()
    for (name, _), group in alike.items():
        if len(group) >= _MANY:
            places, values = zip(*group, strict=True)
            are_out = ruled_out(function, name, values, arguments, found, tolerance).tolist()
            out.update(place for place, is_out in zip(places, are_out, strict=True) if is_out)
    return out


def ruled_out(
    function: Callable[..., Any],
    name: str,
    values: Sequence[Array],
    arguments: Mapping[str, Any],
    found: Array,
    tolerance: float,
) -> NDArray[np.bool_]:
    """For each value of one input whether what the function makes of it is not the one found.

    The values are of one shape, and ``arguments`` are all that the function takes. None is ruled
    out of which that cannot be told.
    """
    nothing = np.zeros(len(values), dtype=bool)
    stacked = _STACKED.get(function, {}).get(name)
    if stacked is None:
        return nothing
    try:
        wanted = np.asarray(found, np.float64)
        others = {n: _as_floats(value) for n, value in arguments.items() if n != name}
        with np.errstate(all="ignore"):  # a student's numbers may be beyond all floats
            come = stacked(**others, **{name: np.array(values, np.float64)})
    except (*RULE_ERRORS, TypeError):
        return nothing
    if come.shape != (len(values), *wanted.shape):
        return nothing
    if not np.isfinite(come).all():
        return nothing
    room = 2 * tolerance + _ROUNDING * (1 + np.abs(wanted))
    is_far = (np.abs(come - wanted) > room).reshape(len(values), -1)
    return np.asarray(is_far.any(axis=1))


def _as_floats(value: Any) -> Any:
    return np.asarray(value, np.float64) if isinstance(value, np.ndarray) else value


def _map(x: Any) -> Array:
    """One map, which has no channels. Raises ShapeError for what has."""
    if np.ndim(x) != _AXES_OF_MAP:
        raise ShapeError(f"one map (H, W) is needed, but the shape is {np.shape(x)}")
    return np.asarray(x)


def _correlate_inputs(x: Array, w: Any, **more: Any) -> Array:
    """(n, H, W) -> (n, H', W'): a stack of inputs is a batch."""
    found = convolution.correlate2d(x[:, None], _map(w)[None, None], **more)
    return np.asarray(found[:, 0])


def _correlate_kernels(x: Any, w: Array, **more: Any) -> Array:
    """(n, K, L) -> (n, H', W'): a stack of kernels has an output channel for each."""
    return convolution.correlate2d(_map(x)[None], w[:, None], **more)


def _kernel_gradients_by_inputs(x: Array, dq: Any, kernel_size: Any, **more: Any) -> Array:
    """(n, H, W) -> (n, K, L): a stack of inputs is one of input channels."""
    gradient = _map(dq)[None]
    found = convolution.correlate2d_kernel_gradient(x, gradient, kernel_size, **more)
    return np.asarray(found[0])


def _kernel_gradients(x: Any, dq: Array, kernel_size: Any, **more: Any) -> Array:
    """(n, H', W') -> (n, K, L): a stack of gradients is one of output channels."""
    found = convolution.correlate2d_kernel_gradient(_map(x)[None], dq, kernel_size, **more)
    return np.asarray(found[:, 0])


def _input_gradients(dq: Array, w: Any, in_size: Any, **more: Any) -> Array:
    """(n, H', W') -> (n, H, W): a stack of gradients is a batch."""
    kernel = _map(w)[None, None]
    found = convolution.correlate2d_input_gradient(dq[:, None], kernel, in_size, **more)
    return np.asarray(found[:, 0])


def _input_gradients_by_kernels(dq: Any, w: Array, in_size: Any, **more: Any) -> Array:
    """(n, K, L) -> (n, H, W): a stack of kernels has an input channel for each."""
    return convolution.correlate2d_input_gradient(_map(dq)[None], w[None], in_size, **more)


def _relu(x: Array) -> Array:
    return np.maximum(x, 0)


def _relu_gradient(x: Array, dq: Array) -> Array:
    return np.where(x > 0, dq, 0)


def _descent_step(parameter: Array, gradient: Array, rate: Any) -> Array:
    return np.asarray(parameter - float(rate) * gradient)


def _weights_gradient(x: Array, dq: Array) -> Array:
    """(n, I) or (n, O) -> (n, O, I). Raises ShapeError for a batch, which has its own axis."""
    if x.ndim + dq.ndim != 1 + 2:
        raise ShapeError("one vector and a stack of vectors are needed")
    return np.asarray(dq[..., :, None] * x[..., None, :])


_STACKED: Mapping[Callable[..., Any], Mapping[str, Callable[..., Array]]] = {
    convolution.correlate2d: {"x": _correlate_inputs, "w": _correlate_kernels},
    convolution.correlate2d_kernel_gradient: {
        "x": _kernel_gradients_by_inputs,
        "dq": _kernel_gradients,
    },
    convolution.correlate2d_input_gradient: {
        "dq": _input_gradients,
        "w": _input_gradients_by_kernels,
    },
    relu.relu: {"x": _relu},
    relu.relu_gradient: dict.fromkeys(("x", "dq"), _relu_gradient),
    descent.descent_step: dict.fromkeys(("parameter", "gradient"), _descent_step),
    affine.affine_weights_gradient: dict.fromkeys(("x", "dq"), _weights_gradient),
}
"""By function and input what takes a stack of such inputs, as floats, and gives one of values."""
