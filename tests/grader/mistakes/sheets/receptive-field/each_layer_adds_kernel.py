# %% Practice sheet, seed 4375: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "4375", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field", "level": "easy", "seed": "4375", "draw": 1, "parameters": {"layers": [{"kind": "conv", "name": "conv1", "kernel": 5, "stride": 1, "padding": 2, "dilation": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "kernel": 5, "stride": 1, "padding": 1, "dilation": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv3", "kernel": 3, "stride": 1, "padding": 1, "dilation": 1}], "back": false, "reach": {"field": 41, "kernel": 3, "growth": 1, "on_image": true}, "room": {"size": 38, "kernel": 5, "pooled": false}, "lack": {"rf": 83, "jump": 8, "extent": 57, "precision": 3}}}
# grader-checksum: d52daa350e05e8ba

import numpy as np


# %% problem 1: Receptive fields
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_rf = 5  # whole number, px
pool1_rf = 6  # whole number, px
conv2_rf = 14  # whole number, px
pool2_rf = 16  # whole number, px
pool2_jump = 4  # whole number, px
conv3_rf = 24  # whole number, px
depth = 14  # 14*3 = 42 >= 41
deepest = 9  # whole number
# a) no value of the last map sees such a pattern as a whole
# b) subsampling loses where in its region a feature lay
# c) field and precision suffice, so what is missing is capacity
# d) the model has so many weights that it learns noise
change = "smaller pooling regions, b"  # answer (larger field / smaller pooling regions / more channels / fewer weights) and the letter of the reason, in quotes with a comma between
