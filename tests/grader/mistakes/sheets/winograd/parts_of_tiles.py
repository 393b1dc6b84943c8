# %% Practice sheet, seed 7251: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7251", "language": "en"}
# grader-problem: {"key": "1", "family": "winograd", "level": "hard", "seed": "7251", "draw": 1, "parameters": {"filtering": {"kind": "matrix", "d": [[2, 0, -3, 3], [1, -1, 3, 0], [1, -2, 3, 2], [1, 0, 4, -1]], "g": [[0, -1, -2], [3, 1, 2], [0, 3, 1]]}, "length": null, "layer": {"height": 19, "width": 44, "inputs": 16, "outputs": 10, "tile": 4}}}
# grader-checksum: 388203d00e8422d3

import numpy as np


# %% problem 1: Winograd's minimal filtering
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
d = np.array([[2, 0, -3, 3], [1, -1, 3, 0], [1, -2, 3, 2], [1, 0, 4, -1]])
g = np.array([[0, -1, -2], [3, 1, 2], [0, 3, 1]])

U = [[0, "-3/2", "-1/2", -2], ["3/2", "7/4", "1/4", "1/2"], ["-3/2", "-5/4", "-7/4", "-3/2"], [0, 2, -1, 1]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
V = [[7, -4, -8, 1], [-4, 3, 9, -5], [0, -1, 1, -3], [1, -2, 0, -2]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
M = [[0, 6, 4, -2], [-6, "21/4", "9/4", "-5/2"], [0, "5/4", "-7/4", "9/2"], [0, -4, 0, -2]]  # 4 × 4 matrix, exact, such as 3 or "1/2"; marked entry by entry
y = [[11, 8], [6, 9]]  # 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
direct = 1203840  # whole number
fast = 300960  # whole number
fewer = 4  # exact number, such as 3 or "1/2"
