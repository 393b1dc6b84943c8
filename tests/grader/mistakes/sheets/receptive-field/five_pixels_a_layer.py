# %% Practice sheet, seed 6292: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "6292", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field", "level": "standard", "seed": "6292", "draw": 1, "parameters": {"layers": [{"kind": "conv", "name": "conv1", "kernel": 3, "stride": 2, "padding": 2, "dilation": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "kernel": 5, "stride": 1, "padding": 2, "dilation": 2}, {"kind": "conv", "name": "conv3", "kernel": 9, "stride": 2, "padding": 2, "dilation": 1}, {"kind": "conv", "name": "conv4", "kernel": 9, "stride": 1, "padding": 1, "dilation": 1}], "back": true, "reach": {"field": 347, "kernel": 5, "growth": 1, "on_image": false}, "room": {"size": 64, "kernel": 5, "pooled": false}, "lack": {"rf": 45, "jump": 16, "extent": 65, "precision": 17}}}
# grader-checksum: 4972ae34effc329e

import numpy as np


# %% problem 1: Receptive fields
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_rf = 3  # whole number, px
pool1_rf = 7  # whole number, px
pool1_jump = 4  # whole number, px
conv2_rf = 39  # whole number, px
conv3_rf = 71  # whole number, px
conv3_jump = 8  # whole number, px
conv4_rf = 135  # whole number, px
conv4_back = 9  # whole number
conv3_back = 25  # whole number
conv2_back = 33  # whole number
pool1_back = 67  # whole number
conv1_back = 135  # whole number
depth = 6  # whole number
deepest = 15  # whole number
# a) no value of the last map sees such a pattern as a whole
# b) subsampling loses where in its region a feature lay
# c) field and precision suffice, so what is missing is capacity
# d) the model has so many weights that it learns noise
change = "larger field, a"  # answer (larger field / smaller pooling regions / more channels / fewer weights) and the letter of the reason, in quotes with a comma between
