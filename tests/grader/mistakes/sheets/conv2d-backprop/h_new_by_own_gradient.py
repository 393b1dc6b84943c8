# %% Practice sheet, seed 533: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "533", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "533", "draw": 1, "parameters": {"x": [[0, 3, 3, 0], [1, 0, 1, 0], [0, 1, 2, 1], [0, 3, 2, 3]], "w1": [[-1, -1, 0], [1, 0, -1], [0, 0, 2]], "w2": [[0, 0, 0], [0, -1, 2], [1, -1, 1]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 1d8b3d40987e9330

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 3, 0], [1, 0, 1, 0], [0, 1, 2, 1], [0, 3, 2, 3]])
w1 = np.array([[-1, -1, 0], [1, 0, -1], [0, 0, 2]])
w2 = np.array([[0, 0, 0], [0, -1, 2], [1, -1, 1]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 3
rate = 1/10

q1 = [
    [1, -4],
    [1, 5],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [1, 0],
    [1, 5],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [3, -1],
    [2, 4],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [3, 0],
    [2, 4],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [4, 3, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.090031, 0.665241]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.407606  # decimal (error at most 0.005) or expression
ds = [0.244728, 0.090031, -0.334759]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [1.223642, 0.978914],
    [0.450153, 0.360122],
    [-1.673795, -1.339036],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.42479, 0.42479]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, 0],
    [0, -0.42479],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0],
    [0, 0.42479],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, 0],
    [0, -0.42479],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0],
    [0, 0.42479],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [0, -0.42479, 0],
    [-0.42479, -0.849579, -0.42479],
    [-1.274369, -0.849579, -1.274369],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0, 0.42479, 0],
    [0.42479, 0.849579, 0.42479],
    [1.274369, 0.849579, 1.274369],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0, 0, 0],
    [0, 0.42479, 0.42479, 0],
    [0, -0.42479, -0.42479, 1.274369],
    [0, 0.42479, -0.42479, -0.42479],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [-1, -0.957521, 0],
    [1.042479, 0.084958, -0.957521],
    [0.127437, 0.084958, 2.127437],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [0, -0.042479, 0],
    [-0.042479, -1.084958, 1.957521],
    [0.872563, -1.084958, 0.872563],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [5.042479, 3.957521]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
