# %% Practice sheet, seed 469: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "469", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "469", "draw": 1, "parameters": {"x": [[1, 0, 2, 2], [1, 3, 3, 0], [1, 0, 1, 1], [2, 1, 3, 1]], "w1": [[0, -1, 0], [0, 0, 2], [1, -1, 2]], "w2": [[-1, 0, 1], [2, 0, 1], [1, 0, 0]], "W": [[1, 1], [0, 2], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: f0c54de2ae7b0ddf

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 2, 2], [1, 3, 3, 0], [1, 0, 1, 1], [2, 1, 3, 1]])
w1 = np.array([[0, -1, 0], [0, 0, 2], [1, -1, 2]])
w2 = np.array([[-1, 0, 1], [2, 0, 1], [1, 0, 0]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 3
rate = 1/10

q1 = [
    [9, -1],
    [6, -1],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [9, 0],
    [6, 0],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [7, 8],
    [7, -1],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [7, 8],
    [7, 0],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [9, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [17, 16, 18]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.244728, 0.090031, 0.665241]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.407606  # decimal (error at most 0.005) or expression
ds = [0.244728, 0.090031, -0.334759]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [2.202556, 1.957828],
    [0.810275, 0.720245],
    [-3.012831, -2.678072],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.62055, 1.440489]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [1.62055, 0],
    [0, 0],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0, 1.440489],
    [0, 0],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [1.62055, 0],
    [0, 0],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0, 1.440489],
    [0, 0],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [1.62055, 0, 3.241101],
    [1.62055, 4.861651, 4.861651],
    [1.62055, 0, 1.62055],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0, 2.880978, 2.880978],
    [4.321468, 4.321468, 0],
    [0, 1.440489, 1.440489],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [0, -3.061039, 0, 1.440489],
    [0, 2.880978, 3.241101, 1.440489],
    [1.62055, -0.180061, 3.241101, 0],
    [0, 0, 0, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [-0.162055, -1, -0.32411],
    [-0.162055, -0.486165, 1.513835],
    [0.837945, -1, 1.837945],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [-1, -0.288098, 0.711902],
    [1.567853, -0.432147, 1],
    [1, -0.144049, -0.144049],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.786569, 4.551168]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
