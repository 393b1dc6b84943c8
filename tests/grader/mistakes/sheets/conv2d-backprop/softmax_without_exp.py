# %% Practice sheet, seed 423: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "423", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "423", "draw": 1, "parameters": {"x": [[2, 0, 0, 0], [0, 2, 2, 0], [1, 2, 0, 1], [3, 1, 0, 2]], "w1": [[0, 0, 0], [-1, 1, -1], [-1, 1, 0]], "w2": [[0, 1, 0], [-1, 0, 1], [-1, 0, 1]], "W": [[0, 1], [1, 1], [1, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 03fc284591c4f944

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 0, 0, 0], [0, 2, 2, 0], [1, 2, 0, 1], [3, 1, 0, 2]])
w1 = np.array([[0, 0, 0], [-1, 1, -1], [-1, 1, 0]])
w2 = np.array([[0, 1, 0], [-1, 0, 1], [-1, 0, 1]])
W = np.array([[0, 1], [1, 1], [1, 0]])
y = 3
rate = 1/10

q1 = np.array([[1, -2], [-1, -4]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[1, 0], [0, 0]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[1, -3], [-2, 2]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[1, 0], [0, 2]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [1, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [2, 3, 1]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.33333, 0.5, 0.16667]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.79176  # decimal (error at most 0.005) or expression
ds = [0.33333, 0.5, -0.83333]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[0.33333, 0.66667], [0.5, 1], [-0.83333, -1.66667]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.33333, 0.83333]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[-0.33333, 0], [0, 0]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0], [0, 0.83333]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[-0.33333, 0], [0, 0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0], [0, 0.83333]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-0.66667, 0, 0], [0, -0.66667, -0.66667], [-0.33333, -0.66667, 0]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[1.66667, 1.66667, 0], [1.66667, 0, 0.83333], [0.83333, 0, 1.66667]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0, 0], [0.33333, -0.33333, 1.16667, 0], [0.33333, -1.16667, 0, 0.83333], [0, -0.83333, 0, 0.83333]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0.06667, 0, 0], [-1, 1.06667, -0.93333], [-0.96667, 1.06667, 0]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[-0.16667, 0.83333, 0], [-1.16667, 0, 0.91667], [-1.08333, 0, 0.83333]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1.56667, 0.5]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
