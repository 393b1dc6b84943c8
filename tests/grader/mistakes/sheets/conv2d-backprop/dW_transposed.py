# %% Practice sheet, seed 457: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "457", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "easy", "seed": "457", "draw": 1, "parameters": {"x": [[1, 1, 0, 3], [2, 0, 1, 0], [2, 1, 0, 0], [0, 0, 0, 3]], "w1": [[0, 0, 0], [1, -1, 0], [0, 0, 0]], "w2": [[0, -1, 1], [0, 0, 0], [0, 0, 0]], "W": [[0, 1], [-1, 2]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 58ca8ab5ad13be4d

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 0, 3], [2, 0, 1, 0], [2, 1, 0, 0], [0, 0, 0, 3]])
w1 = np.array([[0, 0, 0], [1, -1, 0], [0, 0, 0]])
w2 = np.array([[0, -1, 1], [0, 0, 0], [0, 0, 0]])
W = np.array([[0, 1], [-1, 2]])
y = 2
rate = 1/10

q1 = np.array([[2, -1], [1, 1]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[2, 0], [1, 1]])  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[-1, 3], [1, -1]])  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[0, 3], [1, 0]])  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 4]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.26894, 0.73106]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 0.31326  # decimal (error at most 0.005) or expression
ds = [0.26894, -0.26894]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = np.array([[0.53788, -0.53788], [0.80682, -0.80682]])  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.26894, -0.26894]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[0.26894, 0], [0, 0]])  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, -0.26894], [0, 0]])  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[0.26894, 0], [0, 0]])  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, -0.26894], [0, 0]])  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[0.26894, 0.26894, 0], [0.53788, 0, 0.26894], [0.53788, 0.26894, 0]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[-0.26894, 0, -0.80682], [0, -0.26894, 0], [-0.26894, 0, 0]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0, 0, 0.26894, -0.26894], [0.26894, -0.26894, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]])  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[-0.02689, -0.02689, 0], [0.94621, -1, -0.02689], [-0.05379, -0.02689, 0]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[0.02689, -1, 1.08068], [0, 0.02689, 0], [0.02689, 0, 0]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1.67727, 3.32273]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
