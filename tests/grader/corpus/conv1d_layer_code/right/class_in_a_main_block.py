# Practice sheet, seed 1: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "1", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: 996318279a10424b

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5


if __name__ == "__main__":
    from numpy.lib.stride_tricks import sliding_window_view as windows

    class LayerConv1d:
        def __init__(self, w):
            self.w = w

        def fwd_pass(self, p):
            self.p = p
            return windows(np.pad(p, 2), 5) @ self.w

        def bwd_pass(self, dq):
            self.dw = windows(np.pad(self.p, 2), len(dq)) @ dq
            return windows(np.pad(dq, 2), 5) @ self.w[::-1]
