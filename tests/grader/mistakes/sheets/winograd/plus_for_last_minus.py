# %% Practice sheet, seed 9222: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9222", "language": "en"}
# grader-problem: {"key": "1", "family": "winograd", "level": "standard", "seed": "9222", "draw": 1, "parameters": {"filtering": {"kind": "tiles", "d": [0, 3, 6, -2, 2, 1, -4, 5], "g": [3, 2, -1]}, "length": null, "layer": {"height": 16, "width": 30, "inputs": 8, "outputs": 10, "tile": 2}}}
# grader-checksum: afa7f5657169619e

import numpy as np


# %% problem 1: Winograd's minimal filtering
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
d = np.array([0, 3, 6, -2, 2, 1, -4, 5])
g = np.array([3, 2, -1])

U = [3, 2, 0, -1]  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
V = [
      [-6, 9, 3, 5],
      [4, 0, 4, -3],
      [6, -3, -5, -4],
]
M = [
      [-18, 18, 0, -5],
      [12, 0, 0, 3],
      [18, -6, 0, 4],
]
y = [0, 13, 12, 3, 12, -2]  # vector of length 6, exact, such as 3 or "1/2"; marked entry by entry
direct = 345600  # whole number
fast = 153600  # whole number
fewer = "9/4"  # exact number, such as 3 or "1/2"
