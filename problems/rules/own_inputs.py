"""What a layer worked with in place of what it was given, told by all that it gave together.

One line such as ``dq = dq / len(dq)`` or ``self.w = -w`` changes all that follows from it, and what
follows is right all the same. The gradients by the input (N,), by the kernel (K,) and by the bias
are linear in the incoming gradient dq (M,), and the outputs (M,) and the gradient by the input in
the kernel: so the one that a program has worked with is the solution of a system of equations, of
which there are more than unknowns. For a layer along one axis without channels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from problems.rule import Slip
from reference import convolution as conv
from reference.errors import ShapeError
from reference.geometry import Geometry

Array = NDArray[Any]
Inputs = Mapping[str, Any]

OWN_GRADIENT = "incoming-gradient-changed"
OWN_PARAMETERS = "parameters-not-as-given"

_CLOSE = 1e-7
_FEWEST = 2
"""In so many checks a program's values have to follow from what it is said to have worked with."""


@dataclass(frozen=True)
class Came:
    """A value that came of a layer: an output, or a gradient by one of these."""

    by: str
    value: Any
    inputs: Inputs

    @property
    def numbers(self) -> Array:
        """The value as a vector."""
        return np.atleast_1d(np.asarray(self.value, np.float64))

    @property
    def rows(self) -> Array:
        """The equations in the incoming gradient: (numbers, M)."""
        count = len(self.inputs["dq"])
        if self.by == "bias":
            return np.ones((1, count))
        windows = _windows(self.inputs, count)
        if self.by == "kernel":
            return np.asarray(windows.T)
        w, n = np.atleast_1d(self.inputs["w"]), len(self.inputs["x"])
        return np.asarray(_places(self.inputs, count, len(w), n) @ w).T

    @property
    def rows_of_kernel(self) -> Array:
        """The equations in the kernel and the bias: (numbers, K + 1)."""
        taps = np.size(self.inputs["w"])
        if self.by == "output":
            windows = _windows(self.inputs, len(self.numbers))
            return np.hstack((windows, np.ones((len(windows), 1))))
        places = _places(self.inputs, len(self.inputs["dq"]), taps, len(self.inputs["x"]))
        of_kernel = np.tensordot(self.inputs["dq"], places, axes=1)
        return np.hstack((of_kernel, np.zeros((len(of_kernel), 1))))


def _windows(inputs: Inputs, count: int) -> Array:
    """What each of so many outputs looks at: (M, K)."""
    stride, taps = int(inputs["stride"]), np.size(inputs["w"])
    x = np.pad(np.asarray(inputs["x"], np.float64), int(inputs["padding"]))
    if x.ndim != 1 or (count - 1) * stride + taps > len(x):
        raise ShapeError("as many windows are needed as the input has")
    return np.array([x[stride * at : stride * at + taps] for at in range(count)])


def _places(inputs: Inputs, count: int, taps: int, size: int) -> Array:
    """Where each tap of each window lies on the input: (M, N, K), ones and zeros."""
    stride, padding = int(inputs["stride"]), int(inputs["padding"])
    places = np.zeros((count, size + 2 * padding, taps))
    for at in range(count):
        for tap in range(taps):
            places[at, stride * at + tap, tap] = 1
    return places[:, padding : padding + size]


_BY = {"forward": "output", "input-gradient": "input", "bias-gradient": "bias"}


def told_together(checks: Sequence[Sequence[tuple[str, Any, Inputs]]]) -> Iterator[Inputs]:
    """The own inputs for values with the keys of their rules, such as ``layer1d-forward``."""
    return own_inputs(
        [
            [Came(_BY.get(key.partition("-")[2], "kernel"), *rest) for key, *rest in check]
            for check in checks
        ]
    )


def own_inputs(checks: Sequence[Sequence[Came]]) -> Iterator[Mapping[str, Any]]:
    """For each value of each check, in turn, what the layer worked with for it.

    ``own_dq`` and ``own_w`` with ``own_bias``, as far as all values follow from them and they are
    not what the layer was given. Raises ShapeError for values of other shapes.
    """
    every = [came for check in checks for came in check]
    gradients = _solved([_passes(check) for check in checks], _own_gradient)
    parameters = _solved([_layers(check) for check in checks], _own_parameters)
    for came in every:
        yield {**gradients.get(id(came), {}), **parameters.get(id(came), {})}


Group = list[Came]
Solve = Callable[[Group], tuple[dict[str, Any] | None, bool]]


def _passes(check: Sequence[Came]) -> list[Group]:
    """What came of each backward pass together."""
    return _together([came for came in check if came.by != "output"], "dq")


def _layers(check: Sequence[Came]) -> list[Group]:
    """What came of each layer together that depends on its parameters."""
    return _together([came for came in check if came.by in ("output", "input")], "w")


def _together(check: Sequence[Came], name: str) -> list[Group]:
    """What came for the same array of a name."""
    groups: dict[int, Group] = {}
    for came in check:
        groups.setdefault(id(came.inputs[name]), []).append(came)
    return list(groups.values())


def _solved(checks: Sequence[Sequence[Group]], solve: Solve) -> dict[int, dict[str, Any]]:
    """What the groups tell, by what came; nothing if one of several values does not follow."""
    found: dict[int, dict[str, Any]] = {}
    evidence = 0
    for groups in checks:
        is_telling = False
        for group in groups:
            own, tells = solve(group)
            if own is None:
                return {}
            is_telling |= tells
            found |= {id(came): own for came in group}
        evidence += is_telling
    return found if evidence >= _FEWEST else {}


def _own_gradient(group: Group) -> tuple[dict[str, Any] | None, bool]:
    rows = np.vstack([came.rows for came in group])
    dq = np.asarray(group[0].inputs["dq"], np.float64)
    own = _solution(rows, [came.numbers for came in group])
    is_telling = len({came.by for came in group}) > 1
    if own is None or (is_telling and not np.any(np.abs(own) > _CLOSE)):
        return None, False
    if _is_close(own, dq):
        return {}, False
    return {"own_dq": own}, is_telling


def _own_parameters(group: Group) -> tuple[dict[str, Any] | None, bool]:
    rows = np.vstack([came.rows_of_kernel for came in group])
    inputs = group[0].inputs
    has_bias = inputs["bias"] is not None
    rows = rows if has_bias else rows[:, :-1]
    given = np.atleast_1d(np.asarray(inputs["w"], np.float64))
    own = _solution(rows, [came.numbers for came in group])
    if own is None:
        return None, False
    w, bias = own[: len(given)], float(own[-1]) if has_bias else None
    is_telling = len(rows) > len(own) + 2
    if is_telling and np.sum(np.abs(w) > _CLOSE) < 2:  # an input that is handed on is no work
        return None, False
    if _is_close(w, given) and (bias is None or _is_close(bias, inputs["bias"])):
        return {}, False
    return {"own_w": w, "own_bias": bias}, is_telling


def _solution(rows: Array, values: Sequence[Array]) -> Array | None:
    """What all equations hold for; None if there is no such thing."""
    right = np.concatenate(values)
    if len(rows) != len(right) or not np.isfinite(right).all():
        return None
    found = np.asarray(np.linalg.lstsq(rows, right, rcond=None)[0])
    return found if _is_close(rows @ found, right) else None


def _is_close(found: Any, truth: Any) -> bool:
    size = max(float(np.max(np.abs(truth), initial=0.0)), 1.0)
    return np.shape(found) == np.shape(truth) and bool(
        np.max(np.abs(np.asarray(found) - truth), initial=0.0) <= _CLOSE * size
    )


# -- the slips -------------------------------------------------------------------------------------


def changed_parameters_forward() -> Slip:
    """The outputs of a layer with other parameters."""

    def outputs(x: Array, own_w: Array, own_bias: float | None, geometry: Geometry) -> Any:
        return conv.correlate1d(x, own_w, own_bias, geometry)

    return Slip(OWN_PARAMETERS, outputs, last_resort=True, throughout=True)


def changed_for_input() -> tuple[Slip, ...]:
    """The gradient by the input with another incoming gradient, or with other parameters."""
    return (
        Slip(
            OWN_GRADIENT,
            lambda own_dq, w, in_size, geometry: conv.correlate1d_input_gradient(
                own_dq, w, in_size, geometry
            ),
            last_resort=True,
            throughout=True,
        ),
        Slip(
            OWN_PARAMETERS,
            lambda dq, own_w, in_size, geometry: conv.correlate1d_input_gradient(
                dq, own_w, in_size, geometry
            ),
            last_resort=True,
            throughout=True,
        ),
    )


def changed_for_kernel() -> Slip:
    """The gradient by the kernel, or by its one weight, with another incoming gradient."""

    def gradient(
        x: Array, own_dq: Array, w_shape: tuple[int, ...], kernel_size: Any, geometry: Geometry
    ) -> Any:
        found = conv.correlate1d_kernel_gradient(x, own_dq, kernel_size, geometry)
        return np.reshape(found, w_shape)

    return Slip(OWN_GRADIENT, gradient, last_resort=True, throughout=True)


def changed_for_bias() -> Slip:
    """The gradient by the bias with another incoming gradient."""
    return Slip(OWN_GRADIENT, lambda own_dq: np.sum(own_dq), last_resort=True, throughout=True)
