# %% Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "101", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: dc70bf374a29ed19

import numpy as np


# %% problem 1: A function for 1D convolution
def conv1d(vector, kernel):
    stride = 2
    dilation = 2
    vec = np.pad(vector, (3, 3), "edge")
    ker = np.flip(kernel)
    span = dilation * (len(ker) - 1) + 1
    out = []
    for i in range((len(vec) - span) // stride + 1):
        crop = vec[i * stride : i * stride + span]
        out.append(np.sum(crop[:len(ker)] * ker))
    return np.array(out)
