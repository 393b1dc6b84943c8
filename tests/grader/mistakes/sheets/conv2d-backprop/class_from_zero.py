# %% Practice sheet, seed 441: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "441", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "441", "draw": 1, "parameters": {"x": [[1, 0, 0, 1], [1, 0, 3, 1], [2, 1, 2, 3], [0, 3, 3, 0]], "w1": [[-1, 0, 0], [0, -1, 1], [-1, 0, 2]], "w2": [[-1, 1, -1], [0, 1, 1], [0, 0, 0]], "W": [[0, 2], [1, 1], [2, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 159c3275fa8a7479

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 0, 0, 1], [1, 0, 3, 1], [2, 1, 2, 3], [0, 3, 3, 0]])
w1 = np.array([[-1, 0, 0], [0, -1, 1], [-1, 0, 2]])
w2 = np.array([[-1, 1, -1], [0, 1, 1], [0, 0, 0]])
W = np.array([[0, 2], [1, 1], [2, 0]])
y = 1
rate = 1/10

q1 = [[4, 3], [6, -2]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[4, 3], [6, 0]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 3], [-1, 7]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 3], [0, 7]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [6, 7]  # vector of length 2, exact, such as 3 or "1/2"
s = [14, 13, 12]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.665, 0.245, 0.09]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 1.408  # decimal (error at most 0.005) or expression
ds = [0.665, -0.755, 0.09]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[3.991, 4.657], [-4.532, -5.287], [0.54, 0.63]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.575, 0.575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [-0.575, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, 0.575]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [-0.575, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, 0.575]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-0.575, 0, -1.726], [-1.15, -0.575, -1.15], [0, -1.726, -1.726]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[0, 1.726, 0.575], [0.575, 1.15, 1.726], [1.726, 1.726, 0]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [0.575, -0.575, 0.575, -0.575], [0, 0.575, 0, 0.575], [0.575, 0, -1.15, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[-0.942, 0, 0.173], [0.115, -0.942, 1.115], [-1, 0.173, 2.173]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-1, 0.827, -1.058], [-0.058, 0.885, 0.827], [-0.173, -0.173, 0]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [8.128, 4.584]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
