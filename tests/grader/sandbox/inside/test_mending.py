"""What is mended in a call is told, and what is right is called as it is."""

from __future__ import annotations

import builtins
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from grader.sandbox.inside.mended_numpy import OLD_NAMES, SUM
from grader.sandbox.inside.mended_results import GENERATOR, TOGETHER
from grader.sandbox.inside.mending import NOT_GIVEN, NOT_TAKEN, SWAPPED, Mending
from grader.sandbox.inside.reading import read_cell
from grader.sandbox.outside.mendable import NOTED


@pytest.fixture
def mending(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mending]:
    """One of a function and of a layer; NumPy is as it was after the test, PyTorch left alone."""
    names = dict(vars(np))
    with monkeypatch.context() as patched:
        patched.delitem(sys.modules, "torch", raising=False)
        made = Mending(("f", "bwd"), ("dw", "db"), is_model=False)
    yield made
    vars(np).update({name: names[name] for name in ("sum", "__getattr__")})
    for name in [one for one in vars(builtins) if one.startswith("__mended_")]:
        delattr(builtins, name)


class Layer:
    def __init__(self, *, together: bool) -> None:
        self.together = together

    def bwd(self, dq: Any) -> Any:
        if self.together:
            return 2 * dq, 3 * dq, dq.sum()
        self.dw = 3 * dq
        return 2 * dq


X = np.array([1.0, 4.0])
Y = np.array([2.0, 7.0])


def difference(vector: Any, kernel: Any) -> Any:
    return vector - kernel


def swapped(kernel: Any, vector: Any) -> Any:
    return vector - kernel


@pytest.mark.parametrize("names", [("vector", "kernel"), ("long_vector", "kernel2")])
def test_arguments_in_another_order_are_handed_over_by_their_names(
    mending: Mending, names: tuple[str, str]
) -> None:
    assert np.array_equal(mending.call(swapped, names, [X, Y], {}), X - Y)
    assert mending.found == {SWAPPED}


class Weighted:
    def __init__(self, w: Any) -> None:
        self.w = w


@pytest.mark.parametrize("names", [("b", "w"), ("b_a", "w_a"), ("x", "y")])
def test_an_argument_that_nothing_takes_is_left_out_and_the_others_go_by_their_names(
    mending: Mending, names: tuple[str, str]
) -> None:
    made = mending.call(Weighted, names, [X, Y], {})
    assert made.w is (X if names == ("x", "y") else Y)
    assert mending.found == {NOT_TAKEN}


def any_number(*given: Any) -> Any:
    return given[0] - given[1]


def with_step(vector: Any, step: Any, kernel: Any, rate: float = 1.0) -> Any:
    return vector - kernel


def with_steps(one: Any, other: Any, step: Any) -> Any:
    return one - other


@pytest.mark.parametrize("function", [with_step, with_steps])
def test_a_parameter_for_which_nothing_is_given_is_none(mending: Mending, function: Any) -> None:
    assert np.array_equal(mending.call(function, ("vector", "kernel"), [X, Y], {}), X - Y)
    assert mending.found == {NOT_GIVEN}


def test_any_number_of_arguments_and_parameters_with_defaults_are_no_mistake(
    mending: Mending,
) -> None:
    for function, given in ((any_number, [X, Y]), (with_step, [X, 1, Y])):
        names = ("vector", "step", "kernel") if len(given) > 2 else ("vector", "kernel")
        assert np.array_equal(mending.call(function, names, given, {}), X - Y)
    assert mending.found == set()


def test_arguments_in_the_right_order_or_of_other_names_stay_in_their_order(
    mending: Mending,
) -> None:
    for function in (difference, lambda a, b: a - b, lambda vector, b: vector - b, np.subtract):
        assert np.array_equal(mending.call(function, ("vector", "kernel"), [X, Y], {}), X - Y)
    assert mending.found == set()


class Swapped:
    def __init__(self, b: Any, w: Any) -> None:
        self.b, self.w = b, w


@pytest.mark.parametrize(
    "names", [("w", "b"), ("w_a", "b_a"), ("w_b", "b_b"), ("w_b_before", "b_b_before")]
)
def test_a_constructor_gets_its_arguments_by_their_names_whichever_layer_it_is(
    mending: Mending, names: tuple[str, str]
) -> None:
    made = mending.call(Swapped, names, [X, Y], {})
    assert np.array_equal(made.w, X)
    assert np.array_equal(made.b, Y)
    assert mending.found == {SWAPPED}


def test_a_constructor_in_the_right_order_or_that_takes_anything_stays_as_it_is(
    mending: Mending,
) -> None:
    class Right(Swapped):
        def __init__(self, w: Any, b: Any) -> None:
            super().__init__(b, w)

    class Open(Swapped):
        def __init__(self, *given: Any) -> None:
            super().__init__(given[1], given[0])

    for kind in (Right, Open):
        assert np.array_equal(mending.call(kind, ("w_b", "b_b"), [X, Y], {}).w, X)
    assert mending.found == set()


class Solution:
    factor = 2

    def double(self, x: Any) -> Any:
        return self.factor * x

    @staticmethod
    def plain(x: Any) -> Any:
        return 3 * x


class Made:
    def __init__(self, factor: int) -> None:
        self.factor = factor

    def double(self, x: Any) -> Any:
        return self.factor * x


def test_a_method_that_is_asked_for_as_a_function_has_an_object_that_needs_nothing(
    mending: Mending,
) -> None:
    assert np.array_equal(mending.call(Solution.double, ("x",), [X], {}), 2 * X)
    assert np.array_equal(mending.call(Solution.plain, ("x",), [X], {}), 3 * X)
    with pytest.raises(TypeError, match="factor"):
        mending.call(Made.double, ("x",), [X], {})
    assert np.array_equal(mending.call(lambda x, scale=2: scale * x, ("x",), [X], {}), 2 * X)


def test_a_generator_is_gone_through(mending: Mending) -> None:
    found = mending.call(lambda x: (2 * a for a in x), ("x",), [X], {})
    assert np.array_equal(found, 2 * X)
    assert mending.found == {GENERATOR}


def test_of_several_results_the_first_counts_and_the_others_are_left_behind(
    mending: Mending,
) -> None:
    layer = Layer(together=True)
    for dq in (X, Y):  # those of an earlier call give way
        assert np.array_equal(mending.call(layer.bwd, ("dq",), [dq], {}), 2 * dq)
        assert np.array_equal(vars(layer)["dw"], 3 * dq)
        assert vars(layer)["db"] == dq.sum()
    assert mending.found == {TOGETHER}


def test_what_a_method_leaves_and_a_tuple_of_numbers_stay(mending: Mending) -> None:
    layer = Layer(together=False)
    mending.call(layer.bwd, ("dq",), [X], {})
    assert np.array_equal(layer.dw, 3 * X)
    assert mending.call(lambda x: tuple(x), ("x",), [X], {}) == (1.0, 4.0)
    assert mending.found == set()


def test_functions_that_are_called_are_mended_before_they_are_defined(mending: Mending) -> None:
    source = (
        "def f(x):\n    y = x + 1\n\ndef g(x):\n    y = x + 1\n\nclass C:\n    def bwd(self):\n"
    )
    source += "        print(self)\n"
    statements, _, _ = read_cell(source, 1, "<test>", 0)
    mending.read(statements, "<test>", 0)
    names: dict[str, Any] = {}
    for statement in statements:
        assert statement.code is not None
        exec(statement.code, names)  # noqa: S102
    assert names["f"](1) == 2
    assert names["g"](1) is None
    assert names["C"]().bwd() is not None
    assert mending.found == {"return-forgotten"}


def test_numpy_has_its_old_names_and_sums_up_generators(mending: Mending) -> None:
    assert np.sum(X) == 5
    assert mending.found == set()
    with pytest.raises(AttributeError, match="nothing_such"):
        _ = np.nothing_such  # type: ignore[attr-defined]
    old = {name: getattr(np, name) for name in ("float", "product")}
    assert old == {"float": float, "product": np.prod}
    assert mending.found == {OLD_NAMES}
    total: Any = np.sum(a * X for a in (1, 2))  # type: ignore[call-overload]
    assert np.array_equal(total, 3 * X)
    assert mending.found == {OLD_NAMES, SUM}


def test_all_that_is_found_is_known_outside() -> None:
    import grader.sandbox.inside.mended_arrays as of_arrays
    import grader.sandbox.inside.mended_imports as of_imports
    import grader.sandbox.inside.mended_loops as of_loops
    import grader.sandbox.inside.mended_models as of_models
    import grader.sandbox.inside.mended_names as of_names
    import grader.sandbox.inside.mended_numpy as of_numpy
    import grader.sandbox.inside.mended_parameters as of_parameters
    import grader.sandbox.inside.mended_results as of_results
    import grader.sandbox.inside.mended_slices as of_slices
    import grader.sandbox.inside.mended_training as of_training
    import grader.sandbox.inside.mended_windows as of_windows
    import grader.sandbox.inside.mending as of_calls
    import grader.sandbox.inside.returns as of_returns

    modules = [of_arrays, of_loops, of_models, of_names, of_numpy, of_results, of_slices]
    modules += [of_calls, of_returns, of_windows, of_imports, of_parameters, of_training]
    keys = {
        value
        for module in modules
        for name, value in vars(module).items()
        if name.isupper() and not name.startswith("_") and isinstance(value, str)
    }
    assert keys == set(NOTED)
