"""Gathering, picking and adding up, cell by cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reference.errors import ShapeError


def stack(parts: Sequence[Any]) -> NDArray[Any]:
    """Each number in its cell."""
    vector = np.empty(len(parts), dtype=object)
    for place, number in enumerate(parts):
        vector[place] = number
    return vector


def component(vector: Any, index: int) -> Any:
    """The number that is met after so many others."""
    for place, number in enumerate(vector):
        if place == index:
            return number
    raise ShapeError(f"the vector ends before index {index}")


def total(parts: Sequence[Any]) -> Any:
    """In each cell the sum of that cell over all parts."""
    cells = [sum(each[1:], each[0]) for each in zip(*map(np.ravel, parts), strict=True)]
    result = np.empty(len(cells), dtype=object)
    result[:] = cells
    shape = np.shape(parts[0])
    return result.reshape(shape) if shape else result[0]


def unchanged_data(data: Any) -> Any:
    """Part by part the same."""
    if isinstance(data, dict):
        return {key: unchanged_data(part) for key, part in data.items()}
    if isinstance(data, list | tuple):
        return type(data)([unchanged_data(part) for part in data])
    return data


def unchanged(x: Any) -> NDArray[Any]:
    """Cell by cell the same."""
    given = np.asarray(x)
    copy = np.empty_like(given)
    for place in np.ndindex(given.shape):
        copy[place] = given[place]
    return copy
