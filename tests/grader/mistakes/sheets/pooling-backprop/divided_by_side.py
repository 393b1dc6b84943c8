# %% Practice sheet, seed 5519: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5519", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-backprop", "level": "standard", "seed": "5519", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [[-11, 14, -4, 5], [7, 3, -13, -12], [9, -7, -15, -9], [13, 15, -14, 1], [0, 11, 2, -10]], "poolings": [{"number": 1, "kind": "max", "arriving": [[6, -1], [3, -6]], "kernel": 2, "stride": 2}, {"number": 2, "kind": "mean", "arriving": [[-3, -2], [1, 3]], "kernel": 2, "stride": 2}]}, {"name": "y", "cells": [[-7, 3, 6], [5, 7, 1], [7, 4, 2]], "poolings": [{"number": 3, "kind": "global-max", "arriving": -1}, {"number": 4, "kind": "global-mean", "arriving": 6}]}]}}
# grader-checksum: e3c8f9915901f70a

import numpy as np


# %% problem 1: The gradient through pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[-11, 14, -4, 5], [7, 3, -13, -12], [9, -7, -15, -9], [13, 15, -14, 1], [0, 11, 2, -10]])
dq1 = np.array([[6, -1], [3, -6]])
dq2 = np.array([[-3, -2], [1, 3]])
y = np.array([[-7, 3, 6], [5, 7, 1], [7, 4, 2]])
dq3 = -1
dq4 = 6

q1 = [
      [14, 5],
      [15, 1],
]
dx1 = [
      [0, 6, 0, -1],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
      [0, 3, 0, -6],
      [0, 0, 0, 0],
]
dx2 = [
      [-3/2, -3/2, -1, -1],
      [-3/2, -3/2, -1, -1],
      [1/2, 1/2, 3/2, 3/2],
      [1/2, 1/2, 3/2, 3/2],
      [0, 0, 0, 0],
]
dy3 = [
      [0, 0, 0],
      [0, -1, 0],
      [0, 0, 0],
]
dy4 = [
      [2/3, 2/3, 2/3],
      [2/3, 2/3, 2/3],
      [2/3, 2/3, 2/3],
]
