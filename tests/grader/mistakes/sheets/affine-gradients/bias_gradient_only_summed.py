# %% Practice sheet, seed 2173: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2173", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-gradients", "level": "standard", "seed": "2173", "draw": 1, "parameters": {"given": "columns", "weights": [[-2, 1, 2], [2, 2, 1], [-3, 2, -1]], "inputs": [[-2, 1, 4], [4, 0, -2]], "gradients": [[-4, 1], [3, 2], [-3, 2]], "layer": {"inputs": 64, "outputs": 20, "batch": 16}, "conv": null}}
# grader-checksum: 0fe7d23265ad8ed5

import numpy as np


# %% problem 1: Gradients of a fully connected layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
W = np.array([[-2, 1, 2], [2, 2, 1], [-3, 2, -1]])
P = np.array([[-2, 1, 4], [4, 0, -2]])
G = np.array([[-4, 1], [3, 2], [-3, 2]])

dW = np.array([[6, -2, -9], [1, 3/2, 4], [7, -3/2, -8]])  # ∂L/∂W: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
db = np.array([-3, 5, -1])  # ∂L/∂b: vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
dP = np.array([[23, -4, -2], [-4, 9, 2]])  # D: 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
J_p = (20, 64)  # ∂q/∂p: shape (rows, columns)
J_W = (20, 1280)  # ∂q/(∂vec(W)): shape (rows, columns)
full = 409600  # whole number
direct = 20480  # whole number
fewer = 20  # exact number, such as 3 or "1/2"
