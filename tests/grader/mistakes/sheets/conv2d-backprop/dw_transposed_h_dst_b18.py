# %% Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "1", "draw": 1, "parameters": {"x": [[0, 0, 1, 1], [3, 1, 0, 2], [1, 0, 1, 0], [3, 3, 3, 2]], "w1": [[0, 0, 0], [0, 0, -1], [1, 0, 0]], "w2": [[0, 1, 0], [0, 0, 0], [0, 0, -1]], "W": [[1, 0], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 419e3984b1e316b0

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 1, 1], [3, 1, 0, 2], [1, 0, 1, 0], [3, 3, 3, 2]])
w1 = np.array([[0, 0, 0], [0, 0, -1], [1, 0, 0]])
w2 = np.array([[0, 1, 0], [0, 0, 0], [0, 0, -1]])
W = np.array([[1, 0], [2, -1]])
y = 1
rate = 1/10

q1 = [[1, -2], [2, 3]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 0], [2, 3]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-1, 1], [-2, -2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 1], [0, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 1]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 5]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.1192, 0.8808]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 2.12693  # decimal (error at most 0.005) or expression
ds = [-0.8808, 0.8808]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[-2.64239, 2.64239], [-0.8808, 0.8808]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.8808, -0.8808]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, 0.8808]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, -0.8808], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, 0.8808]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, -0.8808], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.8808, 0.0, 1.76159], [0.0, 0.8808, 0.0], [2.64239, 2.64239, 1.76159]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, -0.8808, -0.8808], [-0.8808, 0.0, -1.76159], [0.0, -0.8808, 0.0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0.0, -0.8808, 0.0], [0, 0.0, 0.0, 0.0], [0, 0.0, 0.0, 0.0], [0, 0.8808, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.08808, 0.0, -0.17616], [0.0, -0.08808, -1.0], [0.73576, -0.26424, -0.17616]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, 1.08808, 0.08808], [0.08808, 0.0, 0.17616], [0.0, 0.08808, -1.0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0.53377, 1.70464]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
