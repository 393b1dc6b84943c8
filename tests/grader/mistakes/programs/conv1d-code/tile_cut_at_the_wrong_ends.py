# %% Practice sheet, seed 103: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "103", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "103", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "circular"}}
# grader-checksum: 2490e89ed3b02166

import numpy as np


# %% problem 1: A function for 1D convolution
def wrap(v, p):
    reps = -(-p // len(v))
    left = np.tile(v, reps)[:p]
    right = np.tile(v, reps)[-p:]
    return np.concatenate((left, v, right))


def conv1d(vector, kernel):
    x = wrap(vector, 3)
    k = np.flip(kernel)
    eff = 2 * len(k) - 1
    rows = [x[i:i + eff:2] for i in range(0, len(x) - eff + 1, 3)]
    return np.array(rows) @ k
