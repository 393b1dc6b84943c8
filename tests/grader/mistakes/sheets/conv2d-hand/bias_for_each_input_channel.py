# %% Practice sheet, seed 4422: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4422", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-hand", "level": "hard", "seed": "4422", "draw": 1, "parameters": {"x": [[[2, 4, -1, 0, 1], [-1, -2, 3, 0, 3], [1, 2, -1, -1, 4], [0, 0, 4, 4, 3], [2, 0, 4, -1, 1]], [[-2, 1, 0, 4, -2], [4, -2, 2, 3, -1], [0, 2, 1, -3, 3], [-2, 3, 0, 4, 0], [-2, -3, 4, 4, -2]]], "w": [[[[1, -1], [-2, 1], [0, 0]], [[-2, 0], [1, 0], [2, -1]]], [[[-1, 0], [0, 1], [-2, 2]], [[1, -2], [0, -2], [0, -1]]]], "v": null, "bias": [1, 3], "maps": [{"name": "q1", "kind": "channels", "kernel": "w", "before": 0, "after": 1, "stride": 2}], "layer": {"in_shape": [4, 47, 66], "channels": 33, "kernels": [3, 7], "strides": [2, 3], "pads": [3, 1], "gaps": [1, 2]}}}
# grader-checksum: 92a1b1098930697d

import numpy as np


# %% problem 1: Convolution and cross-correlation of maps
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[[2, 4, -1, 0, 1], [-1, -2, 3, 0, 3], [1, 2, -1, -1, 4], [0, 0, 4, 4, 3], [2, 0, 4, -1, 1]], [[-2, 1, 0, 4, -2], [4, -2, 2, 3, -1], [0, 2, 1, -3, 3], [-2, 3, 0, 4, 0], [-2, -3, 4, 4, -2]]])
w = np.array([[[[1, -1], [-2, 1], [0, 0]], [[-2, 0], [1, 0], [2, -1]]], [[[-1, 0], [0, 1], [-2, 2]], [[1, -2], [0, -2], [0, -1]]]])
b = np.array([1, 3])

q1 = [[[6, 2, 6], [-2, 0, -10]], [[2, -4, -5], [-6, -4, 3]]]  # each slice with its bias, then both added
shape = (33, 26, 19)  # shape (channels, height, width)
