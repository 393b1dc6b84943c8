# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 29ce4a5b41993759

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

class Signal(np.ndarray):
    def __new__(cls, values):
        return np.asarray(values, dtype=float).view(cls)

    def energy(self):
        return float((self ** 2).sum())

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    return Signal([vector[i:i+len(kernel)] @ kernel for i in range(len(vector) - len(kernel) + 1)])
