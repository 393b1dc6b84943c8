"""A wrong array, by itself or beside the right one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from problems.frozen import frozen


@frozen(eq=False)
class WrongCells:
    """A value of which the right one is not shown: its numbers, and which of them are ``wrong``."""

    found: NDArray[np.float64]
    wrong: NDArray[np.bool_]


@frozen(eq=False)
class Compared:
    """A value beside the right one: numbers of one shape, and which of them are ``wrong``."""

    found: NDArray[np.float64]
    true: NDArray[np.float64]
    wrong: NDArray[np.bool_]
