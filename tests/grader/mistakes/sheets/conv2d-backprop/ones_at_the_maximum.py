# %% Practice sheet, seed 477: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "477", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "477", "draw": 1, "parameters": {"x": [[2, 2, 1, 0], [0, 1, 2, 3], [1, 1, 2, 1], [2, 3, 0, 2]], "w1": [[0, 1, 0], [1, 0, -1], [1, 0, -1]], "w2": [[2, -1, 0], [0, 0, -1], [1, 0, 1]], "W": [[2, 0], [1, 1], [-1, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 7352eada1d746e06

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 2, 1, 0], [0, 1, 2, 3], [1, 1, 2, 1], [2, 3, 0, 2]])
w1 = np.array([[0, 1, 0], [1, 0, -1], [1, 0, -1]])
w2 = np.array([[2, -1, 0], [0, 0, -1], [1, 0, 1]])
W = np.array([[2, 0], [1, 1], [-1, 2]])
y = 2
rate = 1/10

q1 = [
    [-1, -1],
    [2, 3],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [0, 0],
    [2, 3],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [3, 2],
    [-1, 4],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [3, 2],
    [0, 4],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 7, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.665241, 0.090031]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.407606  # decimal (error at most 0.005) or expression
ds = [0.244728, -0.334759, 0.090031]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [0.734185, 0.978914],
    [-1.004277, -1.339036],
    [0.270092, 0.360122],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.064667, -0.154698]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, 0],
    [0, 1],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0],
    [0, 1],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, 0],
    [0, 1],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0],
    [0, 1],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [1, 2, 3],
    [1, 2, 1],
    [3, 0, 2],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [1, 2, 3],
    [1, 2, 1],
    [3, 0, 2],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0, 0, 0],
    [0, 2, 0, 0],
    [0, 1, 0, -2],
    [0, 2, 0, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [-0.1, 0.8, -0.3],
    [0.9, -0.2, -1.1],
    [0.7, 0, -1.2],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [1.9, -1.2, -0.3],
    [-0.1, -0.2, -1.1],
    [0.7, 0, 0.8],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.1, 1]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
