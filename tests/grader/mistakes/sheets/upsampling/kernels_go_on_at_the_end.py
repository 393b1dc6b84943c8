# %% Practice sheet, seed 7114: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7114", "language": "en"}
# grader-problem: {"key": "1", "family": "upsampling", "level": "standard", "seed": "7114", "draw": 1, "parameters": {"vector": {"kind": "cells", "x": [-8, -4, 16, -12], "size": 8}, "map": {"x": [[-1, 1], [7, -5], [6, -4]], "height": 5, "width": 3, "corners": true}, "overlaps": {"size": 5, "kernel": 5, "stride": 2}, "layer": null}}
# grader-checksum: e24f93480934c743

import numpy as np


# %% problem 1: Upsampling: interpolation and transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([-8, -4, 16, -12])
w = np.array([1/4, 3/4, 3/4, 1/4])
m = np.array([[-1, 1], [7, -5], [6, -4]])

c = [-8, -7, -5, 1, 11, 9, -5, -12]  # vector of length 8, exact, such as 3 or "1/2"; marked entry by entry
t = [-6, -7, -5, 1, 11, 9, -5, -9]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
b = [[-1, 0, 1], [3, "1/2", -2], [7, 1, -5], ["13/2", 1, "-9/2"], [6, 1, -4]]  # 5 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
n = [1, 1, 2, 2, 3, 2, 3, 2, 3, 2, 3, 2, 3]  # vector of length 13, exact, such as 3 or "1/2"; marked entry by entry
