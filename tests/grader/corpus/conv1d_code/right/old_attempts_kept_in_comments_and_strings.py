# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "7", "parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 71f0acf542ffa1ca

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

"""
def conv1d(vector, kernel):
    return np.convolve(vector, kernel)   # not allowed!
"""

# def conv1d(vector, kernel):
#     for i in range(len(vector)):
#         for j in range(len(kernel)):
#             ...

def conv1d(vector, kernel):
    # first try, wrong size :(
    return vector * kernel[0]

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    vector = np.pad(vector, 1)
    kernel = kernel[::-1]
    out = []
    for i in range(0, len(vector) - len(kernel) + 1, 2):
        out.append((vector[i:i + len(kernel)] * kernel).sum())
    return np.array(out)
