# %% Practice sheet, seed 4899: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4899", "language": "en"}
# grader-problem: {"key": "1", "family": "relu-backprop", "level": "standard", "seed": "4899", "draw": 1, "parameters": {"x": [[5, -1, 6], [-2, 3, 4], [0, 1, 2]], "w": "2", "bias": "-4", "arriving": [[-3, 5, 2], [2, 3, -3], [-1, -3, 5]], "shortcut": false}}
# grader-checksum: 89754e96d9cc5f7b

import numpy as np


# %% problem 1: The gradient through ReLU
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[5, -1, 6], [-2, 3, 4], [0, 1, 2]])
w = 2
b = -4
dr = np.array([[-3, 5, 2], [2, 3, -3], [-1, -3, 5]])

q = [
      [6, -6, 8],
      [-8, 2, 4],
      [-4, -2, 0],
]
r = [
      [6, 0, 8],
      [0, 2, 4],
      [0, 0, 0],
]
dq = [
      [-3, 0, 2],
      [0, 3, -3],
      [0, 0, 0],
]
dx = [
      [-6, 0, 4],
      [0, 6, -6],
      [0, 0, 0],
]
dw = -8  # ∂L/∂w: exact number, such as 3 or "1/2"
db = -1  # ∂L/∂b: exact number, such as 3 or "1/2"
