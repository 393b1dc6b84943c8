# %% Practice sheet, seed 3720: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3720", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-hand", "level": "standard", "seed": "3720", "draw": 1, "parameters": {"x": [[2, -1, 2, 3, 5], [0, -3, -3, 4, 5], [3, 3, 1, 5, -1], [5, 0, 2, -3, 2], [3, 0, 0, 4, -3]], "w": [[0, 0, 0], [-1, 0, 0], [1, 2, 2]], "v": [[1, 2], [-3, -1]], "bias": null, "maps": [{"name": "q1", "kind": "strided", "kernel": "w", "stride": 2}, {"name": "q2", "kind": "dilated", "kernel": "v", "dilation": 2}, {"name": "q3", "kind": "padded-strided", "kernel": "w", "before": 1, "after": 1, "stride": 2}], "layer": null}}
# grader-checksum: 4b1cac76f4943f7d

import numpy as np


# %% problem 1: Convolution and cross-correlation of maps
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, -1, 2, 3, 5], [0, -3, -3, 4, 5], [3, 3, 1, 5, -1], [5, 0, 2, -3, 2], [3, 0, 0, 4, -3]])
w = np.array([[0, 0, 0], [-1, 0, 0], [1, 2, 2]])
v = np.array([[1, 2], [-3, -1]])

q1 = [
      [11, 18],
      [6, -5],
]
q2 = [
      [-4, -9, 10],
      [-23, 8, -1],
      [-4, 9, 2],
]
q3 = [
      [-6, -14, 0],
      [12, 11, 18],
      [10, 6, -5],
]
