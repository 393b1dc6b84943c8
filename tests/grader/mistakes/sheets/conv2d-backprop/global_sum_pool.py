# %% Practice sheet, seed 414: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "414", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "414", "draw": 1, "parameters": {"x": [[3, 0, 3, 1, 1], [3, 0, 3, 2, 1], [2, 3, 0, 3, 0], [1, 3, 1, 1, 3], [0, 3, 1, 0, 0]], "w1": [[0, -1, 1], [0, 0, 0], [2, -1, 1]], "w2": [[0, -1, -1], [2, 0, 0], [0, 1, -1]], "W": [[1, 0], [0, 1], [2, -1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 06df7eebcd81099f

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 0, 3, 1, 1], [3, 0, 3, 2, 1], [2, 3, 0, 3, 0], [1, 3, 1, 1, 3], [0, 3, 1, 0, 0]])
w1 = np.array([[0, -1, 1], [0, 0, 0], [2, -1, 1]])
w2 = np.array([[0, -1, -1], [2, 0, 0], [0, 1, -1]])
W = np.array([[1, 0], [0, 1], [2, -1]])
y = 1
rate = 1/10

q1 = np.array([[4, 7, -3], [3, 5, 3], [-5, 8, -1]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[4, 7, 0], [3, 5, 3], [0, 8, 0]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[6, -7, 7], [3, 1, -5], [1, 4, -1]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[6, 0, 7], [3, 1, 0], [1, 4, 0]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [30, 22]  # vector of length 2, exact, such as 3 or "1/2"
s = [30, 22, 38]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.00034, 0, 0.99966]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 8.00034  # decimal (error at most 0.005) or expression
ds = [-0.99966, 0, 0.99966]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[-29.98994, -21.99262], [0, 0], [29.98994, 21.99262]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.99966, -0.99966]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0.99966, 0.99966, 0.99966], [0.99966, 0.99966, 0.99966], [0.99966, 0.99966, 0.99966]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[-0.99966, -0.99966, -0.99966], [-0.99966, -0.99966, -0.99966], [-0.99966, -0.99966, -0.99966]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0.99966, 0.99966, 0], [0.99966, 0.99966, 0.99966], [0, 0.99966, 0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[-0.99966, 0, -0.99966], [-0.99966, -0.99966, 0], [-0.99966, -0.99966, 0]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[11.99597, 7.99732, 12.99564], [10.99631, 9.99664, 8.99698], [12.99564, 8.99698, 7.99732]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[-13.9953, -6.99765, -11.99597], [-14.99497, -8.99698, -8.99698], [-8.99698, -13.9953, -2.99899]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0.99966, 1.99933, 0.99966], [-1.99933, 0, 0, 0.99966, 0.99966], [0, -0.99966, 1.99933, 1.99933, 0.99966], [0, -1.99933, 1.99933, 0.99966, 0.99966], [0, 0.99966, -0.99966, 1.99933, 0]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[-1.1996, -1.79973, -0.29956], [-1.09963, -0.99966, -0.8997], [0.70044, -1.8997, 0.20027]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[1.39953, -0.30023, 0.1996], [3.4995, 0.8997, 0.8997], [0.8997, 2.39953, -0.7001]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [0, 147.35356]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
