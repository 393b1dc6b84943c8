# %% Practice sheet, seed 9615: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "9615", "language": "en"}
# grader-problem: {"key": "1", "family": "upsampling", "level": "standard", "seed": "9615", "draw": 1, "parameters": {"vector": {"kind": "cells", "x": [16, 8, 4, -4], "size": 8}, "map": {"x": [[-1, 6, -5], [3, 2, -4]], "height": 3, "width": 5, "corners": true}, "overlaps": {"size": 4, "kernel": 3, "stride": 2}, "layer": null}}
# grader-checksum: 0e6d2ebb019093aa

import numpy as np


# %% problem 1: Upsampling: interpolation and transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([16, 8, 4, -4])
w = np.array([1/4, 3/4, 3/4, 1/4])
m = np.array([[-1, 6, -5], [3, 2, -4]])

c = [16, 10, 14, 5, 7, -2, 2, -4]  # vector of length 8, exact, such as 3 or "1/2"; marked entry by entry
t = [12, 14, 10, 7, 5, 2, -2, -3]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
b = [
      [-1, "5/2", 6, "1/2", -5],
      [1, "5/2", 4, "-1/4", "-9/2"],
      [3, "5/2", 2, -1, -4],
]
n = [1, 1, 2, 1, 2, 1, 2, 1, 1]  # vector of length 9, exact, such as 3 or "1/2"; marked entry by entry
