"""The function behind what can be called is found without calling anything."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NoReturn

import numpy as np
import pytest

from grader.sandbox.inside.behind import function_behind, name_in_source


def plain(x: int) -> int:
    return x


class Callee:
    def __call__(self, x: int) -> int:
        return x

    def method(self, x: int) -> int:
        return x

    @classmethod
    def of_class(cls, x: int) -> int:
        return x

    @staticmethod
    def of_none(x: int) -> int:
        return x


class Secretive(Callee):
    def __getattribute__(self, name: str) -> NoReturn:
        raise AssertionError("an attribute was asked for")


def made() -> Callable[[int], int]:
    def inner(x: int) -> int:
        return x

    return inner


@functools.wraps(plain)
def wrapper(*values: int) -> int:
    return plain(*values)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (plain, "plain"),
        (functools.partial(plain, 1), "plain"),
        (functools.partial(functools.partial(plain), 1), "plain"),
        (functools.partial(Callee().method), "Callee.method"),
        (functools.lru_cache(plain), "plain"),
        (np.vectorize(plain), "plain"),
        (wrapper, "plain"),
        (staticmethod(plain), "plain"),
        (Callee(), "Callee.__call__"),
        (Callee().method, "Callee.method"),
        (Callee.of_class, "Callee.of_class"),
        (Callee.of_none, "Callee.of_none"),
        (made(), "made"),
    ],
)
def test_the_function_that_runs_is_found(value: Any, name: str) -> None:
    function = function_behind(value)
    assert function is not None
    assert name_in_source(function) == name


@pytest.mark.parametrize("value", [None, 3, len, Callee, object(), [].append])
def test_where_no_function_of_python_runs_there_is_none(value: Any) -> None:
    assert function_behind(value) is None


def test_no_attribute_of_an_object_is_asked_for() -> None:
    assert function_behind(Secretive()) is Callee.__dict__["__call__"]


def test_a_function_that_wraps_itself_has_none_behind_it() -> None:
    def circular() -> None: ...

    circular.__dict__["__wrapped__"] = circular
    assert function_behind(circular) is None
