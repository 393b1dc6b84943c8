# %% Practice sheet, seed 303: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "303", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "303", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 9b06e68ee73f6ca9

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    stride = 2
    pad = 2
    f = len(kernel)
    v_pad = np.pad(vector, (pad, pad), mode="constant", constant_values=0)
    n_H = int((len(vector) - f + 2 * pad) / stride) + 1
    Z = np.zeros(n_H)
    for h in range(n_H):
        start = h
        end = start + f
        Z[h] = np.sum(v_pad[start:end] * kernel)
    return Z
