# %% Practice sheet, seed 5692: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5692", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-backprop", "level": "hard", "seed": "5692", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[16, -17, 20, 11, 9, 2], [-16, -4, 0, -6, -5, -19], [5, 1, 7, 8, -18, -9], [4, -11, -1, -10, -7, 12], [18, -13, -15, 13, -3, 15]], "poolings": [{"number": 1, "kind": "max-up", "arriving": [[4, -2, -1], [5, -5, 1]], "kernel": 3, "stride": 2}]}, {"name": "y", "cells": [[-10, 7, -4, 0], [-11, -7, -3, 5], [-5, 9, 3, 6]], "poolings": [{"number": 2, "kind": "mean-counted", "arriving": [[4, 1, -3], [-6, 3, -4]], "kernel": 2, "stride": 2, "padding": 1}, {"number": 3, "kind": "mean-inside", "arriving": [[-5, -6, 5], [-4, 4, 3]], "kernel": 2, "stride": 2, "padding": 1}]}]}}
# grader-checksum: 497f38ccf98d8486

import numpy as np


# %% problem 1: The gradient through pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[16, -17, 20, 11, 9, 2], [-16, -4, 0, -6, -5, -19], [5, 1, 7, 8, -18, -9], [4, -11, -1, -10, -7, 12], [18, -13, -15, 13, -3, 15]])
dq1 = np.array([[4, -2, -1], [5, -5, 1]])
y = np.array([[-10, 7, -4, 0], [-11, -7, -3, 5], [-5, 9, 3, 6]])
dq2 = np.array([[4, 1, -3], [-6, 3, -4]])
dq3 = np.array([[-5, -6, 5], [-4, 4, 3]])

q1 = [[20, 20, 9], [18, 13, 15]]
dx1 = [[0, 0, -2, 0, -1, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0], [5, 0, 0, -5, 0, 1]]
dy2 = [[1, 1/4, 1/4, -3/4], [-3/2, 3/4, 3/4, -1], [-3/2, 3/4, 3/4, -1]]
dy3 = [[-5, -3, -3, 5], [-2, 1, 1, 3/2], [-2, 1, 1, 3/2]]
