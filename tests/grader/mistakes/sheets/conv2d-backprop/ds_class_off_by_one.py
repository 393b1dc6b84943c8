# %% Practice sheet, seed 444: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "444", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "444", "draw": 1, "parameters": {"x": [[0, 0, 1, 3, 0], [2, 1, 0, 3, 2], [2, 3, 1, 2, 3], [3, 1, 0, 2, 1], [0, 2, 1, 0, 3]], "w1": [[2, 2, 0], [0, 0, 1], [0, -1, -1]], "w2": [[1, 0, 2], [1, -1, 0], [-1, 0, 0]], "W": [[1, 1], [0, 2], [2, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 922b6bb7b59054c3

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 0, 1, 3, 0], [2, 1, 0, 3, 2], [2, 3, 1, 2, 3], [3, 1, 0, 2, 1], [0, 2, 1, 0, 3]])
w1 = np.array([[2, 2, 0], [0, 0, 1], [0, -1, -1]])
w2 = np.array([[1, 0, 2], [1, -1, 0], [-1, 0, 0]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 1
rate = 1/10

q1 = [[-4, 2, 5], [6, 2, 6], [7, 9, 4]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 2, 5], [6, 2, 6], [7, 9, 4]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, 4, -3], [-2, 8, 3], [6, 6, 4]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 4, 0], [0, 8, 3], [6, 6, 4]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [9, 8]  # vector of length 2, exact, such as 3 or "1/2"
s = [17, 16, 18]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.91, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[2.2026, 1.9578], [-8.1897, -7.2798], [5.9872, 5.3219]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.5752, -1.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 0, 0], [0, 1.5752, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, -1.5752, 0], [0, 0, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 0, 0], [0, 1.5752, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, -1.5752, 0], [0, 0, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[4.7256, 1.5752, 3.1504], [1.5752, 0, 3.1504], [3.1504, 1.5752, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-1.5752, 0, -4.7256], [-4.7256, -1.5752, -3.1504], [-1.5752, 0, -3.1504]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0, 0], [0, -1.5752, 0, -3.1504, 0], [0, 1.5752, 4.7256, 0, 0], [0, 1.5752, 0, 1.5752, 0], [0, 0, -1.5752, -1.5752, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.5274, 1.8425, -0.315], [-0.1575, 0, 0.685], [-0.315, -1.1575, -1]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.1575, 0, 2.4726], [1.4726, -0.8425, 0.315], [-0.8425, 0, 0.315]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [5.2195, 12.5681]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
