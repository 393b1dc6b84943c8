# %% Practice sheet, seed 1886: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1886", "language": "en"}
# grader-problem: {"key": "1", "family": "architectures", "level": "hard", "seed": "1886", "draw": 1, "parameters": {"network": "resnet-50", "image": [3, 192, 192], "rows": [{"kind": "conv", "name": "a", "input": [256, 48, 48], "channels": 128, "kernel": 1, "stride": 1, "padding": 0, "groups": 1, "bias": false, "norm": true, "asked": ["shape", "params", "macs"]}, {"kind": "conv", "name": "b", "channels": 128, "kernel": 3, "stride": 2, "padding": 1, "groups": 1, "bias": false, "norm": true, "after": ["a"], "asked": ["shape", "params", "macs"]}, {"kind": "conv", "name": "c", "channels": 512, "kernel": 1, "stride": 1, "padding": 0, "groups": 1, "bias": false, "norm": true, "after": ["b"], "asked": ["params", "macs"]}, {"kind": "conv", "name": "s", "input": [256, 48, 48], "channels": 512, "kernel": 1, "stride": 2, "padding": 0, "groups": 1, "bias": false, "norm": true, "asked": ["params"]}, {"kind": "sum", "name": "sum", "after": ["c", "s"], "asked": ["adds"]}, {"kind": "table", "name": "c3", "input": [6, 14, 14], "inputs": [3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 6], "kernel": 3, "asked": ["params"]}], "total": true, "called": null, "stack": null, "skip": null, "dense": {"input": [128, 28, 28], "growth": 24, "layers": 8}, "head": null}}
# grader-checksum: a28216da7c45359d

import numpy as np


# %% problem 1: Architectures, layer by layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

a_shape = (128, 48, 48)
a_params = 32768
a_macs = 75497472
b_shape = (128, 24, 24)
b_params = 147456
b_macs = 84934656
c_params = 65536
c_macs = 37748736
s_params = 131072
sum_adds = 294912
c3_params = 4*3*(9+1) + 6*4*(9+1) + 1*6*(9+1)
total = 379392
dense_shape = (320, 28, 28)
dense_params = 63936
