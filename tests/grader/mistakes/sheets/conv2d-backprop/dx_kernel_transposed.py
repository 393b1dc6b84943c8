# %% Practice sheet, seed 505: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "505", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "505", "draw": 1, "parameters": {"x": [[0, 3, 2, 2], [2, 0, 0, 0], [0, 1, 1, 0], [2, 0, 2, 3]], "w1": [[1, 0, 0], [-1, 0, 0], [1, 1, -1]], "w2": [[1, -1, 0], [0, 1, 1], [0, 0, 1]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: d6a690684bca9c63

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 2, 2], [2, 0, 0, 0], [0, 1, 1, 0], [2, 0, 2, 3]])
w1 = np.array([[1, 0, 0], [-1, 0, 0], [1, 1, -1]])
w2 = np.array([[1, -1, 0], [0, 1, 1], [0, 0, 1]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 1
rate = 1/10

q1 = [
    [-2, 5],
    [2, -2],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [0, 5],
    [2, 0],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [-2, 1],
    [6, 4],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [0, 1],
    [6, 4],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 7, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.665241, 0.090031]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.407606  # decimal (error at most 0.005) or expression
ds = [-0.755272, 0.665241, 0.090031]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [-3.776358, -4.531629],
    [3.326205, 3.991446],
    [0.450153, 0.540183],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.57521, 0.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, -0.57521],
    [0, 0],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0],
    [0.57521, 0],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, -0.57521],
    [0, 0],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0],
    [0.57521, 0],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [-1.725631, -1.150421, -1.150421],
    [0, 0, 0],
    [-0.57521, -0.57521, 0],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [1.150421, 0, 0],
    [0, 0.57521, 0.57521],
    [1.150421, 0, 1.150421],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, -0.57521, 0.57521, -0.57521],
    [0.57521, 0, 0, -0.57521],
    [-0.57521, 0.57521, 0, 0.57521],
    [0, 0.57521, 0.57521, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [1.172563, 0.115042, 0.115042],
    [-1, 0, 0],
    [1.057521, 1.057521, -1],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [0.884958, -1, 0],
    [0, 0.942479, 0.942479],
    [-0.115042, 0, 0.884958],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [6.0929, 5.194705]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
