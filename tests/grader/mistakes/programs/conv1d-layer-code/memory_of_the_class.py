# %% Practice sheet, seed 102: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "102", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "102", "draw": 1, "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-checksum: f809ff5754e1be62

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 7
class LayerConv1d:
    memory = {}

    def __init__(self, w):
        self.w = w
        

    def fwd_pass(self, p):
        self.memory["windows"] = np.lib.stride_tricks.sliding_window_view(np.pad(p, 3), 7)
        return self.memory["windows"] @ self.w

    def bwd_pass(self, dq):
        self.dw = dq @ self.memory["windows"]
        back = np.lib.stride_tricks.sliding_window_view(np.pad(dq, 3), 7)
        return back @ self.w[::-1]
