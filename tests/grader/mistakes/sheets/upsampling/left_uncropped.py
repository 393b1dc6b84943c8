# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "upsampling", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"vector": {"kind": "between", "x": [9, -1, -3, -5], "size": 7}, "map": null, "overlaps": null, "layer": null}}
# grader-checksum: 4ca744a531ab68be

import numpy as np


# %% problem 1: Upsampling: interpolation and transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([9, -1, -3, -5])
w = np.array([1/2, 1, 1/2])

z = [9, 0, -1, 0, -3, 0, -5]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
r = [9, 9, -1, -1, -3, -3, -5, -5]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
a = [9, 4, -1, -2, -3, -4, -5]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
t = [4.5, 9, 4, -1, -2, -3, -4, -5, -2.5]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
