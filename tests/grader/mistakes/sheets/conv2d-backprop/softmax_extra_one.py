# %% Practice sheet, seed 519: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "519", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "519", "draw": 1, "parameters": {"x": [[3, 3, 0, 3], [0, 2, 1, 0], [0, 1, 1, 3], [3, 2, 3, 0]], "w1": [[0, 1, -1], [0, 0, 0], [0, 0, 0]], "w2": [[0, 0, 0], [1, 0, 0], [0, -1, 0]], "W": [[0, 1], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 17b7272034041afc

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 0, 3], [0, 2, 1, 0], [0, 1, 1, 3], [3, 2, 3, 0]])
w1 = np.array([[0, 1, -1], [0, 0, 0], [0, 0, 0]])
w2 = np.array([[0, 0, 0], [1, 0, 0], [0, -1, 0]])
W = np.array([[0, 1], [1, 0]])
y = 1
rate = 1/10

q1 = np.array([[3, -3], [1, 1]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[3, 0], [1, 1]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[-1, 1], [-2, -2]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[0, 1], [0, 0]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 1]  # vector of length 2, exact, such as 3 or "1/2"
s = [1, 3]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.1142, 0.84379]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 2.16985  # decimal (error at most 0.005) or expression
ds = [-0.8858, 0.84379]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = np.array([[-2.65741, -0.8858], [2.53138, 0.84379]])  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.84379, -0.8858]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0.84379, 0], [0, 0]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, -0.8858], [0, 0]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0.84379, 0], [0, 0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, -0.8858], [0, 0]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[2.53138, 2.53138, 0], [0, 1.68759, 0.84379], [0, 0.84379, 0.84379]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[-2.65741, 0, -2.65741], [-1.77161, -0.8858, 0], [-0.8858, -0.8858, -2.65741]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0.84379, -0.84379, 0], [0, -0.8858, 0, 0], [0, 0, 0.8858, 0], [0, 0, 0, 0]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[-0.25314, 0.74686, -1], [0, -0.16876, -0.08438], [0, -0.08438, -0.08438]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[0.26574, 0, 0.26574], [1.17716, 0.08858, 0], [0.08858, -0.91142, 0.26574]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.89051, 4.01174]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
