# %% Practice sheet, seed 2692: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "2692", "language": "en"}
# grader-problem: {"key": "1", "family": "architectures", "level": "hard", "seed": "2692", "draw": 1, "parameters": {"network": "mobilenet-v1", "image": [3, 224, 224], "rows": [{"kind": "conv", "name": "dw1", "input": [128, 56, 56], "channels": 128, "kernel": 3, "stride": 2, "padding": 1, "groups": 128, "bias": false, "norm": true, "asked": ["shape", "params", "macs"]}, {"kind": "conv", "name": "pw1", "channels": 256, "kernel": 1, "stride": 1, "padding": 0, "groups": 1, "bias": false, "norm": true, "after": ["dw1"], "asked": ["shape", "params", "macs"]}, {"kind": "conv", "name": "dw2", "channels": 256, "kernel": 3, "stride": 1, "padding": 1, "groups": 256, "bias": false, "norm": true, "after": ["pw1"], "asked": ["params", "macs"]}, {"kind": "conv", "name": "pw2", "channels": 256, "kernel": 1, "stride": 1, "padding": 0, "groups": 1, "bias": false, "norm": true, "after": ["dw2"], "asked": ["params", "macs"]}, {"kind": "table", "name": "c3", "input": [6, 14, 14], "inputs": [3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4, 4, 6], "kernel": 3, "asked": ["params"]}], "total": true, "called": null, "stack": null, "skip": null, "dense": {"input": [64, 28, 28], "growth": 32, "layers": 4}, "head": null}}
# grader-checksum: b23fa44a9a2f3f62

import numpy as np


# %% problem 1: Architectures, layer by layer
# Problem 1. Replace each ... with your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

dw1_shape = (128, 28, 28)  # shape (channels, height, width)
dw1_params = 1152  # whole number
dw1_macs = 128*9*28*28  # whole number, MACs
pw1_shape = (256, 28, 28)  # shape (channels, height, width)
pw1_params = 32768  # whole number
pw1_macs = 25690112  # whole number, MACs
dw2_params = 2304  # whole number
dw2_macs = 1806336  # whole number, MACs
pw2_params = 65536  # whole number
pw2_macs = 51380224  # whole number, MACs
c3_params = 556  # whole number
total = 103552  # whole number
dense_shape = (192, 28, 28)  # shape (channels, height, width)
dense_params = (64 + 4*32) * 32 * 3*3  # whole number
