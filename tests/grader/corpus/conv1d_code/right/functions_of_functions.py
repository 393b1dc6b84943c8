# Practice sheet, seed 11: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "11", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "11", "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 492bb69f6753a599

import numpy as np


# %% problem 1: A function for 1D cross-correlation

def make_conv(stride, padding):
    def conv(vector, kernel):
        v = np.pad(vector, padding)
        k = len(kernel)
        return np.array([(v[i:i + k] * kernel).sum() for i in range(0, len(v) - k + 1, stride)])
    return conv

conv1d = make_conv(stride=3, padding=3)
