# Practice sheet, seed 0: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "0", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "example lecture", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-checksum: fb4009a4e93d1f67

import numpy as np


# %% problem 1: A layer class for 1D convolution: one weight
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    def __init__(self, w=1.0):
        self.w = w
        self.dw = 0.0

    def fwd_pass(self, p):
        self.p = np.copy(p)
        print(self.p.shape, self.p.dtype)
        return np.multiply(self.p, self.w)

    def bwd_pass(self, dq):
        self.dw = np.inner(dq, self.p)
        return np.multiply(dq, self.w)
