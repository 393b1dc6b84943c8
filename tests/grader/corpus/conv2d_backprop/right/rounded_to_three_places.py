# Practice sheet, seed 8: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "8", "parameters": {"x": [[3, 0, 3, 0], [0, 3, 0, 3], [0, 3, 2, 2], [2, 1, 2, 2]], "w1": [[0, 1, 0], [2, -1, 0], [1, -1, 0]], "w2": [[1, -1, 2], [-1, 0, 0], [-1, 0, 0]], "W": [[1, 0], [0, 1], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 86a23764c4e780b0

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

q1 = [[-6, 10], [1, 3]]
r1 = [[0, 10], [1, 3]]
q2 = [[9, -9], [-5, 5]]
r2 = [[9, 0], [0, 5]]
h = [10, 9]
s = [10, 9, 11]
p = [0.245, 0.090, 0.665]
L = 1.408
ds = [-0.755, 0.090, 0.665]
dW = [[-7.553, -6.797],
      [0.900, 0.810],
      [6.652, 5.987]]
dh = [0.575, -0.575]
dr1 = [[0, 0.575], [0, 0]]
dr2 = [[-0.575, 0], [0, 0]]
dq1 = [[0, 0.575], [0, 0]]
dq2 = [[-0.575, 0], [0, 0]]
dw1 = [[0, 1.726, 0], [1.726, 0, 1.726], [1.726, 1.150, 1.150]]
dw2 = [[-1.726, 0, -1.726], [0, -1.726, 0], [0, -1.726, -1.150]]
dx = [[-0.575, 0.575, -0.575, 0],
      [0.575, 1.150, -0.575, 0],
      [0.575, 0.575, -0.575, 0],
      [0, 0, 0, 0]]
w1_new = [[0, 0.827, 0], [1.827, -1, -0.173], [0.827, -1.115, -0.115]]
w2_new = [[1.173, -1, 2.173], [-1, 0.173, 0], [-1, 0.173, 0.115]]
h_new = [7.469, 11.301]
