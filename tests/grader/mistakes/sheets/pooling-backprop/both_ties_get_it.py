# %% Practice sheet, seed 6078: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6078", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-backprop", "level": "standard", "seed": "6078", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-12, -8, -4, 14], [-10, 8, 9, 5], [-7, -15, 11, 4], [-9, 7, -14, 1], [6, -3, -13, 2]], "poolings": [{"number": 1, "kind": "max", "arriving": [[2, -1], [-2, -3]], "kernel": 2, "stride": 2}, {"number": 2, "kind": "mean", "arriving": [[-5, 5], [2, 4]], "kernel": 2, "stride": 2}]}, {"name": "y", "cells": [[7, -6, -4], [-2, 9, 8], [4, -8, 9]], "poolings": [{"number": 3, "kind": "global-max", "arriving": -1}, {"number": 4, "kind": "global-mean", "arriving": -6}]}]}}
# grader-checksum: 07ec30a3bbd7cd16

import numpy as np


# %% problem 1: The gradient through pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-12, -8, -4, 14], [-10, 8, 9, 5], [-7, -15, 11, 4], [-9, 7, -14, 1], [6, -3, -13, 2]])
dq1 = np.array([[2, -1], [-2, -3]])
dq2 = np.array([[-5, 5], [2, 4]])
y = np.array([[7, -6, -4], [-2, 9, 8], [4, -8, 9]])
dq3 = -1
dq4 = -6

q1 = np.array([[8, 14], [7, 11]])  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"
dx1 = np.array([[0, 0, 0, -1], [0, 2, 0, 0], [0, 0, -3, 0], [0, -2, 0, 0], [0, 0, 0, 0]])  # ∂L/∂x: 5 × 4 matrix, exact, such as 3 or "1/2"
dx2 = np.array([[-5/4, -5/4, 5/4, 5/4], [-5/4, -5/4, 5/4, 5/4], [1/2, 1/2, 1, 1], [1/2, 1/2, 1, 1], [0, 0, 0, 0]])  # ∂L/∂x: 5 × 4 matrix, exact, such as 3 or "1/2"
dy3 = np.array([[0, 0, 0], [0, -1, 0], [0, 0, -1]])  # ∂L/∂y: 3 × 3 matrix, exact, such as 3 or "1/2"
dy4 = np.array([[-2/3, -2/3, -2/3], [-2/3, -2/3, -2/3], [-2/3, -2/3, -2/3]])  # ∂L/∂y: 3 × 3 matrix, exact, such as 3 or "1/2"
