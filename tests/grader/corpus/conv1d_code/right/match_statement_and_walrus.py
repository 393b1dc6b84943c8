# Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "2", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: 19f1644442b59660

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

from enum import Enum, auto


class Padding(Enum):
    ZERO = auto()
    EDGE = auto()
    MIRROR = auto()
    CIRCULAR = auto()


def pad(vector, amount, padding):
    match padding:
        case Padding.ZERO:
            return np.pad(vector, amount)
        case Padding.EDGE:
            return np.pad(vector, amount, "edge")
        case Padding.MIRROR:
            return np.pad(vector, amount, "symmetric")
        case Padding.CIRCULAR:
            return np.pad(vector, amount, "wrap")
        case _:
            raise NotImplementedError(padding)


def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    x = pad(vector, 3, Padding.EDGE)
    w = kernel[::-1]
    if (room := len(x) - (span := 2 * (len(w) - 1) + 1)) < 0:
        return np.zeros(0)
    return np.array([np.dot(x[i:i + span:2], w) for i in range(0, room + 1, 2)])
