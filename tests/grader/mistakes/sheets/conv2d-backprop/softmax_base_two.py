# %% Practice sheet, seed 427: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "427", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "427", "draw": 1, "parameters": {"x": [[1, 1, 3, 1, 3], [0, 0, 2, 1, 2], [0, 1, 2, 0, 2], [1, 0, 2, 1, 2], [0, 0, 2, 3, 0]], "w1": [[1, 0, 1], [2, -1, 0], [0, -1, 0]], "w2": [[1, -1, -1], [2, 0, 2], [0, 0, 0]], "W": [[2, 0], [1, 1], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: e9475ef218349336

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 3, 1, 3], [0, 0, 2, 1, 2], [0, 1, 2, 0, 2], [1, 0, 2, 1, 2], [0, 0, 2, 3, 0]])
w1 = np.array([[1, 0, 1], [2, -1, 0], [0, -1, 0]])
w2 = np.array([[1, -1, -1], [2, 0, 2], [0, 0, 0]])
W = np.array([[2, 0], [1, 1], [0, 2]])
y = 1
rate = 1/10

q1 = np.array([[3, -2, 9], [1, -1, 7], [4, -3, 4]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[3, 0, 9], [1, 0, 7], [4, 0, 4]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[1, -1, 7], [2, -1, 7], [3, 1, 8]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[1, 0, 7], [2, 0, 7], [3, 1, 8]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [9, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [18, 17, 16]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.57143, 0.28571, 0.14286]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.55962  # decimal (error at most 0.005) or expression
ds = [-0.42857, 0.28571, 0.14286]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[-3.85714, -3.42857], [2.57143, 2.28571], [1.28571, 1.14286]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.57143, 0.57143]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0, 0, -0.57143], [0, 0, 0], [0, 0, 0]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0.57143]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0, 0, -0.57143], [0, 0, 0], [0, 0, 0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0.57143]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-1.71429, -0.57143, -1.71429], [-1.14286, -0.57143, -1.14286], [-1.14286, 0, -1.14286]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[1.14286, 0, 1.14286], [1.14286, 0.57143, 1.14286], [1.14286, 1.71429, 0]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, -0.57143, 0, -0.57143], [0, 0, -1.14286, 0.57143, 0], [0, 0, 0.57143, 0, -0.57143], [0, 0, 1.14286, 0, 1.14286], [0, 0, 0, 0, 0]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[1.17143, 0.05714, 1.17143], [2.11429, -0.94286, 0.11429], [0.11429, -1, 0.11429]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[0.88571, -1, -1.11429], [1.88571, -0.05714, 1.88571], [-0.11429, -0.17143, 0]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [11.05714, 6.28571]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
