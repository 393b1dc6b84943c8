# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-hand", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"x": [[0, 2, 0], [3, 5, 5], [1, 0, 0]], "w": [[2, 0], [1, -1]], "v": null, "bias": null, "maps": [{"name": "q1", "kind": "correlation", "kernel": "w"}, {"name": "q2", "kind": "convolution", "kernel": "w"}], "layer": null}}
# grader-checksum: d0971dbfa466c15b

import numpy as np


# %% problem 1: Convolution and cross-correlation of maps
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 0], [3, 5, 5], [1, 0, 0]])
w = np.array([[2, 0], [1, -1]])

q1 = [
      [-2, 4],
      [7, 10],
]
q2 = [
      [6, 0],
      [9, 10],
]
