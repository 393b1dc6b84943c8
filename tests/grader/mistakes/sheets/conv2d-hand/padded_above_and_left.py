# %% Practice sheet, seed 5196: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5196", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-hand", "level": "hard", "seed": "5196", "draw": 1, "parameters": {"x": [[[-1, -2, 3, -3, -3], [4, -3, 0, -1, 1], [-3, -2, -3, -1, 3], [2, 3, -3, 3, -3], [2, -3, 3, -1, 1]], [[2, 4, -2, -3, 0], [3, 1, -1, 2, -3], [2, 4, 0, -1, 0], [-3, -2, 3, 4, -2], [-3, 0, -1, 3, 2]]], "w": [[[[0, 1, -2], [-1, 0, 1]], [[1, 0, 0], [-2, 3, -1]]], [[[0, 2, 0], [-1, 1, 3]], [[-2, 1, 0], [0, -1, 3]]]], "v": null, "bias": [2, -3], "maps": [{"name": "q1", "kind": "channels", "kernel": "w", "before": 0, "after": 1, "stride": 2}], "layer": {"in_shape": [5, 50, 83], "channels": 59, "kernels": [4, 3], "strides": [1, 2], "pads": [2, 1], "gaps": [1, 2]}}}
# grader-checksum: 576f808a28841532

import numpy as np


# %% problem 1: Convolution and cross-correlation of maps
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[-1, -2, 3, -3, -3], [4, -3, 0, -1, 1], [-3, -2, -3, -1, 3], [2, 3, -3, 3, -3], [2, -3, 3, -1, 1]], [[2, 4, -2, -3, 0], [3, 1, -1, 2, -3], [2, 4, 0, -1, 0], [-3, -2, 3, 4, -2], [-3, 0, -1, 3, 2]]])
w = np.array([[[[0, 1, -2], [-1, 0, 1]], [[1, 0, 0], [-2, 3, -1]]], [[[0, 2, 0], [-1, 1, 3]], [[-2, 1, 0], [0, -1, 3]]]])
b = np.array([2, -3])

q1 = [[[2, -10], [12, -1], [-14, -13]], [[0, -14], [9, -13], [-6, 11]]]  # q₁: number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
shape = (59, 51, 41)  # shape (channels, height, width)
