# %% Practice sheet, seed 5114: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5114", "language": "en"}
# grader-problem: {"key": "1", "family": "receptive-field", "level": "hard", "seed": "5114", "draw": 1, "parameters": {"layers": [{"kind": "conv", "name": "conv1", "kernel": 7, "stride": 2, "padding": 3, "dilation": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "kernel": 3, "stride": 1, "padding": 2, "dilation": 2}, {"kind": "sum", "name": "sum1", "paths": [[{"kind": "conv", "name": "a1", "kernel": 1, "stride": 2, "padding": 0, "dilation": 1}, {"kind": "conv", "name": "a2", "kernel": 7, "stride": 1, "padding": 3, "dilation": 1}, {"kind": "conv", "name": "a3", "kernel": 1, "stride": 1, "padding": 0, "dilation": 1}], [{"kind": "conv", "name": "b1", "kernel": 1, "stride": 2, "padding": 0, "dilation": 1}]]}, {"kind": "concatenation", "name": "cat1", "paths": [[{"kind": "conv", "name": "c1", "kernel": 1, "stride": 1, "padding": 0, "dilation": 1}, {"kind": "conv", "name": "c2", "kernel": 5, "stride": 1, "padding": 2, "dilation": 1}], [{"kind": "pool", "name": "d1", "kernel": 3, "stride": 1}]]}], "back": false, "reach": {"field": 563, "kernel": 3, "growth": 2, "on_image": false}, "room": {"size": 145, "kernel": 3, "pooled": true}, "lack": {"rf": 117, "jump": 16, "extent": 60, "precision": 19}}}
# grader-checksum: 299389b9aba08584

import numpy as np


# %% problem 1: Receptive fields
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_rf = 7  # whole number, px
pool1_rf = 11  # whole number, px
pool1_jump = 4  # whole number, px
conv2_rf = 27  # whole number, px
a1_jump = 8  # whole number, px
a2_rf = 75  # whole number, px
a3_rf = 75  # whole number, px
b1_jump = 8  # whole number, px
sum1_rf = 27  # whole number, px
c2_rf = 59  # whole number, px
d1_rf = 43  # whole number, px
cat1_rf = 43  # whole number, px
depth = 6  # whole number
sizes = [71, 34, 16, 7, 2]  # number, vector, matrix or tensor, exact, such as 3 or "1/2"; its size is part of the question; marked entry by entry
# a) no value of the last map sees such a pattern as a whole
# b) subsampling loses where in its region a feature lay
# c) field and precision suffice, so what is missing is capacity
# d) the model has so many weights that it learns noise
change = "more channels, c"  # answer (larger field / smaller pooling regions / more channels / fewer weights) and the letter of the reason, in quotes with a comma between
