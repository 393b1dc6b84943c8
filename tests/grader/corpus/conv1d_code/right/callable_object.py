# Practice sheet, seed 9: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "9", "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 89491da4a6fceb46

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

class Conv:
    def __init__(self, stride, padding):
        self.stride, self.padding = stride, padding

    def __call__(self, vector, kernel):
        v = np.pad(vector, self.padding)
        k = len(kernel)
        return np.array([v[i:i + k] @ kernel for i in range(0, len(v) - k + 1, self.stride)])

conv1d = Conv(stride=2, padding=2)
