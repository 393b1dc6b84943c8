# Practice sheet, seed 105: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "105", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "105", "parameters": {"input": [3, 60, 60], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 24, "kernel": 5, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 256}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "standard", "seed": "105", "parameters": {"x": [[2, 3, 3, 3], [3, 3, 0, 2], [0, 0, 3, 3], [3, 2, 2, 3]], "w1": [[1, 0, 0], [0, 0, 1], [0, 0, -1]], "w2": [[0, -1, 0], [0, 0, 1], [1, 0, 0]], "W": [[2, -1], [1, 0], [0, 1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "standard", "seed": "105", "parameters": {"kernel": [[-2, -2, 4], [1, 1, -2], [2, 2, -4]], "other": [[-3, 3, -6], [-2, 1, -2], [1, -1, 2]], "input": [16, 56, 84], "channels": 48, "size": 3, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "standard", "seed": "105", "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "standard", "seed": "105", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "standard", "seed": "105", "parameters": {"input": [3, 28, 28], "layers": [{"kind": "conv", "channels": 4, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 33}, {"kind": "relu"}, {"kind": "affine", "features": 8}]}}
# grader-checksum: 32cf43389ab4becc

import numpy as np
import torch
from torch import nn


# %% problem 1: The table of a convolutional network
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (8, 54, 54)  # shape (C, H, W)
conv1_params = 1184  # whole number
conv1_rf = 7  # whole number, px
pool1_shape = (8, 27, 27)  # shape (C, H, W)
pool1_params = 0  # whole number
pool1_rf = 8  # whole number, px
conv2_shape = (24, 27, 27)  # shape (C, H, W)
conv2_params = 4824  # whole number
conv2_rf = 16  # whole number, px
pool2_shape = (24, 9, 9)  # shape (C, H, W)
pool2_params = 0  # whole number
pool2_rf = 20  # whole number, px
flatten_shape = (1944,)  # shape (N,)
fc1_shape = (256,)  # shape (N,)
fc1_params = 497920  # whole number
fc1_rf = 60  # whole number, px
fc2_shape = (5,)  # shape (N,)
fc2_params = 1285  # whole number
fc2_rf = 60  # whole number, px


# %% problem 2: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

q1 = [[-1, 2], [4, 3]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[0, 2], [4, 3]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[-3, -1], [3, 5]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[0, 0], [3, 5]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [4, 5]  # vector of length 2, exact, such as 3 or "1/2"
s = [3, 4, 5]  # vector of length 3, exact, such as 3 or "1/2"
p = [0.09003, 0.2447, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 2.408  # decimal (error at most 0.005) or expression
ds = [-0.91, 0.2447, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-3.64, -4.55], [0.9789, 1.224], [2.661, 3.326]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [-1.575, 1.575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0], [-1.575, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0], [0, 1.575]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0], [-1.575, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0], [0, 1.575]]  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[-4.726, -4.726, 0], [0, 0, -4.726], [-4.726, -3.15, -3.15]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[4.726, 0, 3.15], [0, 4.726, 4.726], [3.15, 3.15, 4.726]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0, 0, 0, 0], [-1.575, 0, -1.575, 0], [0, 0, -1.575, 1.575], [0, 1.575, 1.575, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.473, 0.4726, 0], [0, 0, 1.473], [0.4726, 0.315, -0.685]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[-0.4726, -1, -0.315], [0, -0.4726, 0.5274], [0.685, -0.315, -0.4726]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [10.931, 0]  # h′: vector of length 2, decimals (error at most 0.005) or expressions


# %% problem 3: Separable kernels and depthwise-separable convolutions
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

column = [2, -1, -2]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, -1, 2]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'no'  # one of: yes, no
regular_params = 6912  # whole number
regular_macs = 32514048  # whole number, MAC
separable_params = 912  # whole number
separable_macs = 4290048  # whole number, MAC


# %% problem 4: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel, both one-dimensional arrays."""
    vector = np.pad(vector, 2, mode="constant")
    span = len(kernel)
    out = np.zeros((len(vector) - span) // 2 + 1)
    for i in range(len(out)):
        start = 2 * i
        out[i] = np.sum(vector[start : start + span] * kernel)
    return out


# %% problem 5: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        p = np.pad(p, 2)
        q = np.zeros(len(p) - 5 + 1)
        for i in range(len(q)):
            crop = p[i : i + 5]
            q[i] = np.dot(self.w, crop)
        return q

    def bwd_pass(self, dq):
        p = np.pad(self.p, 2)
        dp = np.zeros(len(p))
        self.dw = np.zeros(5)
        for i in range(len(dq)):
            dp[i : i + 5] += self.w * dq[i]
            self.dw += p[i : i + 5] * dq[i]
        dp = dp[2 : len(p) - 2]
        return dp


# %% problem 6: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model for images of shape 3 × 28 × 28 and 8 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 4, kernel_size=5, stride=1, padding=0)
        self.conv2 = nn.Conv2d(4, 13, kernel_size=5, stride=1, padding=0)
        self.fc1 = nn.Linear(208, 33)
        self.fc2 = nn.Linear(33, 8)

    def fwd(self, x):
        h = self.conv1(x)
        h = torch.relu(h)
        h = nn.functional.max_pool2d(h, 2, stride=2)
        h = self.conv2(h)
        h = torch.relu(h)
        h = nn.functional.max_pool2d(h, 2, stride=2)
        h = h.flatten(1)
        h = self.fc1(h)
        h = torch.relu(h)
        h = self.fc2(h)
        return h

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
