"""Parameters stay what they were given, and what right programs do to them is left alone."""

from __future__ import annotations

import ast
from typing import Any

import pytest

from grader.sandbox.inside.mended_parameters import (
    CHANGED,
    GLOBALS,
    OVERWRITTEN,
    mended_globals,
    mended_parameters,
)


def mended(*body: str, takes: str = "vector, kernel") -> tuple[list[str], set[str]]:
    """The statements of a function as they are mended, and the mistakes."""
    lines = "\n    ".join(body)
    (function,) = ast.parse(f"def f({takes}):\n    {lines}\n").body
    found = mended_parameters(function)
    assert isinstance(function, ast.FunctionDef)
    return [ast.unparse(one) for one in function.body], found


@pytest.mark.parametrize(
    ("statement", "instead", "mistake"),
    [
        ("kernel = np.array([1, 2, 1])", "kernel = kernel", OVERWRITTEN),
        ("kernel = [1, 0, -1]", "kernel = kernel", OVERWRITTEN),
        ("kernel = np.ones(3)", "kernel = kernel", OVERWRITTEN),
        ("kernel = np.flip(vector)", "kernel = np.flip(kernel)", OVERWRITTEN),
        ("kernel = vector[::-1]", "kernel = kernel[::-1]", OVERWRITTEN),
        ("kernel = np.sort(kernel)", "kernel = kernel", CHANGED),
        ("kernel = sorted(kernel)", "kernel = kernel", CHANGED),
        ("kernel = kernel / np.sum(kernel)", "kernel = kernel", CHANGED),
        ("vector = np.abs(vector)", "vector = vector", CHANGED),
        ("vector = vector[1:]", "vector = vector", CHANGED),
        ("kernel /= kernel.sum()", "pass", CHANGED),
        ("kernel.sort()", "pass", CHANGED),
    ],
)
def test_a_parameter_stays_what_it_was_given(statement: str, instead: str, mistake: str) -> None:
    assert mended(statement, "return 1") == ([instead, "return 1"], {mistake})


def test_what_was_asked_for_its_size_or_made_again_may_be_given_something_else_by_mistake() -> None:
    body = ("n = len(vector) - kernel.size + 1", "kernel = kernel[::-1]", "kernel = np.ones(2)")
    assert mended(*body) == ([*body[:2], "kernel = kernel"], {OVERWRITTEN})


def test_what_an_object_keeps_of_a_parameter_is_the_parameter() -> None:
    body = ("self.w = np.sort(w)", "self.b = w", "self.n = np.zeros(3)")
    found = ["self.w = w", "self.b = b", "self.n = np.zeros(3)"]
    # the kernel has been looked up before the second statement, which is about the bias
    assert mended(*body, takes="self, w, b") == (found, {CHANGED, OVERWRITTEN})


@pytest.mark.parametrize(
    "body",
    [
        ("kernel = np.flip(kernel)",),
        ("kernel = kernel[::-1]",),
        ("vector = np.pad(vector, len(kernel) - 1)",),
        ("vector = np.asarray(vector, dtype=float)",),
        ("vector = vector * 1.0", "kernel = kernel + 0"),
        ("vector = np.concatenate((np.zeros(2), vector, np.zeros(2)))",),
        ("vector, kernel = kernel, vector",),
        ("keep = vector", "vector = kernel", "kernel = keep"),
        ("x = vector", "vector = np.zeros(3)"),
        ("for _ in range(3):", "    vector = vector[1:]"),
        ("if len(kernel) == 0:", "    kernel = np.ones(1)"),
        ("kernel = padded",),
        ("kernel = -kernel",),
        ("out = np.abs(vector)",),
        ("vector = [abs(each) for each in vector]",),
    ],
)
def test_what_right_programs_do_to_their_parameters_is_left_alone(body: Any) -> None:
    written = [ast.unparse(one) for one in ast.parse("\n".join(body)).body]
    assert mended(*body) == (written, set())


@pytest.mark.parametrize(
    ("body", "data", "instead"),
    [
        ("return x @ h", ("x", "h"), "return vector @ kernel"),
        ("return k @ v", ("v", "k"), "return kernel @ vector"),
        ("return vector @ h", ("x", "h"), "return vector @ kernel"),
        ("return [x[i] * h for i in vector]", ("x", "h", "i"), None),
        ("return vector @ kernel + n", ("n",), None),
        ("return x @ vector", (), None),
        ("return x @ h + n", ("x", "h", "n"), None),
        ("h = x", ("h",), None),
    ],
)
def test_a_function_takes_from_its_call_what_it_took_from_the_program(
    body: str, data: tuple[str, ...], instead: str | None
) -> None:
    (function,) = ast.parse(f"def f(vector, kernel):\n    {body}\n").body
    assert isinstance(function, ast.FunctionDef)
    found = mended_globals(function, data)
    assert ast.unparse(function.body[-1]) == (instead or body)
    assert found == ({GLOBALS} if instead else set())
