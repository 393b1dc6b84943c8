# %% Practice sheet, seed 425: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "425", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "425", "draw": 1, "parameters": {"x": [[1, 0, 1, 1], [2, 1, 2, 3], [0, 0, 1, 3], [2, 0, 0, 1]], "w1": [[0, 1, -1], [0, 1, 0], [0, -1, 1]], "w2": [[0, 0, 0], [-1, 0, -1], [2, 1, -1]], "W": [[1, 1], [2, 0], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 542ee22bffa83e71

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 1, 1], [2, 1, 2, 3], [0, 0, 1, 3], [2, 0, 0, 1]])
w1 = np.array([[0, 1, -1], [0, 1, 0], [0, -1, 1]])
w2 = np.array([[0, 0, 0], [-1, 0, -1], [2, 1, -1]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 1
rate = 1/10

q1 = [
    [1, 4],
    [-1, 1],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [1, 4],
    [0, 1],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [-5, -6],
    [3, -4],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [0, 0],
    [3, 0],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [7, 8, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.999089, 0.999665, 0.997527]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.000911  # decimal (error at most 0.005) or expression
ds = [-0.000911, 0.999665, 0.997527]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [-0.003644, -0.002733],
    [3.998659, 2.998994],
    [3.99011, 2.992582],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.998418, 1.994144]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, 1.998418],
    [0, 0],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0],
    [1.994144, 0],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, 1.998418],
    [0, 0],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0],
    [1.994144, 0],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [0, 1.998418, 1.998418],
    [1.998418, 3.996836, 5.995255],
    [0, 1.998418, 5.995255],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [3.988287, 1.994144, 3.988287],
    [0, 0, 1.994144],
    [3.988287, 0, 0],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0, 1.998418, -1.998418],
    [0, 0, 1.998418, 0],
    [-1.994144, 0, -3.992562, 1.998418],
    [3.988287, 1.994144, -1.994144, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [0, 0.800158, -1.199842],
    [-0.199842, 0.600316, -0.599525],
    [0, -1.199842, 0.400475],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [-0.398829, -0.199414, -0.398829],
    [-1, 0, -1.199414],
    [1.601171, 1, -1],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0, 0.208199]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
