# %% Practice sheet, seed 455: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "455", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "455", "draw": 1, "parameters": {"x": [[3, 2, 2, 2, 0], [3, 2, 0, 1, 0], [3, 3, 1, 1, 3], [3, 0, 0, 3, 3], [0, 2, 3, 0, 2]], "w1": [[0, 0, 1], [0, -1, 1], [-1, 0, 1]], "w2": [[-1, -1, -1], [0, 1, 1], [0, 0, 0]], "W": [[0, 2], [2, -1], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: bf4f9dd60f226de1

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 2, 2, 2, 0], [3, 2, 0, 1, 0], [3, 3, 1, 1, 3], [3, 0, 0, 3, 3], [0, 2, 3, 0, 2]])
w1 = np.array([[0, 0, 1], [0, -1, 1], [-1, 0, 1]])
w2 = np.array([[-1, -1, -1], [0, 1, 1], [0, 0, 0]])
W = np.array([[0, 2], [2, -1], [1, 0]])
y = 1
rate = 1/10

q1 = [
    [-2, 1, 1],
    [-5, 4, 5],
    [4, 2, 2],
]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [0, 1, 1],
    [0, 4, 5],
    [4, 2, 2],
]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [-5, -5, -3],
    [-1, -1, 3],
    [-7, -2, 1],
]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [0, 0, 0],
    [0, 0, 3],
    [0, 0, 1],
]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 7, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.665241, 0.090031]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.407606  # decimal (error at most 0.005) or expression
ds = [-1.510543, 1.330482, 0.180061]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [-7.552715, -4.531629],
    [6.65241, 3.991446],
    [0.900306, 0.540183],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [2.841025, -4.351568]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, 0, 0],
    [0, 0, 2.841025],
    [0, 0, 0],
]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0, 0],
    [0, 0, -4.351568],
    [0, 0, 0],
]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, 0, 0],
    [0, 0, 2.841025],
    [0, 0, 0],
]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0, 0],
    [0, 0, -4.351568],
    [0, 0, 0],
]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [0, 2.841025, 0],
    [2.841025, 2.841025, 8.523075],
    [0, 8.523075, 8.523075],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0, -4.351568, 0],
    [-4.351568, -4.351568, -13.054704],
    [0, -13.054704, -13.054704],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0, 0, 0, 0],
    [0, 0, 4.351568, 4.351568, 7.192593],
    [0, 0, 0, -7.192593, -1.510543],
    [0, 0, -2.841025, 0, 2.841025],
    [0, 0, 0, 0, 0],
]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [0, -0.284102, 1],
    [-0.284102, -1.284102, 0.147693],
    [-1, -0.852307, 0.147693],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [-1, -0.564843, -1],
    [0.435157, 1.435157, 2.30547],
    [0, 1.30547, 1.30547],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0, 16.054704]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
