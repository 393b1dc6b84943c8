"""Values of a maximum that are another one of their windows: the largest was overlooked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def overlooked(function: Callable[[Array], Any], x: Array, found: Any) -> tuple[int, ...] | None:
    """Where the one wrong value stands, counted from 1, if another of its window is there.

    ``function`` takes maxima over windows of x: what is larger than all else in x comes out
    wherever it is in a window. None if it is no such function, or if anything else is amiss.
    """
    right = np.asarray(function(x))
    found = np.asarray(found)
    if x.size == 0 or right.shape != found.shape or right.ndim == 0:
        return None
    places = np.argwhere(right != found)
    if len(places) != 1:
        return None
    place = tuple(places[0])
    largest = np.max(np.abs(x)) + 1
    for cell in np.argwhere(x == found[place]):
        raised = x.copy()
        raised[tuple(cell)] = largest
        value = np.asarray(function(raised))
        if value.shape == right.shape and value[place] == largest:
            return tuple(int(i) + 1 for i in place)
    return None
