# Practice sheet, seed 6: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "6", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 131def2b50ff59cb

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

from __future__ import annotations
from typing import Protocol, TypeVar, TYPE_CHECKING

if TYPE_CHECKING:
    from numpy.typing import NDArray

T = TypeVar("T", bound=np.generic)

class Pads(Protocol):
    def __call__(self, x: NDArray[T], amount: int) -> NDArray[T]: ...

def zeros_both_sides(x: NDArray[T], amount: int) -> NDArray[T]:
    return np.pad(x, amount)

def conv1d(vector: NDArray[T], kernel: NDArray[T], pads: Pads = zeros_both_sides) -> NDArray[T]:
    x = pads(vector, 3)
    w = kernel[::-1]
    return np.array([x[i:i+len(w)] @ w for i in range(0, len(x) - len(w) + 1, 2)])
