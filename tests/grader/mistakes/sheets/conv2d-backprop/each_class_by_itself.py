# %% Practice sheet, seed 58: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "58", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "58", "draw": 1, "parameters": {"x": [[0, 3, 2, 0, 2], [3, 2, 1, 1, 2], [2, 2, 2, 3, 1], [1, 1, 0, 1, 0], [2, 0, 2, 0, 0]], "w1": [[1, 0, -1], [0, 2, -1], [2, 0, 0]], "w2": [[-1, 0, 1], [2, 0, 2], [0, -1, 0]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 231dc9e950db4b82

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 2, 0, 2], [3, 2, 1, 1, 2], [2, 2, 2, 3, 1], [1, 1, 0, 1, 0], [2, 0, 2, 0, 0]])
w1 = np.array([[1, 0, -1], [0, 2, -1], [2, 0, 0]])
w2 = np.array([[-1, 0, 1], [2, 0, 2], [0, -1, 0]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 2
rate = 1/10

q1 = [[5, 8, 4], [6, 4, 4], [6, -2, 7]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[5, 8, 4], [6, 4, 4], [6, 0, 7]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[8, 1, 3], [5, 9, 6], [2, 3, -1]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[8, 1, 3], [5, 9, 6], [2, 3, 0]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 9]  # vector of length 2, exact, such as 3 or "1/2"
s = [9, 10, 8]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.9999, 1.0, 0.9997]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.0  # decimal (error at most 0.005) or expression
ds = [0.9999, 0.0, 0.9997]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[7.999, 8.9989], [-0.0004, -0.0004], [7.9973, 8.997]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.9997, 0.9998]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.9997, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0.0, 0.0, 0.0], [0.0, 0.9998, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.9997, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0.0, 0.0, 0.0], [0.0, 0.9998, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[2.9991, 1.9994, 0.0], [1.9994, 0.9997, 0.9997], [1.9994, 1.9994, 2.9991]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[1.9996, 0.9998, 0.9998], [1.9996, 1.9996, 2.9994], [0.9998, 0.0, 0.9998]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.9997, 0.0, -0.9997, 0.0], [0.0, -0.9998, 1.9994, 0.0001, 0.0], [0.0, 3.999, 0.0, 1.9996, 0.0], [0.0, 0.0, -0.9998, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.7001, -0.1999, -1.0], [-0.1999, 1.9, -1.1], [1.8001, -0.1999, -0.2999]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1.2, -0.1, 0.9], [1.8, -0.2, 1.7001], [-0.1, -1.0, -0.1]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [5.3005, 6.5005]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
