# %% Practice sheet, seed 530: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "530", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "530", "draw": 1, "parameters": {"x": [[1, 1, 2, 1, 1], [2, 2, 0, 3, 2], [0, 0, 2, 0, 0], [1, 3, 1, 0, 2], [2, 1, 3, 0, 1]], "w1": [[0, 0, 2], [1, -1, 0], [-1, 1, 0]], "w2": [[0, -1, -1], [0, 0, 2], [1, 1, 0]], "W": [[1, 0], [2, -1], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: edac280244cba030

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 1, 2, 1, 1], [2, 2, 0, 3, 2], [0, 0, 2, 0, 0], [1, 3, 1, 0, 2], [2, 1, 3, 0, 1]])
w1 = np.array([[0, 0, 2], [1, -1, 0], [-1, 1, 0]])
w2 = np.array([[0, -1, -1], [0, 0, 2], [1, 1, 0]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 2
rate = 1/10

q1 = [[4, 6, -3], [2, 2, 5], [1, 4, -2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[4, 6, 0], [2, 2, 5], [1, 4, 0]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-3, 5, 4], [6, 1, -4], [3, 2, 7]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 5, 4], [6, 1, 0], [3, 2, 7]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [6, 7]  # vector of length 2, exact, such as 3 or "1/2"
s = [6, 5, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.2447, 0.09, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.4076  # decimal (error at most 0.005) or expression
ds = [0.2447, -0.91, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[1.4684, 1.7131], [-5.4598, -6.3698], [3.9914, 4.6567]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1.5752, 1.5752]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, -1.5752, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0, 0, 1.5752]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, -1.5752, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0, 0, 1.5752]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-1.5752, -3.1504, -1.5752], [-3.1504, 0, -4.7256], [0, -3.1504, 0]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[3.1504, 0, 0], [1.5752, 0, 3.1504], [4.7256, 0, 1.5752]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, -3.1504, 0], [0, -1.5752, 1.5752, 0, 0], [0, 1.5752, -1.5752, -1.5752, -1.5752], [0, 0, 0, 0, 3.1504], [0, 0, 1.5752, 1.5752, 0]]  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.1575, 0.315, 0.1575], [0.315, 0, 0.4726], [0, 0.315, 0]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.315, 0, 0], [-0.1575, 0, -0.315], [-0.4726, 0, -0.1575]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [3.623, 0]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
