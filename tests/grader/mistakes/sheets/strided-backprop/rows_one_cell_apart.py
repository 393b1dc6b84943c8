# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "strided-backprop", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"way": "embedded", "shape": [8], "x": null, "w": [-2, -1, -1, -1], "dq": [1, -3], "stride": 3, "padding": 0, "other": null}}
# grader-checksum: c73f24f0a16c2e47

import numpy as np


# %% problem 1: The gradient of a convolution with stride
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
w = np.array([-2, -1, -1, -1])
dq = np.array([1, -3])

counts = [1, 2, 2, 2, 1, 0, 0, 0]  # vector of length 8, exact, such as 3 or "1/2"
E = [
      [-2, -1, -1, -1, 0, 0, 0, 0],
      [0, 6, 3, 3, 3, 0, 0, 0],
]
dx = [-2, 5, 2, 2, 3, 0, 0, 0]  # ∂L/∂x: vector of length 8, exact, such as 3 or "1/2"
