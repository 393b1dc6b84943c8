# %% Practice sheet, seed 3903: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3903", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-hand", "level": "standard", "seed": "3903", "draw": 2, "parameters": {"x": [0, 3, 1, 0, 4, 2, 2, 5], "w": [-1, 1, 1], "maps": [{"name": "q1", "kind": "convolution"}, {"name": "q2", "kind": "strided", "stride": 2}, {"name": "q3", "kind": "dilated", "dilation": 2}, {"name": "q4", "kind": "zeros", "padding": 2}]}}
# grader-checksum: 9c59281a3eb5e1e2

import numpy as np


# %% problem 1: Convolution and cross-correlation of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([0, 3, 1, 0, 4, 2, 2, 5])
w = np.array([-1, 1, 1])

q1 = np.array([2, 4, -3, 2, 4, -1])  # q₁: vector of length 6, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([4, 3, 0])  # q₂: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q3 = np.array([5, 5])  # q₃: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q4 = np.array([0, 3, 4, -2, 3, 6, 0, 5, 3, -5])  # q₄: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
