# %% Practice sheet, seed 7595: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "7595", "language": "en"}
# grader-problem: {"key": "1", "family": "im2row", "level": "standard", "seed": "7595", "draw": 1, "parameters": {"map": {"x": [[-2, -3, 6], [0, -1, 2], [3, 7, 4]], "w": [[-2, 1], [3, 2]], "dq": [[1, 2], [-3, 3]]}, "maps": null, "layer": {"in_shape": [8, 12, 28], "kernel_shape": [3, 3], "stride": 2, "padding": 1}, "megabytes": false}}
# grader-checksum: 1031a568bea1b5bf

import numpy as np


# %% problem 1: Convolution as a matrix product (im2row)
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
p = np.array([[-2, -3, 6], [0, -1, 2], [3, 7, 4]])
w = np.array([[-2, 1], [3, 2]])
dq = np.array([[1, 2], [-3, 3]])

P = np.array([[-2, -3, 0, -1], [-3, 6, -1, 2], [0, -1, 3, 7], [-1, 2, 7, 4]])  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
dw = np.array([[-11, 18], [10, -6]])  # ∂L/∂w: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
G = np.array([[0, 0, 0, 1], [0, 0, 1, 2], [0, 0, 2, 0], [0, 1, 0, -3], [1, 2, -3, 3], [2, 0, 3, 0], [0, -3, 0, 0], [-3, 3, 0, 0], [3, 0, 0, 0]])  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
dp = np.array([[-2, -3, 2], [9, -1, 7], [-9, 3, 6]])  # ∂L/∂p: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
size = (84, 72)  # shape (rows, columns)
cells = 6048  # whole number
times = 6048 / (12*28)  # exact number, such as 3 or "1/2"
