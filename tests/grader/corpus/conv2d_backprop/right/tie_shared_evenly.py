# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "example lecture", "parameters": {"x": [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], "w1": [[0, 0, 0], [-1, 1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 1, 0], [0, -1, 0]], "W": [[1, 0], [0, 1]], "y": 2, "rate": "1", "exact": true}}
# grader-checksum: 0d5c830818eee74a

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

q1 = [[1, -1], [0, 1]]
r1 = [[1, 0], [0, 1]]
q2 = [[1, -1], [0, 1]]
r2 = [[1, 0], [0, 1]]
h = [1, 1]
s = [1, 1]
p = ["1/2", "1/2"]
L = "log(2)"
ds = ["1/2", "-1/2"]
dW = [["1/2", "1/2"], ["-1/2", "-1/2"]]
dh = ["1/2", "-1/2"]
dr1 = [["1/4", 0], [0, "1/4"]]
dr2 = [["-1/4", 0], [0, "-1/4"]]
dq1 = [["1/4", 0], [0, "1/4"]]
dq2 = [["-1/4", 0], [0, "-1/4"]]
dw1 = [["1/4", 0, 0], [0, "1/2", 0], [0, 0, "1/4"]]
dw2 = [["-1/4", 0, 0], [0, "-1/2", 0], [0, 0, "-1/4"]]
# w1 on dq1 at (0,0) and (1,1), w2 likewise
dx = [[0, 0, 0, 0], ["-1/4", 0, 0, 0], [0, 0, 0, 0], [0, 0, "1/4", 0]]
w1_new = [["-1/4", 0, 0], [-1, "1/2", 0], [0, 0, "-1/4"]]
w2_new = [["1/4", 0, 0], [0, "3/2", 0], [0, -1, "1/4"]]
h_new = ["1/4", "7/4"]
