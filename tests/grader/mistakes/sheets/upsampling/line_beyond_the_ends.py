# %% Practice sheet, seed 8633: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8633", "language": "en"}
# grader-problem: {"key": "1", "family": "upsampling", "level": "standard", "seed": "8633", "draw": 1, "parameters": {"vector": {"kind": "cells", "x": [4, 16, -4, -8], "size": 8}, "map": {"x": [[2, -2, 4], [-1, -3, 6]], "height": 3, "width": 5, "corners": true}, "overlaps": {"size": 4, "kernel": 5, "stride": 2}, "layer": null}}
# grader-checksum: b3377417a42c903f

import numpy as np


# %% problem 1: Upsampling: interpolation and transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([4, 16, -4, -8])
w = np.array([1/4, 3/4, 3/4, 1/4])
m = np.array([[2, -2, 4], [-1, -3, 6]])

c = [1, 7, 13, 11, 1, -5, -7, -9]  # vector of length 8, exact, such as 3 or "1/2"; marked entry by entry
t = [3, 7, 13, 11, 1, -5, -7, -6]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
b = [[2, 0, -2, 1, 4], [1/2, -1, -5/2, 5/4, 5], [-1, -2, -3, 3/2, 6]]  # 3 × 5 matrix, exact, such as 3 or "1/2"; marked entry by entry
n = [1, 1, 2, 2, 3, 2, 3, 2, 2, 1, 1]  # vector of length 11, exact, such as 3 or "1/2"; marked entry by entry
