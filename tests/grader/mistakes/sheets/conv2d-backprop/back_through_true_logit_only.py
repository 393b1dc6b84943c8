# %% Practice sheet, seed 4595: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4595", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "4595", "draw": 1, "parameters": {"x": [[0, 2, 3, 2], [0, 2, 0, 3], [1, 1, 1, 2], [1, 2, 1, 0]], "w1": [[1, -1, -1], [0, 0, 0], [0, 2, 1]], "w2": [[0, 0, 1], [-1, 0, 0], [-1, 1, -1]], "W": [[1, 0], [0, 1], [0, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: ec6917c421d0cad9

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[0, 2, 3, 2], [0, 2, 0, 3], [1, 1, 1, 2], [1, 2, 1, 0]])
w1 = np.array([[1, -1, -1], [0, 0, 0], [0, 2, 1]])
w2 = np.array([[0, 0, 1], [-1, 0, 0], [-1, 1, -1]])
W = np.array([[1, 0], [0, 1], [0, 2]])
y = 2
rate = 1/10

q1 = [[-2, 1], [3, 1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 1], [3, 1]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, -2], [-1, 1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 0], [0, 1]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 2, 4]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.91, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[0.7342, 0.4895], [-2.7299, -1.8199], [1.9957, 1.3305]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.0, -0.91]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.0, 0.0], [0.0, 0.0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.91, 0.0], [0.0, 0.0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.0, 0.0], [0.0, 0.0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[-0.91, 0.0], [0.0, 0.0]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0.0, -1.8199, -2.7299], [0.0, -1.8199, 0.0], [-0.91, -0.91, -0.91]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.0, 0.0, -0.91, 0.0], [0.91, 0.0, 0.0, 0.0], [0.91, -0.91, 0.91, 0.0], [0.0, 0.0, 0.0, 0.0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.0, -1.0, -1.0], [0.0, 0.0, 0.0], [0.0, 2.0, 1.0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.0, 0.182, 1.273], [-1.0, 0.182, 0.0], [-0.909, 1.091, -0.909]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.0, 3.8199]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
