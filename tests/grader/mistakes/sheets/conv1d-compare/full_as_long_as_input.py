# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-compare", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"x": [6, 5, 2, -2, 4], "w": [-3, -3, -2], "calls": [{"name": "q1", "code": "np.convolve(x, w, \"full\")"}, {"name": "q2", "code": "F.conv1d(x, w)"}], "versions": {"NumPy": "2.4.6", "PyTorch": "2.13.0"}}}
# grader-checksum: b558be70485c4f7a

import numpy as np


# %% problem 1: What libraries call a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([6, 5, 2, -2, 4])
w = np.array([-3, -3, -2])

q1 = [-33, -33, -10, -10, -8]  # full = full length
q2 = [-37, -17, -8]  # q₂: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
