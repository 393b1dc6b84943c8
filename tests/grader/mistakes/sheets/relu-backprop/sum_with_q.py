# %% Practice sheet, seed 6429: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6429", "language": "en"}
# grader-problem: {"key": "1", "family": "relu-backprop", "level": "hard", "seed": "6429", "draw": 1, "parameters": {"x": [[5, 0, -1], [-4, 4, 1], [-6, -4, -2]], "w": "-1/2", "bias": "3/2", "arriving": [[-4, -3, -4], [-5, -5, -4], [1, -2, 1]], "shortcut": true}}
# grader-checksum: 2f4967cf8159a6a2

import numpy as np


# %% problem 1: The gradient through ReLU
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[5, 0, -1], [-4, 4, 1], [-6, -4, -2]])
w = -1/2
b = 3/2
dt = np.array([[-4, -3, -4], [-5, -5, -4], [1, -2, 1]])

q = [[-1, "3/2", 2], ["7/2", "-1/2", 1], ["9/2", "7/2", "5/2"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"
r = [[0, "3/2", 2], ["7/2", 0, 1], ["9/2", "7/2", "5/2"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"
s = [[4, "3/2", 1], ["-1/2", "7/2", 2], ["-3/2", "-1/2", "1/2"]]  # 3 × 3 matrix, exact, such as 3 or "1/2"
ds = [[-4, -3, -4], [0, -5, -4], [0, 0, 1]]  # ∂L/∂s: 3 × 3 matrix, exact, such as 3 or "1/2"
dq = [[0, -3, -4], [0, 0, -4], [0, 0, 1]]  # ∂L/∂q: 3 × 3 matrix, exact, such as 3 or "1/2"
dx = [[-4, "-3/2", -2], [0, -5, -2], [0, 0, "1/2"]]  # ∂L/∂x: 3 × 3 matrix, exact, such as 3 or "1/2"
dw = -2  # ∂L/∂w: exact number, such as 3 or "1/2"
db = -10  # ∂L/∂b: exact number, such as 3 or "1/2"
