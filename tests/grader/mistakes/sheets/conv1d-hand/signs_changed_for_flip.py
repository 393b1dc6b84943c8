# %% Practice sheet, seed 3196: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3196", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-hand", "level": "easy", "seed": "3196", "draw": 2, "parameters": {"x": [4, 0, 1, 3, 2, 0], "w": [1, -1, 0], "maps": [{"name": "q1", "kind": "correlation"}, {"name": "q2", "kind": "convolution"}]}}
# grader-checksum: e97310fc667c99f8

import numpy as np


# %% problem 1: Convolution and cross-correlation of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([4, 0, 1, 3, 2, 0])
w = np.array([1, -1, 0])

q1 = [4, -1, -2, 1]  # q₁: vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
q2 = [-4, 1, 2, -1]  # kernel flipped: -1, 1, 0
