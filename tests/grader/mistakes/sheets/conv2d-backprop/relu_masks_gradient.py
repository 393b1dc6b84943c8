# %% Practice sheet, seed 489: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "489", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "489", "draw": 1, "parameters": {"x": [[3, 2, 3, 1], [2, 3, 2, 2], [0, 3, 1, 0], [3, 1, 0, 1]], "w1": [[1, -1, -1], [1, 0, 0], [0, 0, 1]], "w2": [[0, 0, -1], [1, 0, -1], [0, 2, 2]], "W": [[1, 1], [-1, 2], [2, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 13dabe5ce464f128

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 2, 3, 1], [2, 3, 2, 2], [0, 3, 1, 0], [3, 1, 0, 1]])
w1 = np.array([[1, -1, -1], [1, 0, 0], [0, 0, 1]])
w2 = np.array([[0, 0, -1], [1, 0, -1], [0, 2, 2]])
W = np.array([[1, 1], [-1, 2], [2, 0]])
y = 1
rate = 1/10

q1 = [
    [1, 1],
    [-3, 3],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [1, 1],
    [0, 3],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [5, 2],
    [-1, 3],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [5, 2],
    [0, 3],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 7, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.665241, 0.244728, 0.090031]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.407606  # decimal (error at most 0.005) or expression
ds = [-0.334759, 0.244728, 0.090031]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [-1.004277, -1.673795],
    [0.734185, 1.223642],
    [0.270092, 0.450153],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.399426, 0.154698]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, 0],
    [0, -0.399426],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0.154698, 0],
    [0, 0],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, 0],
    [0, 0],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0.154698, 0],
    [0, 0],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0.464094, 0.309396, 0.464094],
    [0.309396, 0.464094, 0.309396],
    [0, 0.464094, 0.154698],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0, -0.154698, 0],
    [0.154698, 0, -0.154698, 0],
    [0, 0.309396, 0.309396, 0],
    [0, 0, 0, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [1, -1, -1],
    [1, 0, 0],
    [0, 0, 1],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [-0.046409, -0.03094, -1.046409],
    [0.96906, -0.046409, -1.03094],
    [0, 1.953591, 1.98453],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3, 4.24198]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
