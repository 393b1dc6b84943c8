# %% Practice sheet, seed 304: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "304", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "304", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: 1caeb6f0a580fa1b

import numpy as np


# %% problem 1: A function for 1D convolution
# Problem 1. Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    stride, padding, dilation = 3, 3, 3
    data = np.pad(vector, padding, 'edge')
    weights = kernel[::-1]
    size = len(weights)
    outputs = (len(data) - (size - 1) * dilation - 1) // stride + 1
    answer = np.zeros(outputs)
    for o in range(outputs):
        first = o * stride
        answer[o] = np.dot(data[first:first + size:dilation], weights)
    return answer
