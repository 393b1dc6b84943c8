# %% Practice sheet, seed 2: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "2", "draw": 1, "parameters": {"x": [[3, 3, 0, 2, 0], [2, 1, 0, 3, 0], [0, 1, 1, 2, 2], [0, 2, 0, 0, 3], [2, 2, 3, 0, 0]], "w1": [[0, 0, 0], [0, 2, 1], [1, -1, 2]], "w2": [[0, 0, -1], [0, 2, 0], [-1, 1, 2]], "W": [[1, 1], [2, 0], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: c19b1cf773b8d097

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 0, 2, 0], [2, 1, 0, 3, 0], [0, 1, 1, 2, 2], [0, 2, 0, 0, 3], [2, 2, 3, 0, 0]])
w1 = np.array([[0, 0, 0], [0, 2, 1], [1, -1, 2]])
w2 = np.array([[0, 0, -1], [0, 2, 0], [-1, 1, 2]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 1
rate = 1/10

q1 = [[3, 6, 7], [1, 6, 12], [10, -1, 6]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[3, 6, 7], [1, 6, 12], [10, 0, 6]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[5, 2, 9], [4, -2, 10], [9, -1, -5]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[5, 2, 9], [4, 0, 10], [9, 0, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [12, 10]  # vector of length 2, exact, such as 3 or "1/2"
s = [22, 24, 20]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.11731, 0.86681, 0.01588]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.14293  # decimal (error at most 0.005) or expression
ds = [-0.88269, 0.86681, 0.01588]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-10.59227, -8.8269], [10.40176, 8.66813], [0.19051, 0.15876]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.85094, -0.85094]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0.85094], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, -0.85094], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0.85094], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, -0.85094], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0, 1.70187, 0.0], [0.85094, 1.70187, 1.70187], [0.0, 0.0, 2.55281]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, -1.70187, 0.0], [-0.85094, -1.70187, -1.70187], [0.0, 0.0, -2.55281]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, 0, 0.0, 0.0, 0.85094], [0, 0, 0.0, 0.0, 0.85094], [0, 0, 1.70187, -1.70187, 0.0], [0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.0, -0.17019, 0.0], [-0.08509, 1.82981, 0.82981], [1.0, -1.0, 1.74472]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, 0.17019, -1.0], [0.08509, 2.17019, 0.17019], [-1.0, 1.0, 2.25528]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [10.12794, 11.87206]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
