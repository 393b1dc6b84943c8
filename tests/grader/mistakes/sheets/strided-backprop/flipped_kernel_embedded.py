# %% Practice sheet, seed 5161: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5161", "language": "en"}
# grader-problem: {"key": "1", "family": "strided-backprop", "level": "easy", "seed": "5161", "draw": 1, "parameters": {"way": "embedded", "shape": [8], "x": null, "w": [1, 1, 3], "dq": [-1, 3, 2], "stride": 2, "padding": 0, "other": null}}
# grader-checksum: 5a68ec87976eccdb

import numpy as np


# %% problem 1: The gradient of a convolution with stride
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
w = np.array([1, 1, 3])
dq = np.array([-1, 3, 2])

counts = np.array([1, 1, 2, 1, 2, 1, 1, 0])  # vector of length 8, exact, such as 3 or "1/2"
E = np.array([[-3, -1, -1, 0, 0, 0, 0, 0], [0, 0, 9, 3, 3, 0, 0, 0], [0, 0, 0, 0, 6, 2, 2, 0]])  # 3 × 8 matrix, exact, such as 3 or "1/2"
dx = np.array([-3, -1, 8, 3, 9, 2, 2, 0])  # ∂L/∂x: vector of length 8, exact, such as 3 or "1/2"
