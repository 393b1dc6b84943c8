# %% Practice sheet, seed 459: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "459", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "459", "draw": 1, "parameters": {"x": [[2, 2, 0, 3, 1], [0, 1, 0, 1, 3], [0, 1, 3, 3, 0], [3, 0, 0, 3, 1], [2, 0, 3, 2, 0]], "w1": [[0, 2, 1], [0, 1, 0], [0, -1, -1]], "w2": [[0, 1, -1], [0, 1, 2], [-1, 0, 0]], "W": [[1, 1], [2, 0], [0, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 794fe85f4c9e10d6

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 2, 0, 3, 1], [0, 1, 0, 1, 3], [0, 1, 3, 3, 0], [3, 0, 0, 3, 1], [2, 0, 3, 2, 0]])
w1 = np.array([[0, 2, 1], [0, 1, 0], [0, -1, -1]])
w2 = np.array([[0, 1, -1], [0, 1, 2], [-1, 0, 0]])
W = np.array([[1, 1], [2, 0], [0, 2]])
y = 2
rate = 1/10

q1 = [
    [1, -3, 5],
    [3, 1, 4],
    [2, 4, 7],
]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [1, 0, 5],
    [3, 1, 4],
    [2, 4, 7],
]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [3, -2, 6],
    [5, 8, 1],
    [-4, 6, 5],
]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [3, 0, 6],
    [5, 8, 1],
    [0, 6, 5],
]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [15, 14, 16]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.090031, 0.665241]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.407606  # decimal (error at most 0.005) or expression
ds = [0.244728, -0.909969, 0.665241]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [1.713099, 1.957828],
    [0.630214, 0.720245],
    [4.656687, 5.321928],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1.57521, 1.57521]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, -1.57521],
]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 0, 0],
    [0, 1.57521, 0],
    [0, 0, 0],
]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, -1.57521],
]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 0, 0],
    [0, 1.57521, 0],
    [0, 0, 0],
]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [-4.725631, -4.725631, 0],
    [0, -4.725631, -1.57521],
    [-4.725631, -3.150421, 0],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [1.57521, 0, 1.57521],
    [1.57521, 4.725631, 4.725631],
    [0, 0, 4.725631],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, 0, 0, 0, 0],
    [0, 0, 1.57521, -1.57521, 0],
    [0, 0, 1.57521, 0, -1.57521],
    [0, -1.57521, 0, -1.57521, 0],
    [0, 0, 0, 1.57521, 1.57521],
]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [0.472563, 2.472563, 1],
    [0, 1.472563, 0.157521],
    [0.472563, -0.684958, -1],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [-0.157521, 1, -1.157521],
    [-0.157521, 0.527437, 1.527437],
    [-1, 0, -0.472563],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [13.458363, 3.952227]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
