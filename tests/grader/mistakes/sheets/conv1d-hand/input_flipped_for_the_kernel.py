# %% Practice sheet, seed 4922: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4922", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-hand", "level": "easy", "seed": "4922", "draw": 2, "parameters": {"x": [1, 0, 4, 5, 1, 3], "w": [2, 0, -1], "maps": [{"name": "q1", "kind": "correlation"}, {"name": "q2", "kind": "convolution"}]}}
# grader-checksum: 7ab91af40d968090

import numpy as np


# %% problem 1: Convolution and cross-correlation of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([1, 0, 4, 5, 1, 3])
w = np.array([2, 0, -1])

q1 = [-2, -5, 7, 7]  # q₁: vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
q2 = [1, -2, 10, 7]  # q₂: vector of length 4, exact, such as 3 or "1/2"; marked entry by entry
