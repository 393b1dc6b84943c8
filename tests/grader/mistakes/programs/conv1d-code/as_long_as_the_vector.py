# %% Practice sheet, seed 406: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "406", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "406", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: d8f553ff21fd9197

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    k = kernel.shape[0]
    before = (k - 1) // 2
    after = k - 1 - before
    extended = np.concatenate([np.zeros(before), vector, np.zeros(after)])
    output = np.empty(vector.shape[0])
    for t in range(vector.shape[0]):
        output[t] = extended[t:t + k] @ kernel
    return output
