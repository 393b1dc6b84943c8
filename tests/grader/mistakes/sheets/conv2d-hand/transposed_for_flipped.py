# %% Practice sheet, seed 3589: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3589", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-hand", "level": "easy", "seed": "3589", "draw": 1, "parameters": {"x": [[2, 0, 3], [3, 5, 0], [0, 3, 2]], "w": [[0, 2], [1, -1]], "v": null, "bias": null, "maps": [{"name": "q1", "kind": "correlation", "kernel": "w"}, {"name": "q2", "kind": "convolution", "kernel": "w"}], "layer": null}}
# grader-checksum: 390e6969349b02f6

import numpy as np


# %% problem 1: Convolution and cross-correlation of maps
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 0, 3], [3, 5, 0], [0, 3, 2]])
w = np.array([[0, 2], [1, -1]])

q1 = np.array([[-2, 11], [7, 1]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[1, 13], [2, 4]])  # with w.T = 0 1 / 2 -1
