# %% Practice sheet, seed 420: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "420", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "420", "draw": 1, "parameters": {"x": [[0, 0, 2, 0], [1, 0, 2, 0], [3, 0, 1, 1], [2, 0, 0, 2]], "w1": [[0, -1, 0], [0, 0, 0], [1, 0, 0]], "w2": [[0, 0, -1], [0, 1, 0], [0, 0, 0]], "W": [[0, 1], [-1, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 4857c3592de83f39

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 2, 0], [1, 0, 2, 0], [3, 0, 1, 1], [2, 0, 0, 2]])
w1 = np.array([[0, -1, 0], [0, 0, 0], [1, 0, 0]])
w2 = np.array([[0, 0, -1], [0, 1, 0], [0, 0, 0]])
W = np.array([[0, 1], [-1, 2]])
y = 2
rate = 1/10

q1 = [
    [3, -2],
    [2, -2],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [3, 0],
    [2, 0],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [-2, 2],
    [-2, 1],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [0, 2],
    [0, 1],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [-2, 7]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.000123, 0.999877]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 0.000123  # decimal (error at most 0.005) or expression
ds = [0.000123, -0.000123]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [
    [0.00037, -0.00037],
    [0.000247, -0.000247],
]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.000123, -0.00037]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [-0.000123, 0],
    [0, 0],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, -0.00037],
    [0, 0],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [-0.000123, 0],
    [0, 0],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, -0.00037],
    [0, 0],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [0, 0, -0.000247],
    [-0.000123, 0, -0.000247],
    [-0.00037, 0, -0.000123],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0, -0.00074, 0],
    [0, -0.00074, 0],
    [0, -0.00037, -0.00037],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0.000123, 0, 0.00037],
    [0, 0, -0.00037, 0],
    [-0.000123, 0, 0, 0],
    [0, 0, 0, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [0, -1, 2.5e-05],
    [1.2e-05, 0, 2.5e-05],
    [1.000037, 0, 1.2e-05],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [0, 7.4e-05, -1],
    [0, 1.000074, 0],
    [0, 3.7e-05, 3.7e-05],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.000234, 2.00037]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
