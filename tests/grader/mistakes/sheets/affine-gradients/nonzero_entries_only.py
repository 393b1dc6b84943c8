# %% Practice sheet, seed 1231: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1231", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-gradients", "level": "easy", "seed": "1231", "draw": 1, "parameters": {"given": "datum", "weights": [[3, 0, 3], [3, -2, -2]], "inputs": [1, -2, 4], "gradients": [3, -2], "layer": {"inputs": 300, "outputs": 20, "batch": 1}, "conv": null}}
# grader-checksum: bf2cd96b21ae4b4b

import numpy as np


# %% problem 1: Gradients of a fully connected layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
W = np.array([[3, 0, 3], [3, -2, -2]])
p = np.array([1, -2, 4])
dq = np.array([3, -2])

dp = [3, 4, 13]  # ∂L/∂p: vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
dW = [[3, -6, 12], [-2, 4, -8]]  # ∂L/∂W: 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
J_p = (20, 300)  # ∂q/∂p: shape (rows, columns)
J_W = (20, 6000)  # ∂q/(∂vec(W)): shape (rows, columns)
full = 20 * 300  # 20 outputs, each row of the Jacobian has 300 inputs that are not 0
direct = 20 * 300  # whole number
fewer = 1  # the same
