# %% Practice sheet, seed 4506: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4506", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field", "level": "standard", "seed": "4506", "draw": 1, "parameters": {"layers": [{"kind": "conv", "name": "conv1", "kernel": 5, "stride": 2, "padding": 2, "dilation": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "kernel": 5, "stride": 1, "padding": 2, "dilation": 2}, {"kind": "conv", "name": "conv3", "kernel": 7, "stride": 2, "padding": 2, "dilation": 1}, {"kind": "conv", "name": "conv4", "kernel": 9, "stride": 1, "padding": 1, "dilation": 1}], "back": true, "reach": {"field": 295, "kernel": 3, "growth": 1, "on_image": false}, "room": {"size": 64, "kernel": 7, "pooled": false}, "lack": {"rf": 99, "jump": 8, "extent": 112, "precision": 14}}}
# grader-checksum: 52273779a7869332

import numpy as np


# %% problem 1: Receptive fields
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_rf = 5
pool1_rf = 7
pool1_jump = 4
conv2_rf = 39
conv3_rf = 63
conv3_jump = 6
conv4_rf = 111
conv4_back = 9
conv3_back = 23
conv2_back = 31
pool1_back = 62
conv1_back = 127
depth = 16
deepest = 10
# a) no value of the last map sees such a pattern as a whole
# b) subsampling loses where in its region a feature lay
# c) field and precision suffice, so what is missing is capacity
# d) the model has so many weights that it learns noise
change = "larger field, a"
