# %% Practice sheet, seed 5030: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5030", "language": "en"}
# grader-problem: {"key": "1", "family": "relu-backprop", "level": "hard", "seed": "5030", "draw": 1, "parameters": {"x": [[-1, -3, -1], [-4, -3, 5], [5, -6, 6]], "w": "-3/2", "bias": "-5/2", "arriving": [[4, -4, -2], [-3, -4, 3], [5, 4, 5]], "shortcut": true}}
# grader-checksum: e7a788bfb0d52a75

import numpy as np


# %% problem 1: The gradient through ReLU
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-1, -3, -1], [-4, -3, 5], [5, -6, 6]])
w = -3/2
b = -5/2
dt = np.array([[4, -4, -2], [-3, -4, 3], [5, 4, 5]])

q = [[-1, 2, -1], [3.5, 2, -10], [-10, 6.5, -11.5]]  # 3 × 3 matrix, exact, such as 3 or "1/2"
r = [[0, 2, 0], [3.5, 2, 0], [0, 6.5, 0]]  # 3 × 3 matrix, exact, such as 3 or "1/2"
s = [[-1, -1, -1], [-0.5, -1, 5], [5, 0.5, 6]]  # 3 × 3 matrix, exact, such as 3 or "1/2"
ds = [[0, 0, 0], [0, 0, 3], [5, 4, 5]]  # ∂L/∂s: 3 × 3 matrix, exact, such as 3 or "1/2"
dq = [[0, 0, 0], [0, 0, 3], [5, 4, 5]]  # ∂L/∂q: 3 × 3 matrix, exact, such as 3 or "1/2"
dx = [[0, 0, 0], [0, 0, -1.5], [-2.5, -2, -2.5]]  # ∂L/∂x: 3 × 3 matrix, exact, such as 3 or "1/2"
dw = 46  # ∂L/∂w: exact number, such as 3 or "1/2"
db = 17  # ∂L/∂b: exact number, such as 3 or "1/2"
