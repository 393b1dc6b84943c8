# %% Practice sheet, seed 497: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "497", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "497", "draw": 1, "parameters": {"x": [[3, 1, 3, 1, 0], [3, 0, 2, 1, 2], [0, 1, 0, 0, 3], [2, 1, 2, 3, 3], [2, 2, 0, 3, 1]], "w1": [[0, -1, -1], [1, 0, 0], [2, -1, 0]], "w2": [[0, -1, 0], [0, -1, -1], [0, 1, 2]], "W": [[1, 1], [0, 2], [2, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 50ddb04ce818aa43

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 1, 3, 1, 0], [3, 0, 2, 1, 2], [0, 1, 0, 0, 3], [2, 1, 2, 3, 3], [2, 2, 0, 3, 1]])
w1 = np.array([[0, -1, -1], [1, 0, 0], [2, -1, 0]])
w2 = np.array([[0, -1, 0], [0, -1, -1], [0, 1, 2]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 2
rate = 1/10

q1 = [
    [-2, -2, 1],
    [1, -2, -2],
    [3, 5, -4],
]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [0, 0, 1],
    [1, 0, 0],
    [3, 5, 0],
]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [-2, -6, 2],
    [4, 6, 5],
    [-2, 1, -1],
]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [0, 0, 2],
    [4, 6, 5],
    [0, 1, 0],
]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [11, 12, 10]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.665241, 0.090031]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.407606  # decimal (error at most 0.005) or expression
ds = [0.244728, -0.334759, 0.090031]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [1.223642, 1.468371],
    [-1.673795, -2.008554],
    [0.450153, 0.540183],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.42479, -0.42479]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0.42479, 0],
]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0, 0],
    [0, -0.42479, 0],
    [0, 0, 0],
]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0.42479, 0],
]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0, 0],
    [0, -0.42479, 0],
    [0, 0, 0],
]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [0, -0.42479, -0.42479],
    [0.42479, 0, 0],
    [0.849579, -0.42479, 0],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0, 0.42479, 0],
    [0, 0.42479, 0.42479],
    [0, -0.42479, -0.849579],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0, 0, 0, 0],
    [0, 0, 0.42479, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0.42479, -0.42479, -0.849579, 0],
    [0, 0.849579, -0.42479, 0, 0],
]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [0, -0.957521, -0.957521],
    [0.957521, 0, 0],
    [1.915042, -0.957521, 0],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [0, -1.042479, 0],
    [0, -1.042479, -1.042479],
    [0, 1.042479, 2.084958],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.787605, 6.254874]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
