# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "example lecture", "parameters": {"x": [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], "w1": [[0, 0, 0], [-1, 1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 1, 0], [0, -1, 0]], "W": [[1, 0], [0, 1]], "y": 2, "rate": "1", "exact": true}}
# grader-checksum: 0d5c830818eee74a

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

from fractions import Fraction
import math

half = Fraction(1, 2)
q1 = [[1, -1], [0, 1]]
q2 = q1
r1 = [[max(0, v) for v in z] for z in q1]
r2 = r1
h = [1, 1]
s = [1, 1]
p = [half, half]
L = math.log(2)
ds = [half, half - 1]
dW = [[d * f for f in h] for d in ds]
dh = [half, -half]
dr1 = [[0, 0], [0, half]]
dr2 = [[0, 0], [0, -half]]
dq1, dq2 = dr1, dr2
# dq at (1,1): the window of x that starts there
window = [[1, 0, 0], [0, 1, 0], [0, 0, 0]]
dw1 = [[half * v for v in z] for z in window]
dw2 = [[-half * v for v in z] for z in window]
dx = [[0, 0, 0, 0], [0, 0, 0, 0], [0, -half, 0, 0], [0, 0, half, 0]]
w1 = [[0, 0, 0], [-1, 1, 0], [0, 0, 0]]
w2 = [[0, 0, 0], [0, 1, 0], [0, -1, 0]]
w1_new = [[a - b for a, b in zip(u, v)] for u, v in zip(w1, dw1)]
w2_new = [[a - b for a, b in zip(u, v)] for u, v in zip(w2, dw2)]
x = [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]]
h_new = [max(0, max(sum(x[i + a][j + b] * w[a][b] for a in range(3) for b in range(3)) for i in range(2) for j in range(2)))
         for w in (w1_new, w2_new)]
