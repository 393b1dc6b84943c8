# %% Practice sheet, seed 8460: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8460", "language": "en"}
# grader-problem: {"key": "1", "family": "winograd", "level": "hard", "seed": "8460", "draw": 1, "parameters": {"filtering": {"kind": "matrix", "d": [[4, 0, 1, -2], [-1, 3, 4, -2], [-2, 1, 0, -1], [-3, 4, 3, 2]], "g": [[-2, -1, 3], [3, 2, 1], [3, 0, 1]]}, "length": null, "layer": {"height": 19, "width": 49, "inputs": 24, "outputs": 10, "tile": 4}}}
# grader-checksum: de38f8ce67b97d76

import numpy as np


# %% problem 1: Winograd's minimal filtering
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
d = np.array([[4, 0, 1, -2], [-1, 3, 4, -2], [-2, 1, 0, -1], [-3, 4, 3, 2]])
g = np.array([[-2, -1, 3], [3, 2, 1], [3, 0, 1]])

U = [
      [-2, 0, 1, 3],
      [2, "5/2", 2, "5/2"],
      [-1, "-1/2", 1, "3/2"],
      [3, 2, 2, 1],
]
V = [
      [4, -3, -3, 2],
      [-2, 0, 15, -1],
      [-7, 0, 14, 1],
      [3, -3, -10, 2],
]
M = [
      [-8, 0, -3, 6],
      [-4, 0, 30, "-5/2"],
      [7, 0, 14, "3/2"],
      [9, -6, -20, 2],
]
y = [
      [36, -46],
      [22, -24],
]
direct = 2010960  # whole number
fast = 561600  # 5 x 13 tiles
fewer = "931/260"  # exact number, such as 3 or "1/2"
