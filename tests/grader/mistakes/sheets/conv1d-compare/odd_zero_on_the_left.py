# %% Practice sheet, seed 3730: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3730", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-compare", "level": "hard", "seed": "3730", "draw": 1, "parameters": {"x": [-2, 5, -3, 3, -1, 7], "w": [-1.0, -1.5, -1.0, -1.0], "calls": [{"name": "q1", "code": "scipy.ndimage.convolve1d(x, w, mode=\"reflect\")"}, {"name": "q2", "code": "scipy.ndimage.correlate1d(x, w, mode=\"wrap\")"}, {"name": "q3", "code": "np.correlate(x, w, \"same\")"}, {"name": "q4", "code": "F.conv1d(x, w, padding=\"same\")"}, {"name": "q5", "code": "keras.ops.conv(x, w, strides=2, padding=\"same\")"}], "versions": {"NumPy": "2.4.6", "SciPy": "1.17.1", "PyTorch": "2.13.0", "Keras": "3.15.1"}}}
# grader-checksum: cc3c720476f29e0e

import numpy as np


# %% problem 1: What libraries call a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([-2, 5, -3, 3, -1, 7])
w = np.array([-1, -3/2, -1, -1])

q1 = [0, -1, -5, -5, -19, -15]  # q₁: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q2 = [-12, -6, -5, -2, -7, -6]  # q₂: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q3 = [-3, 1, -5.5, -2.5, -7.5, -8.5]  # q₃: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q4 = [-3, 1, -5.5, -2.5, -7.5, -8.5]  # q₄: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q5 = [1, -2.5, -8.5]  # q₅: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
