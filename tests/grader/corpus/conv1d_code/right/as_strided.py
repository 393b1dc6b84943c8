# Practice sheet, seed 6: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "6", "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: d4ae89d85188841a

import numpy as np


# %% problem 1: A function for 1D convolution

from numpy.lib import stride_tricks

def conv1d(vector, kernel):
    vector, kernel = np.asarray(vector), np.asarray(kernel)[::-1]
    v = np.pad(vector, 3, mode='edge')
    s, d, k = 3, 2, kernel.shape[0]
    n_out = (v.shape[0] - d*(k-1) - 1)//s + 1
    (st,) = v.strides
    windows = stride_tricks.as_strided(v, shape=(n_out, k), strides=(s*st, d*st), writeable=False)
    return np.einsum('ij,j->i', windows, kernel)
