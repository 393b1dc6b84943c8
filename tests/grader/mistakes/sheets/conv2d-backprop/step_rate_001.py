# %% Practice sheet, seed 529: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "529", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "529", "draw": 1, "parameters": {"x": [[1, 1, 1, 2], [3, 0, 1, 2], [0, 2, 3, 2], [2, 2, 1, 2]], "w1": [[2, 0, 0], [0, -1, 1], [-1, 1, 0]], "w2": [[2, 0, 0], [-1, -1, 1], [0, 0, -1]], "W": [[1, 1], [2, 0], [0, 2]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: e3368ac888d1f9cf

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 1, 2], [3, 0, 1, 2], [0, 2, 3, 2], [2, 2, 1, 2]])
w1 = np.array([[2, 0, 0], [0, -1, 1], [-1, 1, 0]])
w2 = np.array([[2, 0, 0], [-1, -1, 1], [0, 0, -1]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 3
rate = 1/10

q1 = [
    [5, 4],
    [7, -2],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [5, 4],
    [7, 0],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [-3, 1],
    [6, -5],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [0, 1],
    [6, 0],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [13, 14, 12]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.665241, 0.090031]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.407606  # decimal (error at most 0.005) or expression
ds = [0.244728, 0.665241, -0.909969]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [1.713099, 1.468371],
    [4.656687, 3.991446],
    [-6.369786, -5.459817],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.57521, -1.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, 0],
    [1.57521, 0],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0],
    [-1.57521, 0],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, 0],
    [1.57521, 0],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0],
    [-1.57521, 0],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [4.725631, 0, 1.57521],
    [0, 3.150421, 4.725631],
    [3.150421, 3.150421, 1.57521],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [-4.725631, 0, -1.57521],
    [0, -3.150421, -4.725631],
    [-3.150421, -3.150421, -1.57521],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [1.57521, 0, 0, 0],
    [-1.57521, 1.57521, 1.57521, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [1.952744, 0, -0.015752],
    [0, -1.031504, 0.952744],
    [-1.031504, 0.968496, -0.015752],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [2.047256, 0, 0.015752],
    [-1, -0.968496, 1.047256],
    [0.031504, 0.031504, -0.984248],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.495933, 6.504067]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
