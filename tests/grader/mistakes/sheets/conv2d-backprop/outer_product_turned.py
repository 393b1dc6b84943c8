# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"x": [[3, 1, 1, 0], [0, 0, 3, 1], [1, 1, 3, 0], [0, 2, 0, 0]], "w1": [[0, 0, 0], [1, 0, 0], [-1, 0, 0]], "w2": [[1, 0, -1], [0, 0, 0], [0, 0, 0]], "W": [[0, 1], [1, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 978a327f1154455f

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 1, 1, 0], [0, 0, 3, 1], [1, 1, 3, 0], [0, 2, 0, 0]])
w1 = np.array([[0, 0, 0], [1, 0, 0], [-1, 0, 0]])
w2 = np.array([[1, 0, -1], [0, 0, 0], [0, 0, 0]])
W = np.array([[0, 1], [1, 0]])
y = 2
rate = 1/10

q1 = [
      [-1, -1],
      [1, -1],
]
r1 = [
      [0, 0],
      [1, 0],
]
q2 = [
      [2, 1],
      [-3, -1],
]
r2 = [
      [2, 1],
      [0, 0],
]
h = [1, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [2, 1]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.7311, 0.2689]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 1.3133  # decimal (error at most 0.005) or expression
ds = [0.7311, -0.7311]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [
      [0.7311, -0.7311],
      [1.4621, -1.4621],
]
dh = [-0.7311, 0.7311]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
      [0.0, 0.0],
      [-0.7311, 0.0],
]
dr2 = [
      [0.7311, 0.0],
      [0.0, 0.0],
]
dq1 = [
      [0.0, 0.0],
      [-0.7311, 0.0],
]
dq2 = [
      [0.7311, 0.0],
      [0.0, 0.0],
]
dw1 = [
      [0.0, 0.0, -2.1932],
      [-0.7311, -0.7311, -2.1932],
      [0.0, -1.4621, 0.0],
]
dw2 = [
      [2.1932, 0.7311, 0.7311],
      [0.0, 0.0, 2.1932],
      [0.7311, 0.7311, 2.1932],
]
dx = [
      [0.7311, 0.0, -0.7311, 0.0],
      [0.0, 0.0, 0.0, 0.0],
      [-0.7311, 0.0, 0.0, 0.0],
      [0.7311, 0.0, 0.0, 0.0],
]
w1_new = [
      [0.0, 0.0, 0.2193],
      [1.0731, 0.0731, 0.2193],
      [-1.0, 0.1462, 0.0],
]
w2_new = [
      [0.7807, -0.0731, -1.0731],
      [0.0, 0.0, -0.2193],
      [-0.0731, -0.0731, -0.2193],
]
h_new = [2.7545, 0.1958]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
