# %% Practice sheet, seed 3557: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3557", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-compare", "level": "standard", "seed": "3557", "draw": 1, "parameters": {"x": [2, 0, 6, 3, 1, 4], "w": [-3, 1, -1], "calls": [{"name": "q1", "code": "np.convolve(x, w, \"same\")"}, {"name": "q2", "code": "scipy.ndimage.convolve1d(x, w, mode=\"mirror\")"}, {"name": "q3", "code": "scipy.ndimage.correlate1d(x, w, mode=\"reflect\")"}, {"name": "q4", "code": "F.conv1d(x, w, padding=2)"}], "versions": {"NumPy": "2.4.6", "SciPy": "1.17.1", "PyTorch": "2.13.0"}}}
# grader-checksum: 860dc6d7832a9aae

import numpy as np


# %% problem 1: What libraries call a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([2, 0, 6, 3, 1, 4])
w = np.array([-3, 1, -1])

q1 = np.array([2, -20, -3, -6, -14, 3])  # q₁: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q2 = np.array([0, -20, -3, -6, -14, -9])  # q₂: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q3 = np.array([2, -12, 3, -16, -12, 0])  # q₃: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q4 = np.array([-2, 2, -12, 3, -16, -12, 1, -12])  # q₄: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
