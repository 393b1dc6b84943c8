# %% Practice sheet, seed 4785: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4785", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-compare", "level": "hard", "seed": "4785", "draw": 1, "parameters": {"x": [6, 5, 2, -2, 7, 4], "w": [-1.5, 0.5, 0.5, 1.5], "calls": [{"name": "q1", "code": "scipy.ndimage.convolve1d(x, w, mode=\"wrap\")"}, {"name": "q2", "code": "scipy.ndimage.correlate1d(x, w, mode=\"mirror\")"}, {"name": "q3", "code": "np.convolve(x, w, \"same\")"}, {"name": "q4", "code": "F.conv1d(x, w, padding=\"same\")"}, {"name": "q5", "code": "keras.ops.conv(x, w, strides=2, padding=\"valid\")"}], "versions": {"NumPy": "2.4.6", "SciPy": "1.17.1", "PyTorch": "2.13.0", "Keras": "3.15.1"}}}
# grader-checksum: e5288a9f8b45dfc5

import numpy as np


# %% problem 1: What libraries call a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([6, 5, 2, -2, 7, 4])
w = np.array([-3/2, 1/2, 1/2, 3/2])

q1 = [8, 15, -3, 0, -6, 8]  # q₁: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q2 = [6, 0, -8, 3, 5, 14]  # q₂: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q3 = ["-9/2", "5/2", "31/2", -3, "-1/2", "5/2"]  # q₃: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q4 = ["17/2", "-17/2", 3, "11/2", "17/2", "-17/2"]  # q₄: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q5 = ["-17/2", "11/2"]  # q₅: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
