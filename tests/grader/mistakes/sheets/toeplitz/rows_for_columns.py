# %% Practice sheet, seed 8698: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8698", "language": "en"}
# grader-problem: {"key": "1", "family": "toeplitz", "level": "easy", "seed": "8698", "draw": 1, "parameters": {"vector": {"x": [1, 2, 0, 4, -1], "w": [2, -1, 1], "size": 5, "stride": 1, "padding": 0}, "map": null, "back": null, "layer": {"height": 11, "width": 11, "kernel": 2, "padding": 0, "asked": ["shape"]}}}
# grader-checksum: fac8de5d4c0f5282

import numpy as np


# %% problem 1: Convolution as multiplication by a matrix
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
w = np.array([2, -1, 1])
p = np.array([1, 2, 0, 4, -1])

T = np.array([[2, -1, 1, 0, 0], [0, 2, -1, 1, 0], [0, 0, 2, -1, 1]])  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q = np.array([0, 8, -5])  # vector of length 3, exact, such as 3 or "1/2"; marked entry by entry
size = (121, 100)  # shape (rows, columns)
