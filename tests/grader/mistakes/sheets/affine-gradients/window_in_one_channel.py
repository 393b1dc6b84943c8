# %% Practice sheet, seed 2346: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2346", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-gradients", "level": "hard", "seed": "2346", "draw": 1, "parameters": {"given": "rows", "weights": [[-2, 3, -3], [-2, -4, -2]], "inputs": [[-1, 2, -3], [5, -2, 3], [-2, 1, -3], [2, -3, -1], [4, 2, 3], [-2, 1, 5]], "gradients": [["1/3", "-1/2"], ["1/6", "1/2"], ["-2/3", "-2/3"], ["-1/3", "1/6"], ["-1/6", "-1/3"], ["2/3", "-1/6"]], "layer": null, "conv": {"in_shape": [3, 6, 12], "out_shape": [8, 4, 10], "kernel": 3}}}
# grader-checksum: b801a6153ec4b893

import numpy as np


# %% problem 1: Gradients of a fully connected layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
W = np.array([[-2, 3, -3], [-2, -4, -2]])
P = np.array([[-1, 2, -3], [5, -2, 3], [-2, 1, -3], [2, -3, -1], [4, 2, 3], [-2, 1, 5]])
G = np.array([[1/3, -1/2], [1/6, 1/2], [-2/3, -2/3], [-1/3, 1/6], [-1/6, -1/3], [2/3, -1/6]])

dW = [["-5/6", 1, "14/3"], ["11/3", -4, 3]]  # ∂L/∂W: 2 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
db = [0, -1]  # ∂L/∂b: vector of length 2, exact, such as 3 or "1/2"; marked entry by entry
dP = [["1/3", 3, 0], ["-4/3", "-3/2", "-3/2"], ["8/3", "2/3", "10/3"], ["1/3", "-5/3", "2/3"], [1, "5/6", "7/6"], [-1, "8/3", "-5/3"]]  # ∂L/∂P: 6 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
J_p = (8, 4, 10, 3, 6, 12)  # ∂q/∂p: shape; the number of axes is part of the question
J_w = (8, 4, 10, 8, 3, 3, 3)  # ∂q/∂w: shape; the number of axes is part of the question
cells = 8*4*10 * 3*6*12  # whole number
nonzero = 8 * 4 * 10 * 3 * 3  # 320 outputs, 9 pixels under the kernel
