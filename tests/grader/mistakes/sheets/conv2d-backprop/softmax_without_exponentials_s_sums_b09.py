# %% Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "3", "draw": 1, "parameters": {"x": [[0, 3, 1, 0], [3, 1, 0, 2], [3, 3, 2, 3], [0, 1, 1, 3]], "w1": [[-1, -1, 0], [0, 2, 0], [-1, 0, 1]], "w2": [[1, -1, -1], [0, 1, 0], [0, 0, -1]], "W": [[1, 0], [0, 1], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 919956a0fbe651ab

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 3, 1, 0], [3, 1, 0, 2], [3, 3, 2, 3], [0, 1, 1, 3]])
w1 = np.array([[-1, -1, 0], [0, 2, 0], [-1, 0, 1]])
w2 = np.array([[1, -1, -1], [0, 1, 0], [0, 0, -1]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 1
rate = 1/10

q1 = [[-2, -4], [3, 5]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 0], [3, 5]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-5, -1], [4, -2]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [4, 0]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [5, 4]  # vector of length 2, exact, such as 3 or "1/2"
s = [5, 4, 6]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.33333, 0.26667, 0.4]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.09861  # decimal (error at most 0.005) or expression
ds = [-0.66667, 0.26667, 0.4]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-3.33333, -2.66667], [1.33333, 1.06667], [2.0, 1.6]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.13333, -0.13333]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, 0.13333]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [-0.13333, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, 0.13333]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [-0.13333, 0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.13333, 0.0, 0.26667], [0.4, 0.26667, 0.4], [0.13333, 0.13333, 0.4]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.4, -0.13333, 0.0], [-0.4, -0.4, -0.26667], [0.0, -0.13333, -0.13333]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [-0.13333, 0.0, 0.0, 0.0], [0.0, -0.13333, 0.26667, 0.0], [0.0, -0.13333, 0.13333, 0.13333]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-1.01333, -1.0, -0.02667], [-0.04, 1.97333, -0.04], [-1.01333, -0.01333, 0.96]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.04, -0.98667, -1.0], [0.04, 1.04, 0.02667], [0.0, 0.01333, -0.98667]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [4.49333, 4.45333]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
