# Practice sheet, seed 3: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "3", "language": "en"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "hard", "seed": "3", "parameters": {"input": [1, 30, 35], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "conv", "channels": 17, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 36}, {"kind": "relu"}, {"kind": "affine", "features": 6}]}}
# grader-checksum: dd41404babdf50ca

import numpy as np
import torch
from torch import nn


# %% problem 1: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

import torch as T
import torch.nn as NN
import torch.nn.functional as TF
from torch.nn import Conv2d as C, Linear as Lin

class ConvModel(NN.Module):
    def __init__(self):
        super().__init__()
        self.k1, self.k2, self.k3 = C(1, 5, 5, 2, 1), C(5, 14, 3, 1, 1), C(14, 17, 3, 1, 1)
        self.d = NN.Dropout(0.0)
        self.l1, self.l2 = Lin(3 * 4 * 17, 36), Lin(36, 6)
        self.train()

    def fwd(self, x):
        was_training = self.training
        self.eval()
        x = TF.avg_pool2d(T.relu(self.k1(x)), 2)
        x = TF.relu6(self.k2(x) / 1e6) * 1e6 if False else T.relu(self.k2(x))
        x = TF.max_pool2d(T.relu(self.k3(x)), 2)
        x = T.relu(self.l1(self.d(x.flatten(1))))
        self.train(was_training)
        return self.l2(x)

    def loss(self, x, y):
        return TF.multi_margin_loss(self.fwd(x), y) * 0 + TF.nll_loss(TF.log_softmax(self.fwd(x), -1), y)
