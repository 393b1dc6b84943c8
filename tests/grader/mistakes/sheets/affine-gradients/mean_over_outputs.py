# %% Practice sheet, seed 4237: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4237", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-gradients", "level": "standard", "seed": "4237", "draw": 1, "parameters": {"given": "columns", "weights": [[-1, 1, 1], [1, -3, -2], [2, 3, -1]], "inputs": [[-3, 2, 0], [1, 3, -3]], "gradients": [[3, 2], [-2, -4], [-3, 4]], "layer": {"inputs": 784, "outputs": 50, "batch": 16}, "conv": null}}
# grader-checksum: 4d8f891e487114f1

import numpy as np


# %% problem 1: Gradients of a fully connected layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
W = np.array([[-1, 1, 1], [1, -3, -2], [2, 3, -1]])
P = np.array([[-3, 2, 0], [1, 3, -3]])
G = np.array([[3, 2], [-2, -4], [-3, 4]])

dW = [["-7/3", 4, -2], ["2/3", "-16/3", 4], ["13/3", 2, -4]]  # ∂L/∂W: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
db = ["5/3", -2, "1/3"]  # ∂L/∂b: vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
dP = [[-11, 0, 10], [2, 26, 6]]  # D: 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
J_p = (50, 784)  # ∂q/∂p: shape (rows, columns)
J_W = (50, 39200)  # ∂q/(∂vec(W)): shape (rows, columns)
full = 31360000  # whole number
direct = 627200  # whole number
fewer = 50  # exact number, such as 3 or "1/2"
