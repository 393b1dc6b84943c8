# %% Practice sheet, seed 40943: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "40943", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "40943", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 4e8ce6b08ee7a5c7

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    stride, pad = 2, 2
    x = np.pad(vector, pad)
    out = []
    for start in range(0, len(x), stride):
        chunk = x[start:start + len(kernel)]
        out.append(np.sum(chunk * kernel[:len(chunk)]))
    return np.array(out)
