# %% Practice sheet, seed 509: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "509", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "509", "draw": 1, "parameters": {"x": [[1, 0, 2, 1], [2, 1, 0, 3], [1, 2, 2, 0], [3, 1, 2, 2]], "w1": [[2, -1, 0], [0, 0, -1], [1, 0, 1]], "w2": [[-1, -1, 0], [1, 1, 0], [0, 0, 1]], "W": [[1, 1], [0, 2], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: dc8a56481e43330a

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 2, 1], [2, 1, 0, 3], [1, 2, 2, 0], [3, 1, 2, 2]])
w1 = np.array([[2, -1, 0], [0, 0, -1], [1, 0, 1]])
w2 = np.array([[-1, -1, 0], [1, 1, 0], [0, 0, 1]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 3
rate = 1/10

q1 = [
    [5, -3],
    [6, 5],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [5, 0],
    [6, 5],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [4, -1],
    [2, 5],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [4, 0],
    [2, 5],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [6, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [11, 10, 12]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.090031, 0.665241]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.407606  # decimal (error at most 0.005) or expression
ds = [0.244728, 0.090031, -0.334759]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [1.468371, 1.223642],
    [0.540183, 0.450153],
    [-2.008554, -1.673795],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.42479, 0.42479]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, 0],
    [-0.42479, 0],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0],
    [0, 0.42479],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, 0],
    [-0.42479, 0],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0],
    [0, 0.42479],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [-0.849579, -0.42479, 0],
    [-0.42479, -0.849579, -0.849579],
    [-1.274369, -0.42479, -0.849579],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0.42479, 0, 1.274369],
    [0.849579, 0.849579, 0],
    [0.42479, 0.849579, 0.849579],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, -0.42479, 0, 0],
    [0.42479, 0.849579, 0, 0],
    [0, -0.42479, 0.42479, 0],
    [0, 0, 0, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [2.084958, -0.957521, 0],
    [0.042479, 0.084958, -0.915042],
    [1.127437, 0.042479, 1.084958],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [-1.042479, -1, -0.127437],
    [0.915042, 0.915042, 0],
    [-0.042479, -0.084958, 0.915042],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [7.189411, 3.853068]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
