# %% Practice sheet, seed 437: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "437", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "437", "draw": 1, "parameters": {"x": [[0, 2, 2, 0], [0, 1, 1, 1], [1, 0, 3, 2], [2, 0, 3, 1]], "w1": [[-1, -1, 0], [1, 0, 2], [0, 0, -1]], "w2": [[1, 0, -1], [1, 0, 0], [1, 0, -1]], "W": [[1, 0], [1, 1], [0, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: a676ad79d83c72a1

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 2, 0], [0, 1, 1, 1], [1, 0, 3, 2], [2, 0, 3, 1]])
w1 = np.array([[-1, -1, 0], [1, 0, 2], [0, 0, -1]])
w2 = np.array([[1, 0, -1], [1, 0, 0], [1, 0, -1]])
W = np.array([[1, 0], [1, 1], [0, 2]])
y = 2
rate = 1/10

q1 = [
    [-3, -3],
    [3, 1],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [0, 0],
    [3, 1],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [-4, 1],
    [-1, -1],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [0, 1],
    [0, 0],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 1]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 4, 2]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.665241, 0.090031]  # vector of length 3, decimals (error at most 0.005) or expressions
L = -0.407606  # decimal (error at most 0.005) or expression
ds = [0.244728, -0.334759, 0.090031]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [0.734185, 0.244728],
    [-1.004277, -0.334759],
    [0.270092, 0.090031],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.090031, -0.154698]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, 0],
    [-0.090031, 0],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, -0.154698],
    [0, 0],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, 0],
    [-0.090031, 0],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, -0.154698],
    [0, 0],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [0, -0.090031, -0.090031],
    [-0.090031, 0, -0.270092],
    [-0.180061, 0, -0.270092],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [-0.309396, -0.309396, 0],
    [-0.154698, -0.154698, -0.154698],
    [0, -0.464094, -0.309396],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, -0.154698, 0, 0.154698],
    [0.090031, -0.064667, 0, 0],
    [-0.090031, -0.154698, -0.180061, 0.154698],
    [0, 0, 0.090031, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [-1, -0.990997, 0.009003],
    [1.009003, 0, 2.027009],
    [0.018006, 0, -0.972991],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [1.03094, 0.03094, -1],
    [1.01547, 0.01547, 0.01547],
    [1, 0.046409, -0.96906],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.225076, 1.371275]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
