# %% Practice sheet, seed 1500: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1500", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-compare", "level": "hard", "seed": "1500", "draw": 1, "parameters": {"x": [-3, 4, 1, 2, 3, -2, 7], "w": [-0.5, 1.0, -1.0, -1.0], "calls": [{"name": "q1", "code": "scipy.ndimage.convolve1d(x, w, mode=\"constant\")"}, {"name": "q2", "code": "scipy.ndimage.correlate1d(x, w, mode=\"wrap\")"}, {"name": "q3", "code": "np.correlate(x, w, \"same\")"}, {"name": "q4", "code": "F.conv1d(x, w, padding=\"same\")"}, {"name": "q5", "code": "keras.ops.conv(x, w, strides=2, padding=\"same\")"}], "versions": {"NumPy": "2.4.6", "SciPy": "1.17.1", "PyTorch": "2.13.0", "Keras": "3.15.1"}}}
# grader-checksum: 2cc9b29f2b62cb89

import numpy as np


# %% problem 1: What libraries call a convolution of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([-3, 4, 1, 2, 3, -2, 7])
w = np.array([-1/2, 1, -1, -1])

q1 = [13/2, -1, -9/2, 1, -21/2, 6, -5]  # q₁: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q2 = [7, -23/2, 5/2, -6, 1/2, -3, -15/2]  # q₂: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q3 = [-1, -8, 5/2, -6, 1/2, -3, -21/2]  # q₃: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q4 = [-8, 5/2, -6, 1/2, -3, -21/2, 8]  # q₄: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q5 = [-8, -6, -3, 8]  # q₅: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
