# %% Practice sheet, seed 4768: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4768", "language": "en"}
# grader-problem: {"key": "1", "family": "relu-backprop", "level": "easy", "seed": "4768", "draw": 1, "parameters": {"q": [-2, -1, -6, 5, 3, 1], "arriving": [1, 4, -1, -3, -3, 1], "shortcut": false}}
# grader-checksum: fe849f61ae555278

import numpy as np


# %% problem 1: The gradient through ReLU
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
q = np.array([-2, -1, -6, 5, 3, 1])
dr = np.array([1, 4, -1, -3, -3, 1])

r = [0, 0, 0, 5, 3, 1]  # vector of length 6, exact, such as 3 or "1/2"
mask = [0, 0, 0, 5, 3, 1]  # max(0, q)
dq = [0, 0, 0, -15, -9, 1]  # ∂L/∂q: vector of length 6, exact, such as 3 or "1/2"
