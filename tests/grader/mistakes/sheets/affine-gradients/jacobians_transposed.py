# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-gradients", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"given": "datum", "weights": [[2, 1, -2], [2, 0, 2]], "inputs": [4, 3, -3], "gradients": [3, -1], "layer": {"inputs": 200, "outputs": 20, "batch": 1}, "conv": null}}
# grader-checksum: 552363ba23d8ec86

import numpy as np


# %% problem 1: Gradients of a fully connected layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
W = np.array([[2, 1, -2], [2, 0, 2]])
p = np.array([4, 3, -3])
dq = np.array([3, -1])

dp = [4, 3, -8]  # ∂L/∂p: vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
dW = [[12, 9, -9], [-4, -3, 3]]  # ∂L/∂W: 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
J_p = "200x20"  # ∂q/∂p: shape (rows, columns)
J_W = "4000x20"  # ∂q/(∂vec(W)): shape (rows, columns)
full = 80000  # whole number
direct = 4000  # whole number
fewer = 20  # exact number, such as 3 or "1/2"
