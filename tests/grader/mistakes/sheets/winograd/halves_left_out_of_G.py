# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "winograd", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"filtering": {"kind": "tile", "d": [3, 1, -1, -2], "g": [2, 2, -2]}, "length": 12, "layer": null}}
# grader-checksum: 0e5a08a87c082407

import numpy as np


# %% problem 1: Winograd's minimal filtering
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
d = np.array([3, 1, -1, -2])
g = np.array([2, 2, -2])

U = np.array([2, 2, -2, -2])  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
V = np.array([4, 0, -2, 3])  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
M = np.array([8, 0, 4, -6])  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
y = np.array([12, 2])  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
direct = 30  # whole number
fast = 20  # whole number
