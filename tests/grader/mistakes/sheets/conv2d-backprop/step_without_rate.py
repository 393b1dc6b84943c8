# %% Practice sheet, seed 527: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "527", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "527", "draw": 1, "parameters": {"x": [[3, 3, 2, 0, 3], [3, 3, 1, 0, 3], [0, 0, 2, 3, 2], [2, 3, 0, 0, 1], [2, 2, 3, 2, 0]], "w1": [[-1, 2, 0], [1, 0, 0], [-1, 0, 1]], "w2": [[0, 0, 2], [-1, 1, 0], [1, 0, -1]], "W": [[1, 0], [2, -1], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-checksum: 62cb804f35ab95d2

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[3, 3, 2, 0, 3], [3, 3, 1, 0, 3], [0, 0, 2, 3, 2], [2, 3, 0, 0, 1], [2, 2, 3, 2, 0]])
w1 = np.array([[-1, 2, 0], [1, 0, 0], [-1, 0, 1]])
w2 = np.array([[0, 0, 2], [-1, 1, 0], [1, 0, -1]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 2
rate = 1/10

q1 = np.array([[8, 7, -1], [1, -4, 2], [3, 7, 1]])  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = np.array([[8, 7, 0], [1, 0, 2], [3, 7, 1]])  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = np.array([[2, -5, 5], [4, 5, 6], [4, 3, 7]])  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = np.array([[2, 0, 5], [4, 5, 6], [4, 3, 7]])  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [8, 7]  # vector of length 2, exact, such as 3 or "1/2"
s = [8, 9, 7]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.24473, 0.66524, 0.09003]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 0.40761  # decimal (error at most 0.005) or expression
ds = [0.24473, -0.33476, 0.09003]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.array([[1.95783, 1.7131], [-2.67807, -2.34331], [0.72024, 0.63021]])  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-0.42479, 0.42479]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = np.array([[-0.42479, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0.42479]])  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = np.array([[-0.42479, 0, 0], [0, 0, 0], [0, 0, 0]])  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = np.array([[0, 0, 0], [0, 0, 0], [0, 0, 0.42479]])  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = np.array([[-1.27437, -1.27437, -0.84958], [-1.27437, -1.27437, -0.42479], [0, 0, -0.84958]])  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = np.array([[0.84958, 1.27437, 0.84958], [0, 0, 0.42479], [1.27437, 0.84958, 0]])  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = np.array([[0.42479, -0.84958, 0, 0, 0], [-0.42479, 0, 0, 0, 0], [0.42479, 0, -0.42479, 0, 0.84958], [0, 0, -0.42479, 0.42479, 0], [0, 0, 0.42479, 0, -0.42479]])  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = np.array([[0.27437, 3.27437, 0.84958], [2.27437, 1.27437, 0.42479], [-1, 0, 1.84958]])  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = np.array([[-0.84958, -1.27437, 1.15042], [-1, 1, -0.42479], [-0.27437, -0.84958, -1]])  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [27.11553, 1.7521]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
