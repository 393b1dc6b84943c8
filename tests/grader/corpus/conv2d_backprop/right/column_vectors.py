# Practice sheet, seed 8: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "8", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "8", "parameters": {"x": [[3, 0, 3, 0], [0, 3, 0, 3], [0, 3, 2, 2], [2, 1, 2, 2]], "w1": [[0, 1, 0], [2, -1, 0], [1, -1, 0]], "w2": [[1, -1, 2], [-1, 0, 0], [-1, 0, 0]], "W": [[1, 0], [0, 1], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 86a23764c4e780b0

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

x = np.array([[3, 0, 3, 0], [0, 3, 0, 3], [0, 3, 2, 2], [2, 1, 2, 2]])
w1 = np.array([[0, 1, 0], [2, -1, 0], [1, -1, 0]]); w2 = np.array([[1, -1, 2], [-1, 0, 0], [-1, 0, 0]])
W = np.array([[1, 0], [0, 1], [2, -1]])
q1 = np.array([[-6, 10], [1, 3]]); q2 = np.array([[9, -9], [-5, 5]])
r1 = q1 * (q1 > 0); r2 = q2 * (q2 > 0)
h = np.array([[10], [9]])
s = W @ h
p = np.exp(s) / np.exp(s).sum()
L = -np.log(p[0])
ds = p - np.array([[1], [0], [0]])
dW = ds @ h.T
dh = W.T @ ds
a, b = dh[:, 0]
dr1 = [[0, a], [0, 0]]; dr2 = [[b, 0], [0, 0]]
dq1 = dr1; dq2 = dr2
dw1 = a * x[0:3, 1:4]; dw2 = b * x[0:3, 0:3]
dx = np.zeros((4, 4)); dx[0:3, 1:4] += a * w1; dx[0:3, 0:3] += b * w2
w1_new = w1 - dw1 / 10; w2_new = w2 - dw2 / 10
h_new = np.array([[7.469], [11.301]])
