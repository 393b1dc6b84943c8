# %% Practice sheet, seed 501: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "501", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "501", "draw": 1, "parameters": {"x": [[3, 3, 1, 2, 0], [0, 0, 0, 0, 1], [0, 3, 0, 3, 0], [3, 0, 2, 3, 1], [2, 1, 2, 1, 0]], "w1": [[0, 0, 1], [-1, -1, 0], [0, 2, 1]], "w2": [[1, 0, 0], [2, 0, 1], [-1, 0, -1]], "W": [[1, 1], [0, 2], [2, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 0f2eb90f1a993af0

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 1, 2, 0], [0, 0, 0, 0, 1], [0, 3, 0, 3, 0], [3, 0, 2, 3, 1], [2, 1, 2, 1, 0]])
w1 = np.array([[0, 0, 1], [-1, -1, 0], [0, 2, 1]])
w2 = np.array([[1, 0, 0], [2, 0, 1], [-1, 0, -1]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 2
rate = 1/10

q1 = [
    [7, 5, 6],
    [-1, 4, 5],
    [1, 6, -3],
]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [7, 5, 6],
    [0, 4, 5],
    [1, 6, 0],
]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [3, -3, 2],
    [-5, 6, -3],
    [4, 4, 3],
]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [3, 0, 2],
    [0, 6, 0],
    [4, 4, 3],
]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [13, 12, 14]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.090031, 0.665241]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.407606  # decimal (error at most 0.005) or expression
ds = [0.244728, -0.909969, 0.665241]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [1.713099, 1.468371],
    [-6.369786, -5.459817],
    [4.656687, 3.991446],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.57521, -1.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [1.57521, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0, 0],
    [0, -1.57521, 0],
    [0, 0, 0],
]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [1.57521, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0, 0],
    [0, -1.57521, 0],
    [0, 0, 0],
]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [1.57521, 1.57521, 1.57521],
    [0, 0, 0],
    [0, 1.57521, 0],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0, 0, 0],
    [-1.57521, 0, -1.57521],
    [0, -1.57521, -1.57521],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0, 1.57521, 0, 0],
    [-1.57521, -3.150421, 0, 0, 0],
    [0, 0, 1.57521, -1.57521, 0],
    [0, 1.57521, 0, 1.57521, 0],
    [0, 0, 0, 0, 0],
]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [-0.157521, -0.157521, 0.842479],
    [-1, -1, 0],
    [0, 1.842479, 1],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [1, 0, 0],
    [2.157521, 0, 1.157521],
    [-1, 0.157521, -0.842479],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [5.42479, 7.732731]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
