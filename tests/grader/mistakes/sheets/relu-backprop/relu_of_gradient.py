# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "relu-backprop", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"q": [6, 2, -1, -6, 5, -3], "arriving": [3, -5, -3, -5, 1, 4], "shortcut": false}}
# grader-checksum: 404ebd14f9475a70

import numpy as np


# %% problem 1: The gradient through ReLU
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
q = np.array([6, 2, -1, -6, 5, -3])
dr = np.array([3, -5, -3, -5, 1, 4])

r = np.array([6, 2, 0, 0, 5, 0])  # vector of length 6, exact, such as 3 or "1/2"
mask = np.array([1, 1, 0, 0, 1, 0])  # m: vector of length 6, exact, such as 3 or "1/2"
dq = np.array([3, 0, 0, 0, 1, 4])  # ∂L/∂q: vector of length 6, exact, such as 3 or "1/2"
