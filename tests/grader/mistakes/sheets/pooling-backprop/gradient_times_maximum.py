# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-backprop", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [5, 1, 6, 4, -9, 7], "poolings": [{"number": 1, "kind": "global-max", "arriving": -4}, {"number": 2, "kind": "global-mean", "arriving": 3}, {"number": 3, "kind": "max-of-row", "arriving": [2, 1], "kernel": 3, "stride": 3}]}]}}
# grader-checksum: 22ab2c9c53e9327f

import numpy as np


# %% problem 1: The gradient through pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([5, 1, 6, 4, -9, 7])
dq1 = -4
dq2 = 3
dq3 = np.array([2, 1])

dx1 = np.array([0, 0, 0, 0, 0, -28])  # ∂L/∂x: vector of length 6, exact, such as 3 or "1/2"
dx2 = np.array([1/2, 1/2, 1/2, 1/2, 1/2, 1/2])  # ∂L/∂x: vector of length 6, exact, such as 3 or "1/2"
q3 = np.array([6, 7])  # q₃: vector of length 2, exact, such as 3 or "1/2"
dx3 = np.array([0, 0, 12, 0, 0, 7])  # ∂L/∂x: vector of length 6, exact, such as 3 or "1/2"
