# %% Practice sheet, seed 438: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "438", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "438", "draw": 1, "parameters": {"x": [[1, 0, 1, 3], [2, 1, 2, 0], [0, 1, 0, 2], [2, 0, 2, 1]], "w1": [[1, 0, -1], [0, -1, 1], [-1, 0, 0]], "w2": [[-1, 0, -1], [1, -1, 0], [0, 0, 1]], "W": [[0, 1], [0, 2], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 6254db4fd16dcfe0

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 1, 3], [2, 1, 2, 0], [0, 1, 0, 2], [2, 0, 2, 1]])
w1 = np.array([[1, 0, -1], [0, -1, 1], [-1, 0, 0]])
w2 = np.array([[-1, 0, -1], [1, -1, 0], [0, 0, 1]])
W = np.array([[0, 1], [0, 2], [1, 0]])
y = 1
rate = 1/10

q1 = [[1, -6], [-3, 3]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 0], [0, 3]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-1, -2], [-3, 1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [0, 1]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 1]  # vector of length 2, exact, such as 3 or "1/2"
s = [1, 2, 3]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.09, 0.2447, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 3.7826  # decimal (error at most 0.005) or expression
ds = [-0.91, 0.2447, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-2.7299, -0.91], [0.7342, 0.2447], [1.9957, 0.6652]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.6652, -0.4205]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [0, 0.6652]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, -0.4205]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [0, 0.6652]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, -0.4205]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[0.6652, 1.3305, 0], [0.6652, 0, 1.3305], [0, 1.3305, 0.6652]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-0.4205, -0.841, 0], [-0.4205, 0, -0.841], [0, -0.841, -0.4205]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [0, 1.0858, 0, -0.2447], [0, -0.4205, -0.2447, 0.6652], [0, -0.6652, 0, -0.4205]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.9335, -0.133, -1], [-0.0665, -1, 0.867], [-1, -0.133, -0.0665]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.9579, 0.0841, -1], [1.0421, -1, 0.0841], [0, 0.0841, 1.0421]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [2.0021, 1.6308]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
