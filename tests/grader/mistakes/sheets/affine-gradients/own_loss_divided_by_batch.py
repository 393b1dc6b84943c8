# %% Practice sheet, seed 1362: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1362", "language": "en"}
# grader-problem: {"key": "1", "family": "affine-gradients", "level": "standard", "seed": "1362", "draw": 1, "parameters": {"given": "columns", "weights": [[1, -3, -2], [-1, 1, -1], [-1, -1, -3]], "inputs": [[2, -2, 0], [0, 3, -1]], "gradients": [[1, -1], [4, -4], [4, -3]], "layer": {"inputs": 128, "outputs": 50, "batch": 50}, "conv": null}}
# grader-checksum: d45cf85988750460

import numpy as np


# %% problem 1: Gradients of a fully connected layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
W = np.array([[1, -3, -2], [-1, 1, -1], [-1, -1, -3]])
P = np.array([[2, -2, 0], [0, 3, -1]])
G = np.array([[1, -1], [4, -4], [4, -3]])

dW = [[1, -5/2, 1/2], [4, -10, 2], [4, -17/2, 3/2]]
db = [0, 0, 1/2]
dP = [[-7/2, -3/2, -9], [3, 1, 15/2]]
J_p = (50, 128)
J_W = (50, 6400)
full = 16000000
direct = 320000
fewer = 50
