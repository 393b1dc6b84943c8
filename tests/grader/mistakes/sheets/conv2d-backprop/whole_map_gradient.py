# %% Practice sheet, seed 550: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "550", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "550", "draw": 1, "parameters": {"x": [[0, 2, 0, 0], [2, 2, 1, 1], [1, 0, 2, 2], [3, 2, 3, 3]], "w1": [[0, 0, 1], [0, -1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, -1, 0], [0, 1, 0]], "W": [[-1, 2], [0, 1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 28d5a447d4bdbcec

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 0, 0], [2, 2, 1, 1], [1, 0, 2, 2], [3, 2, 3, 3]])
w1 = np.array([[0, 0, 1], [0, -1, 0], [0, 0, 0]])
w2 = np.array([[0, 0, 0], [0, -1, 0], [0, 1, 0]])
W = np.array([[-1, 2], [0, 1]])
y = 1
rate = 1/10

q1 = [[-2, -1], [1, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0], [1, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-2, 1], [2, 1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 1], [2, 1]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [1, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.7311, 0.2689]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 0.3133  # decimal (error at most 0.005) or expression
ds = [-0.2689, 0.2689]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[-0.2689, -0.5379], [0.2689, 0.5379]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.2689, -0.2689]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0.2689, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [-0.2689, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0.2689, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [-0.2689, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[1.6136, 1.3447, 0.5379], [1.3447, 1.3447, 1.6136], [1.6136, 1.8826, 2.6894]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.6136, -1.3447, -0.5379], [-1.3447, -1.3447, -1.6136], [-1.6136, -1.8826, -2.6894]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [0, 0, 0.2689, 0], [0, 0, 0, 0], [0, -0.2689, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.1614, -0.1345, 0.9462], [-0.1345, -1.1345, -0.1614], [-0.1614, -0.1883, -0.2689]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.1614, 0.1345, 0.0538], [0.1345, -0.8655, 0.1614], [0.1614, 1.1883, 0.2689]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0, 4.7701]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
