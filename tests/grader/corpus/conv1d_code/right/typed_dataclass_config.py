# Practice sheet, seed 8: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "8", "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 6003797a0ce7af71

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class ConvConfig:
    stride: int = 3
    padding: int = 3

    def output_length(self, n: int, k: int) -> int:
        return (n + 2 * self.padding - k) // self.stride + 1


CONFIG: Final = ConvConfig()


def conv1d(vector: npt.NDArray[np.float64], kernel: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Convolve ``vector`` with ``kernel`` (the kernel is flipped)."""
    padded: npt.NDArray = np.pad(vector, (CONFIG.padding, CONFIG.padding), mode="constant", constant_values=0)
    flipped = kernel[::-1]
    length = CONFIG.output_length(vector.size, kernel.size)
    out = np.empty(length, dtype=np.float64)
    for position in range(length):
        left = position * CONFIG.stride
        out[position] = float(np.inner(padded[left:left + kernel.size], flipped))
    return out
