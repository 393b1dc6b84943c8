# %% Practice sheet, seed 3840: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3840", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3840", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 67c58cbd3b2c8d89

import numpy as np


# %% problem 1: A function for 1D cross-correlation
# Problem 1. Replace each ... with your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel."""
    size = len(kernel)
    outputs = np.empty(len(vector) - size + 1, dtype=float)
    for i, _ in enumerate(outputs):
        patch = vector[i : i + size]
        outputs[i] = np.mean(patch * kernel)
    return outputs
