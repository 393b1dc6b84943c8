# Practice sheet, seed 5: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "5", "language": "en"}
# grader-problem: {"key": "1", "family": "conv1d-layer-code", "level": "standard", "seed": "5", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-checksum: a72cb677c942f0c5

import numpy as np


# %% problem 1: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

import torch
import torch.nn.functional as F

class LayerConv1d:
    def __init__(self, w):
        self.w = torch.tensor(np.asarray(w, dtype=float), requires_grad=True)

    def fwd_pass(self, p):
        self.p = torch.tensor(np.asarray(p, dtype=float), requires_grad=True)
        self.q = F.conv1d(self.p[None, None], self.w[None, None], padding=2)[0, 0]
        return self.q.detach().numpy()

    def bwd_pass(self, dq):
        dp, dw = torch.autograd.grad(self.q, (self.p, self.w), torch.tensor(dq, dtype=torch.float64), retain_graph=True)
        self.dw = dw.numpy()
        return dp.numpy()
