# %% Practice sheet, seed 590: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "590", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "590", "draw": 1, "parameters": {"x": [[0, 3, 1, 0], [3, 3, 3, 3], [0, 1, 2, 2], [1, 3, 3, 2]], "w1": [[0, 0, -1], [0, 1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [1, 0, 0], [0, -1, 0]], "W": [[1, 0], [2, -1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 730e514f92dd82b8

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 1, 0], [3, 3, 3, 3], [0, 1, 2, 2], [1, 3, 3, 2]])
w1 = np.array([[0, 0, -1], [0, 1, 0], [0, 0, 0]])
w2 = np.array([[0, 0, 0], [1, 0, 0], [0, -1, 0]])
W = np.array([[1, 0], [2, -1]])
y = 2
rate = 1/10

q1 = [[2, 3],
      [-2, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[2, 3],
      [0, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 1],
      [-3, -2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 1],
      [0, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 4]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.269, 0.731]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 0.313  # decimal (error at most 0.005) or expression
ds = [0.269, -0.269]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[0.807, 0.538],
      [-0.807, -0.538]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.269, 0.269]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, -0.269],
      [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.269, 0],
      [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, -0.269],
      [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.269, 0],
      [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0, 0, 0],
      [0, -0.807, -0.269],
      [-0.807, -0.807, -0.807]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, 0, 0],
      [0, 0, 0.807],
      [0, 0.807, 0.807]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0.269],
      [0.269, 0, -0.269, 0],
      [0, -0.269, 0, 0],
      [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0, 0, -1],
      [0, 1.081, 0.027],
      [0.081, 0.081, 0.081]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0, 0, 0],
      [1, 0, -0.081],
      [0, -1.081, -0.081]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.726, 1.516]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
