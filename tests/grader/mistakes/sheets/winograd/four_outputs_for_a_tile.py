# %% Practice sheet, seed 9091: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9091", "language": "en"}
# grader-problem: {"key": "1", "family": "winograd", "level": "easy", "seed": "9091", "draw": 1, "parameters": {"filtering": {"kind": "tile", "d": [3, 5, 4, -1], "g": [4, -2, 2]}, "length": 38, "layer": null}}
# grader-checksum: d607ad4f43ef231e

import numpy as np


# %% problem 1: Winograd's minimal filtering
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
d = np.array([3, 5, 4, -1])
g = np.array([4, -2, 2])

U = [4, 2, 4, 2]  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
V = [-1, 9, -1, 6]  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
M = [-4, 18, -4, 12]  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
y = [10, 10]  # vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
direct = 108  # whole number
fast = 36 // 4 * 4  # 36 outputs, 4 values in a tile
