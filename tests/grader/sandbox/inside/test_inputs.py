"""The objects that are handed over: the same again, or others in the place of those before."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.sandbox.inside.inputs import address, at_address, laid_down_in


def test_an_array_comes_to_be_where_one_was_that_is_no_more() -> None:
    before: Any = np.arange(5.0)
    place = address(before)
    del before
    found = at_address(np.arange(5.0) + 1, place)
    assert address(found) == place
    assert np.array_equal(found, np.arange(5.0) + 1)


def test_an_array_that_is_kept_keeps_its_place() -> None:
    before = np.arange(5.0)
    found = at_address(np.arange(5.0) + 1, address(before))
    assert found is not before
    assert np.array_equal(before, np.arange(5.0))


@pytest.mark.parametrize("value", [2.5, "text", None])
def test_what_is_no_array_stays_as_it_is(value: object) -> None:
    assert address(value) == 0
    assert at_address(value, 7) is value
    assert not laid_down_in(value, value)


def test_numbers_are_laid_down_in_the_same_object() -> None:
    before = np.zeros(3)
    assert laid_down_in(before, np.arange(3.0))
    assert np.array_equal(before, np.arange(3.0))


@pytest.mark.parametrize("value", [np.arange(4.0), np.arange(3), np.zeros((3, 1))])
def test_numbers_of_another_shape_or_type_are_not(value: Any) -> None:
    before = np.ones(3)
    assert not laid_down_in(before, value)
    assert np.array_equal(before, np.ones(3))


def test_numbers_are_not_laid_down_where_nothing_may_be_written() -> None:
    before = np.ones(3)
    before.flags.writeable = False
    assert not laid_down_in(before, np.zeros(3))
