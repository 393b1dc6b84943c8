# Practice sheet, seed 7: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "7", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: dfc3fcb0a0337ff0

import numpy as np


# %% problem 1: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel."""
    len_out = len(vector) - len(kernel) + 1
    sum = 0
    for j, w in enumerate(kernel[::-1]):
        sum = sum + w * vector[j:j + len_out]
    return sum

list = [1, 2, 3]
print = lambda *a: None
max = 3
