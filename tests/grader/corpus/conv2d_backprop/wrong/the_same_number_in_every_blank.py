# Practice sheet, seed 8: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "8", "parameters": {"x": [[3, 0, 3, 0], [0, 3, 0, 3], [0, 3, 2, 2], [2, 1, 2, 2]], "w1": [[0, 1, 0], [2, -1, 0], [1, -1, 0]], "w2": [[1, -1, 2], [-1, 0, 0], [-1, 0, 0]], "W": [[1, 0], [0, 1], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 86a23764c4e780b0

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

third = 1 / 3
q1 = [[third] * 2] * 2
r1 = q1
q2 = q1
r2 = q1
h = [third] * 2
s = [third] * 3
p = [third] * 3
L = "ln(3)"
ds = [third] * 3
dW = [[third] * 2] * 3
dh = [third] * 2
dr1 = q1
dr2 = q1
dq1 = q1
dq2 = q1
dw1 = [[third] * 3] * 3
dw2 = dw1
dx = [[third] * 4] * 4
w1_new = dw1
w2_new = dw1
h_new = h
