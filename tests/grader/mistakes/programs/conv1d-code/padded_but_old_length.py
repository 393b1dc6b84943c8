# %% Practice sheet, seed 3101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "3101", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 1e5968a3f63467aa

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    p, s = 1, 2
    x = np.concatenate([np.zeros(p), vector, np.zeros(p)])
    k = len(kernel)
    out = []
    for i in range(0, len(vector) - k + 1, s):
        out.append(x[i:i + k] @ kernel)
    return np.array(out)
