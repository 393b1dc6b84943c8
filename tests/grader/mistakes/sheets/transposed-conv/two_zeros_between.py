# %% Practice sheet, seed 6977: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6977", "language": "en"}
# grader-problem: {"key": "1", "family": "transposed-conv", "level": "easy", "seed": "6977", "draw": 1, "parameters": {"vector": {"x": [1, 2, 4], "w": [2, 1, -1], "stride": 2}, "adjoint": null, "map": null, "maps": null, "size": {"size": 7, "kernel": 4, "stride": 2, "padding": 0}, "layer": null, "back": null}}
# grader-checksum: c27f5c41a1ce464f

import numpy as np


# %% problem 1: Transposed convolution
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([1, 2, 4])
w = np.array([2, 1, -1])

y1 = [2, 5, 9, 2, -4]  # y₁: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
y2 = [2, 1, -1, 4, 2, -2, 8, 4, -4]  # y₂: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
n_out = 16  # whole number, px
