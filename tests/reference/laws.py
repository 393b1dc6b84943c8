"""What must hold for every operation. The tests and the planted mutants call these checks."""

from __future__ import annotations

import copy
import inspect
from collections.abc import Callable
from fractions import Fraction
from random import Random
from typing import Any

import numpy as np
from hypothesis import HealthCheck, Phase, given, settings
from numpy.typing import NDArray

from reference.operations import OPERATIONS, Operation
from reference.statements import second_statement
from tests.reference.cases import KINDS, Case, cases

Array = NDArray[Any]
Law = Callable[[Operation, Case], None]

BY_NAME = {operation.name: operation for operation in OPERATIONS}
EXACT_KINDS = ("rational", "integer", "distinct")


def verify(
    law: Law, operation: Operation, kinds: tuple[str, ...] = KINDS, examples: int = 20
) -> None:
    """Check a law on drawn cases. Raises AssertionError on the first case that breaks it."""

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.generate,),  # a mutant need not be shrunk
        report_multiple_bugs=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(cases(operation.name, kinds))
    def holds(case: Case) -> None:
        law(operation, case)

    holds()


def outcome(function: Callable[..., Any], arguments: dict[str, Any]) -> Any:
    """The value, or ValueError where the input was refused."""
    try:
        return function(**arguments)
    except ValueError:
        return ValueError


def same(found: Any, wanted: Any) -> bool:
    """Equal; numbers that are not whole within rounding, and shapes as well."""
    if isinstance(wanted, tuple):
        return (
            isinstance(found, tuple)
            and len(found) == len(wanted)
            and all(same(f, w) for f, w in zip(found, wanted, strict=True))
        )
    if wanted is ValueError or found is ValueError or isinstance(wanted, bool | int | str):
        return type(found) is type(wanted) and bool(found == wanted)
    if np.shape(found) != np.shape(wanted):
        return False
    pair = (np.asarray(found, dtype=np.float64), np.asarray(wanted, dtype=np.float64))
    return bool(np.allclose(*pair, rtol=1e-9, atol=1e-9))


def engines_agree(operation: Operation, case: Case) -> None:
    """The second statement finds the same, and refuses the same."""
    counterpart = second_statement(BY_NAME[operation.name].function)
    assert counterpart is not None
    wanted = outcome(counterpart, case.arguments)
    found = outcome(operation.function, case.arguments)
    assert same(found, wanted), f"{found} against the second's {wanted}"


def is_exact_for_exact_input(operation: Operation, case: Case) -> None:
    """Rationals give rationals; floats give float64."""
    found = outcome(operation.function, case.arguments)
    for result in found if isinstance(found, tuple) else (found,):
        for value in np.ravel(result) if isinstance(result, np.ndarray) else (result,):
            assert isinstance(value, int | Fraction | tuple | type), f"{value!r} is not exact"


def stays_float(operation: Operation, case: Case) -> None:
    """Floats give float64 arrays and Python floats."""
    found = outcome(operation.function, case.arguments)
    for result in found if isinstance(found, tuple) else (found,):
        kind = result.dtype if isinstance(result, np.ndarray) else type(result)
        assert result is ValueError or kind in {np.dtype(np.float64), float}, f"{kind} for floats"


def keeps_its_input(operation: Operation, case: Case) -> None:
    """No input is changed, none is part of the result, and the result can be written to."""
    before = copy.deepcopy(case.arguments)
    found = outcome(operation.function, case.arguments)
    for name, value in case.arguments.items():
        assert is_as_before(value, before[name]), f"{name} was changed"
        for result in found if isinstance(found, tuple) else (found,):
            if isinstance(result, np.ndarray):
                assert result.flags.writeable, "the result cannot be written to"
                if isinstance(value, np.ndarray):
                    assert not np.shares_memory(result, value), f"{name} is part of the result"


def is_as_before(value: Any, before: Any) -> bool:
    if isinstance(value, dict):
        same_keys = value.keys() == before.keys()
        return same_keys and all(is_as_before(value[key], before[key]) for key in value)
    if isinstance(value, list | tuple):
        return len(value) == len(before) and all(map(is_as_before, value, before))
    return np.array_equal(value, before)


def is_linear(operation: Operation, case: Case) -> None:
    """`f(a u + b v) = a f(u) + b f(v)` in each parameter that the table names; exact."""
    arguments = _without_bias(case.arguments)
    for name in operation.linear_in:
        u = np.asarray(arguments[name], dtype=object)
        v = np.asarray(case.numbers(u.shape), dtype=object)
        a, b = Fraction(2, 3), Fraction(-5, 2)

        def at(x: Any, name: str = name) -> Array:
            return np.asarray(operation.function(**arguments | {name: x}), dtype=object)

        assert np.array_equal(at(a * u + b * v), a * at(u) + b * at(v)), f"not linear in {name}"


def has_its_adjoints(operation: Operation, case: Case) -> None:
    """`<Ax, y> = <x, A'y>`, exactly, for each adjoint that the table names."""
    arguments = _without_bias(case.arguments)
    result = np.asarray(operation.function(**arguments), dtype=object)
    y = np.asarray(case.numbers(result.shape), dtype=object)
    for name, adjoint in operation.adjoints:
        x = np.asarray(arguments[name], dtype=object)
        back = _gradient(operation, adjoint, name, arguments, y)
        assert np.shape(back) == x.shape, f"the adjoint in {name} has another shape"
        assert np.sum(result * y) == np.sum(x * back), f"{adjoint} is no adjoint in {name}"


def has_its_gradients(operation: Operation, case: Case) -> None:
    """A step along a coordinate changes <f, y> by the gradient's cell, exactly: f is linear."""
    step = Fraction(1, 10**6)
    result = np.asarray(operation.function(**case.arguments), dtype=object)
    y = np.asarray(case.numbers(result.shape), dtype=object)
    for name, gradient in operation.adjoints + operation.gradients:
        if case.arguments[name] is None or (name == "bias" and np.ndim(case.arguments[name]) == 0):
            continue  # a bias that all channels share has another gradient than the layer's
        x = np.array(case.arguments[name], dtype=object)
        slope = _gradient(operation, gradient, name, case.arguments, y)
        assert np.shape(slope) == x.shape, f"the gradient by {name} has another shape"
        for cell in Random(case.seed).sample(range(x.size), min(x.size, 4)):
            moved = x.copy()
            moved.reshape(-1)[cell] += step
            after = np.asarray(operation.function(**case.arguments | {name: moved}), dtype=object)
            assert np.sum((after - result) * y) == step * np.ravel(slope)[cell], (
                f"{gradient} is no gradient by {name}"
            )


def commutes_with_shifts(operation: Operation, case: Case) -> None:
    """With circular padding and stride 1 a shifted input gives a shifted output."""
    arguments = _without_bias(case.arguments)
    axes = axes_of(operation)
    x, geometry = np.asarray(arguments["x"]), arguments["geometry"]
    dilation = np.broadcast_to(geometry.dilation, axes)
    spans = (np.array(np.shape(arguments["w"])[-axes:]) - 1) * dilation
    around = [(0, int(span)) for span in spans]
    arguments["geometry"] = geometry.but(stride=1, mode="circular", padding=around)
    last = tuple(range(-axes, 0))
    shift = tuple(range(2, 2 + axes))
    shifted = operation.function(**arguments | {"x": np.roll(x, shift, axis=last)})
    q = operation.function(**arguments)
    assert np.shape(q)[-axes:] == x.shape[-axes:]
    assert same(shifted, np.roll(q, shift, axis=last)), "the output does not follow the input"


def axes_of(operation: Operation) -> int:
    """The spatial axes of an operation, which are in its name; two where there are none."""
    return next((axes for axes in (1, 2, 3) if f"{axes}d" in operation.name), 2)


def _without_bias(arguments: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in arguments.items() if name != "bias"}


def _gradient(
    operation: Operation, gradient: str, by: str, arguments: dict[str, Any], dq: Array
) -> Array:
    """The gradient by one parameter, called with those arguments that it names."""
    axes = axes_of(operation)
    shape = np.shape(arguments[by])
    size = shape[-axes:] if operation.name != "global_mean" else shape[-2:]
    sight = arguments | {
        "dq": dq if dq.ndim else dq.item(),
        "in_size": size,
        "kernel_size": size,
        "x_shape": shape,
        "ndim": axes,
    }
    function = BY_NAME[gradient].function
    taken = inspect.signature(function).parameters
    return np.asarray(function(**{n: v for n, v in sight.items() if n in taken}), dtype=object)
