# %% Practice sheet, seed 8287: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8287", "language": "en"}
# grader-problem: {"key": "1", "family": "winograd", "level": "standard", "seed": "8287", "draw": 1, "parameters": {"filtering": {"kind": "tiles", "d": [-1, 0, 3, 1, 2, 4, -2, 5], "g": [-1, 2, 1]}, "length": null, "layer": {"height": 14, "width": 32, "inputs": 8, "outputs": 20, "tile": 2}}}
# grader-checksum: fb965edccc6565e7

import numpy as np


# %% problem 1: Winograd's minimal filtering
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
d = np.array([-1, 0, 3, 1, 2, 4, -2, 5])
g = np.array([-1, 2, 1])

U = [-1, 1, -1, 1]  # vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
V = [[-4, 3, 3, -1], [1, 3, 1, -3], [4, 2, -6, -1]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
M = [[4, 3, -3, -1], [-1, 3, -1, -3], [-4, 2, 6, -1]]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
y = [4, 1, 4, 7, 7, -3]  # vector of length 6, exact, such as 3 or "1/2"; marked entry by entry
direct = 645120  # whole number
fast = 286720  # whole number
fewer = 9/4  # exact number, such as 3 or "1/2"
