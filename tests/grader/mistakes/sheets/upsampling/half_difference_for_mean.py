# %% Practice sheet, seed 9484: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9484", "language": "en"}
# grader-problem: {"key": "1", "family": "upsampling", "level": "easy", "seed": "9484", "draw": 1, "parameters": {"vector": {"kind": "between", "x": [-3, -5, -1, 7], "size": 7}, "map": null, "overlaps": null, "layer": null}}
# grader-checksum: abcefa8fee92d824

import numpy as np


# %% problem 1: Upsampling: interpolation and transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([-3, -5, -1, 7])
w = np.array([1/2, 1, 1/2])

z = np.array([-3, 0, -5, 0, -1, 0, 7])  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
r = np.array([-3, -3, -5, -5, -1, -1, 7, 7])  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
a = np.array([-3, -1, -5, 2, -1, 4, 7])  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
t = np.array([-3, -4, -5, -3, -1, 3, 7])  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
