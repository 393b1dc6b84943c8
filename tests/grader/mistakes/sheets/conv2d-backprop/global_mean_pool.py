# %% Practice sheet, seed 412: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "412", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "412", "draw": 1, "parameters": {"x": [[3, 2, 1, 3], [1, 0, 1, 1], [1, 2, 1, 2], [2, 1, 0, 2]], "w1": [[1, 0, 0], [0, 0, -1], [1, 1, -1]], "w2": [[0, 2, 1], [-1, 0, -1], [0, -1, 0]], "W": [[1, 0], [0, 1], [2, -1]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: f7e80771861c2146

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 2, 1, 3], [1, 0, 1, 1], [1, 2, 1, 2], [2, 1, 0, 2]])
w1 = np.array([[1, 0, 0], [0, 0, -1], [1, 1, -1]])
w2 = np.array([[0, 2, 1], [-1, 0, -1], [0, -1, 0]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 3
rate = 1/10

q1 = [
    [4, 2],
    [3, -3],
]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [
    [4, 2],
    [3, 0],
]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [
    [1, 3],
    [-2, -1],
]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [
    [1, 3],
    [0, 0],
]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = ["9/4", 1]  # vector of length 2, exact, such as 3 or "1/2"
s = ["9/4", 1, "7/2"]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.209343, 0.059978, 0.730679]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.313781  # decimal (error at most 0.005) or expression
ds = [0.209343, 0.059978, -0.269321]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [
    [0.471022, 0.209343],
    [0.13495, 0.059978],
    [-0.605972, -0.269321],
]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.329299, 0.329299]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [
    [-0.082325, -0.082325],
    [-0.082325, -0.082325],
]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [
    [0.082325, 0.082325],
    [0.082325, 0.082325],
]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [
    [-0.082325, -0.082325],
    [-0.082325, 0],
]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [
    [0.082325, 0.082325],
    [0, 0],
]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [
    [-0.493948, -0.246974, -0.411623],
    [-0.164649, -0.246974, -0.246974],
    [-0.411623, -0.329299, -0.246974],
]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [
    [0.411623, 0.246974, 0.329299],
    [0.082325, 0.082325, 0.164649],
    [0.246974, 0.246974, 0.246974],
]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [
    [-0.082325, 0.082325, 0.246974, 0.082325],
    [-0.164649, -0.082325, 0, 0],
    [-0.082325, -0.246974, 0, 0.082325],
    [-0.082325, -0.082325, 0.082325, 0],
]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [
    [1.049395, 0.024697, 0.041162],
    [0.016465, 0.024697, -0.975303],
    [1.041162, 1.03293, -0.975303],
]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [
    [-0.041162, 1.975303, 0.96707],
    [-1.008232, -0.008232, -1.016465],
    [-0.024697, -1.024697, -0.024697],
]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [2.542253, 0.829176]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
