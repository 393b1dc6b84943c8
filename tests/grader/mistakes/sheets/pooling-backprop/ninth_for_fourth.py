# %% Practice sheet, seed 6018: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6018", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-backprop", "level": "hard", "seed": "6018", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-15, 4, -11, 17, 14, 7], [-1, -9, -5, 11, 9, -7], [19, -2, 18, -16, -20, 2], [12, 0, 6, 1, 16, -19], [-4, -12, -6, 5, 10, 3]], "poolings": [{"number": 1, "kind": "max-up", "arriving": [[3, 1, 2], [-5, 5, -4]], "kernel": 3, "stride": 2}]}, {"name": "y", "cells": [[-3, 6, 1, 0], [-11, 10, -6, -1], [3, -8, -5, 8]], "poolings": [{"number": 2, "kind": "mean-counted", "arriving": [[-1, 5, -6], [-2, 1, 6]], "kernel": 2, "stride": 2, "padding": 1}, {"number": 3, "kind": "mean-inside", "arriving": [[6, -4, -2], [2, 3, -1]], "kernel": 2, "stride": 2, "padding": 1}]}]}}
# grader-checksum: 49e4fc89b3d62e95

import numpy as np


# %% problem 1: The gradient through pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-15, 4, -11, 17, 14, 7], [-1, -9, -5, 11, 9, -7], [19, -2, 18, -16, -20, 2], [12, 0, 6, 1, 16, -19], [-4, -12, -6, 5, 10, 3]])
dq1 = np.array([[3, 1, 2], [-5, 5, -4]])
y = np.array([[-3, 6, 1, 0], [-11, 10, -6, -1], [3, -8, -5, 8]])
dq2 = np.array([[-1, 5, -6], [-2, 1, 6]])
dq3 = np.array([[6, -4, -2], [2, 3, -1]])

q1 = [[19, 18, 14], [19, 18, 16]]  # q₁: 2 × 3 matrix, exact, such as 3 or "1/2"
dx1 = [[0, 0, 0, 0, 2, 0], [0, 0, 0, 0, 0, 0], [-2, 0, 6, 0, 0, 0], [0, 0, 0, 0, -4, 0], [0, 0, 0, 0, 0, 0]]  # ∂L/∂x: 5 × 6 matrix, exact, such as 3 or "1/2"
dy2 = [["-1/9", "5/9", "5/9", "-2/3"], ["-2/9", "1/9", "1/9", "2/3"], ["-2/9", "1/9", "1/9", "2/3"]]  # ∂L/∂y: 3 × 4 matrix, exact, such as 3 or "1/2"
dy3 = [[6, -2, -2, -2], [1, "3/4", "3/4", "-1/2"], [1, "3/4", "3/4", "-1/2"]]  # ∂L/∂y: 3 × 4 matrix, exact, such as 3 or "1/2"
