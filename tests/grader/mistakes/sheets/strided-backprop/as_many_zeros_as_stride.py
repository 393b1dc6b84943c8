# %% Practice sheet, seed 5633: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5633", "language": "en"}
# grader-problem: {"key": "1", "family": "strided-backprop", "level": "standard", "seed": "5633", "draw": 1, "parameters": {"way": "zeros", "shape": [10], "x": [-4, -3, -4, 2, 3, -1, 3, 3, 2, -4], "w": [1, 2, -1, 2], "dq": [3, -3, -4], "stride": 3, "padding": 1, "other": null}}
# grader-checksum: 5ebc77cd63551ccb

import numpy as np


# %% problem 1: The gradient of a convolution with stride
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
w = np.array([1, 2, -1, 2])
dq = np.array([3, -3, -4])
x = np.array([-4, -3, -4, 2, 3, -1, 3, 3, 2, -4])

counts = [1, 1, 2, 1, 1, 2, 1, 1, 1, 0]  # vector of length 10, exact, such as 3 or "1/2"
most = 2  # whole number
z = [3, 0, 0, 0, -3, 0, 0, 0, -4]  # 3 zeros in between (stride 3)
dx = [6, -3, 6, -3, -6, 3, -6, -4, -8, 4]  # ∂L/∂x: vector of length 10, exact, such as 3 or "1/2"; marked entry by entry
dw = [-18, -29, 10, -21]  # ∂L/∂w: vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
db = -4  # ∂L/∂b: exact number, such as 3 or "1/2"
