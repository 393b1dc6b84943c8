# %% Practice sheet, seed 4249: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4249", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-hand", "level": "standard", "seed": "4249", "draw": 1, "parameters": {"x": [[-3, 4, 3, 4, -2], [5, -2, 1, 1, 4], [2, 2, 2, 4, 1], [-1, 3, 0, -2, 2], [4, 5, 2, 3, 5]], "w": [[0, 0, 1], [-1, 0, 0], [0, 2, 2]], "v": [[-1, 1], [2, -3]], "bias": null, "maps": [{"name": "q1", "kind": "strided", "kernel": "w", "stride": 2}, {"name": "q2", "kind": "dilated", "kernel": "v", "dilation": 2}, {"name": "q3", "kind": "padded-strided", "kernel": "w", "before": 1, "after": 1, "stride": 2}], "layer": null}}
# grader-checksum: 0ca01ef35af31333

import numpy as np


# %% problem 1: Convolution and cross-correlation of maps
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-3, 4, 3, 4, -2], [5, -2, 1, 1, 4], [2, 2, 2, 4, 1], [-1, 3, 0, -2, 2], [4, 5, 2, 3, 5]])
w = np.array([[0, 0, 1], [-1, 0, 0], [0, 2, 2]])
v = np.array([[-1, 1], [2, -3]])

q1 = [[6, 7], [17, 17]]
q2 = [[4, -8, -4], [-6, 15, -3], [2, 3, -12]]
q3 = [[6, 0], [2, -5]]
