# %% Practice sheet, seed 1001: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1001", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field", "level": "easy", "seed": "1001", "draw": 1, "parameters": {"layers": [{"kind": "conv", "name": "conv1", "kernel": 7, "stride": 1, "padding": 3, "dilation": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "kernel": 5, "stride": 1, "padding": 1, "dilation": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "conv", "name": "conv3", "kernel": 3, "stride": 1, "padding": 1, "dilation": 1}], "back": false, "reach": {"field": 41, "kernel": 3, "growth": 1, "on_image": true}, "room": {"size": 46, "kernel": 3, "pooled": false}, "lack": {"rf": 112, "jump": 32, "extent": 166, "precision": 33}}}
# grader-checksum: c9779e8b7d85965f

import numpy as np


# %% problem 1: Receptive fields
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_rf = 7  # whole number, px
pool1_rf = 8  # whole number, px
conv2_rf = 16  # whole number, px
pool2_rf = 20  # whole number, px
pool2_jump = 6  # whole number, px
conv3_rf = 32  # whole number, px
depth = 20  # whole number
deepest = 21  # 46 - 2*21 = 4, one more and no 3 x 3 fits
# a) no value of the last map sees such a pattern as a whole
# b) subsampling loses where in its region a feature lay
# c) field and precision suffice, so what is missing is capacity
# d) the model has so many weights that it learns noise
change = "larger field, a"  # answer (larger field / smaller pooling regions / more channels / fewer weights) and the letter of the reason, in quotes with a comma between
