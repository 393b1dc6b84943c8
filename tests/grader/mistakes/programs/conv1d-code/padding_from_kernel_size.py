# %% Practice sheet, seed 72619: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "72619", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "72619", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: ab13ed8199690eff

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    f = len(kernel)
    p = (f - 1) // 2
    x = np.hstack([np.zeros(p), vector, np.zeros(p)])
    out = []
    for i in range(0, len(x) - f + 1, 3):
        out.append(np.sum(x[i:i + f] * kernel))
    return np.array(out)
