# %% Practice sheet, seed 433: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "433", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "433", "draw": 1, "parameters": {"x": [[3, 3, 0, 0], [2, 0, 2, 1], [3, 0, 3, 2], [0, 1, 3, 3]], "w1": [[-1, 2, 0], [0, -1, 1], [1, 0, 0]], "w2": [[1, 0, 1], [0, -1, 1], [-1, 0, 0]], "W": [[1, 1], [2, 0], [0, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: dd3f67152d636489

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 0, 0], [2, 0, 2, 1], [3, 0, 3, 2], [0, 1, 3, 3]])
w1 = np.array([[-1, 2, 0], [0, -1, 1], [1, 0, 0]])
w2 = np.array([[1, 0, 1], [0, -1, 1], [-1, 0, 0]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 2
rate = 1/10

q1 = [
    [8, -4],
    [1, 4],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [8, 0],
    [1, 4],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [2, 2],
    [7, -1],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [2, 2],
    [7, 0],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 7]  # vector of length 2, exact, such as 3 or "1/2"
s = [15, 16, 14]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.665241, 0.090031]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.177021  # decimal (error at most 0.005) or expression
ds = [0.244728, -0.334759, 0.090031]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [1.957828, 1.713099],
    [-2.678072, -2.343313],
    [0.720245, 0.630214],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.42479, 0.42479]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [-0.42479, 0],
    [0, 0],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0],
    [0.42479, 0],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [-0.42479, 0],
    [0, 0],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0],
    [0.42479, 0],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [-1.274369, -1.274369, 0],
    [-0.849579, 0, -0.849579],
    [-1.274369, 0, -1.274369],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0.849579, 0, 0.849579],
    [1.274369, 0, 1.274369],
    [0, 0.42479, 1.274369],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0.42479, -0.849579, 0, 0],
    [0.42479, 0.42479, 0, 0],
    [-0.42479, -0.42479, 0.42479, 0],
    [-0.42479, 0, 0, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [-0.872563, 2.127437, 0],
    [0.084958, -1, 1.084958],
    [1.127437, 0, 0.127437],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [0.915042, 0, 0.915042],
    [-0.127437, -1, 0.872563],
    [-1, -0.042479, -0.127437],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [9.869074, 5.470757]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
