# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "103", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "circular"}}
# grader-checksum: 2490e89ed3b02166

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    p = np.take(vector, np.arange(-3, len(vector) + 3), mode="wrap")
    k = len(kernel)
    span = 2 * k
    results = [p[i : i + 2 * k - 1 : 2] @ kernel[::-1] for i in range(0, len(p) - span + 1, 3)]
    return np.array(results)
