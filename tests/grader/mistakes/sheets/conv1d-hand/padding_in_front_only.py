# %% Practice sheet, seed 3327: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3327", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-hand", "level": "standard", "seed": "3327", "draw": 2, "parameters": {"x": [3, 2, 5, -1, 0, 4, 1, -3, 2], "w": [-1, 1, 3], "maps": [{"name": "q1", "kind": "convolution"}, {"name": "q2", "kind": "strided", "stride": 2}, {"name": "q3", "kind": "dilated", "dilation": 2}, {"name": "q4", "kind": "zeros", "padding": 2}]}}
# grader-checksum: 132cf02be183714a

import numpy as np


# %% problem 1: Convolution and cross-correlation of a vector
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([3, 2, 5, -1, 0, 4, 1, -3, 2])
w = np.array([-1, 1, 3])

xp = np.concatenate([[0, 0], x])

q1 = [6, 12, 14, -7, 3, 16, -2]  # q₁: vector of length 7, exact, such as 3 or "1/2"; marked entry by entry
q2 = [14, -6, 7, 2]  # q₂: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q3 = [2, 9, -2, -4, 7]  # q₃: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
q4 = np.correlate(xp, w, "valid")  # q₄: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
