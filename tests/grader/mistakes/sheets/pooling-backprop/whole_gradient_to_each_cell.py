# %% Practice sheet, seed 5947: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5947", "language": "en"}
# grader-problem: {"key": "1", "family": "pooling-backprop", "level": "easy", "seed": "5947", "draw": 1, "parameters": {"inputs": [{"name": "x", "cells": [7, -2, 1, -8, -5, 4], "poolings": [{"number": 1, "kind": "global-max", "arriving": 6}, {"number": 2, "kind": "global-mean", "arriving": 3}, {"number": 3, "kind": "max-of-row", "arriving": [6, 5], "kernel": 3, "stride": 3}]}]}}
# grader-checksum: 4183731eed1fb7e7

import numpy as np


# %% problem 1: The gradient through pooling
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([7, -2, 1, -8, -5, 4])
dq1 = 6
dq2 = 3
dq3 = np.array([6, 5])

dx1 = [6, 0, 0, 0, 0, 0]  # ∂L/∂x: vector of length 6, exact, such as 3 or "1/2"
dx2 = [3, 3, 3, 3, 3, 3]  # ∂L/∂x: vector of length 6, exact, such as 3 or "1/2"
q3 = [7, 4]  # q₃: vector of length 2, exact, such as 3 or "1/2"
dx3 = [6, 0, 0, 0, 0, 5]  # ∂L/∂x: vector of length 6, exact, such as 3 or "1/2"
