# %% Practice sheet, seed 513: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "513", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "513", "draw": 1, "parameters": {"x": [[0, 2, 2, 3], [2, 1, 2, 1], [3, 1, 0, 3], [1, 3, 1, 0]], "w1": [[0, 0, 0], [2, -1, -1], [1, 0, -1]], "w2": [[0, 0, 1], [0, -1, -1], [-1, 1, 0]], "W": [[0, 2], [1, 0], [2, -1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 8f6df27ce0ab4b7c

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 2, 3], [2, 1, 2, 1], [3, 1, 0, 3], [1, 3, 1, 0]])
w1 = np.array([[0, 0, 0], [2, -1, -1], [1, 0, -1]])
w2 = np.array([[0, 0, 1], [0, -1, -1], [-1, 1, 0]])
W = np.array([[0, 2], [1, 0], [2, -1]])
y = 3
rate = 1/10

q1 = [
    [4],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [4],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [-3],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [0],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 0]  # vector of length 2, exact, such as 3 or "1/2"
s = [0, 4, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.000329, 0.01798, 0.98169]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.018479  # decimal (error at most 0.005) or expression
ds = [0.000329, 0.01798, -0.01831]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [0.001317, 0],
    [0.071921, 0],
    [-0.073238, 0],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.018639, 0.018968]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [-0.018639],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0.018968],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [-0.018639],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [0, -0.037278, -0.037278],
    [-0.037278, -0.018639, -0.037278],
    [-0.055917, -0.018639, 0],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0, 0, 0],
    [-0.037278, 0.018639, 0.018639, 0],
    [-0.018639, 0, 0.018639, 0],
    [0, 0, 0, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [0, 0.003728, 0.003728],
    [2.003728, -0.998136, -0.996272],
    [1.005592, 0.001864, -1],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [0, 0, 1],
    [0, -1, -1],
    [-1, 1, 0],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.050325, 0]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
