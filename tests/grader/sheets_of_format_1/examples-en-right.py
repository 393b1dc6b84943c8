# Practice sheet, seed 113: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "113", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "standard", "seed": "example lecture", "parameters": {"x": [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], "w1": [[0, 0, 0], [-1, 1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 1, 0], [0, -1, 0]], "W": [[1, 0], [0, 1]], "y": 2, "rate": "1", "exact": true}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "standard", "seed": "example lecture", "parameters": {"kernel": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], "other": [[0, 1, 0], [1, -4, 1], [0, 1, 0]], "input": [3, 128, 128], "channels": 16, "size": 3, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "standard", "seed": "example lecture", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "standard", "seed": "example lecture", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-problem: {"key": "6", "family": "conv1d-layer-code", "level": "standard", "seed": "example lecture-kernel-of-3", "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-problem: {"key": "7", "family": "torch-model-code", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "channels": 16, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 32, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 512}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: 5b1e361e3dc546da

import numpy as np
import torch
from torch import nn


# %% problem 1: The table of a convolutional network
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (16, 24, 24)  # shape (C, H, W)
conv1_params = 416  # whole number
conv1_rf = 5  # whole number, px
pool1_shape = (16, 12, 12)  # shape (C, H, W)
pool1_params = 0  # whole number
pool1_rf = 6  # whole number, px
conv2_shape = (32, 8, 8)  # shape (C, H, W)
conv2_params = 12832  # whole number
conv2_rf = 14  # whole number, px
pool2_shape = (32, 4, 4)  # shape (C, H, W)
pool2_params = 0  # whole number
pool2_rf = 16  # whole number, px
flatten_shape = (512,)  # shape (N,)
fc1_shape = (512,)  # shape (N,)
fc1_params = 262656  # whole number
fc1_rf = 28  # whole number, px
fc2_shape = (10,)  # shape (N,)
fc2_params = 5130  # whole number
fc2_rf = 28  # whole number, px


# %% problem 2: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

q1 = [[1, -1], [0, 1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[1, 0], [0, 1]]  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[1, -1], [0, 1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[1, 0], [0, 1]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [1, 1]  # vector of length 2, exact, such as 3 or "1/2"
s = [1, 1]  # vector of length 2, exact, such as 3 or "1/2"
p = ["1/2", "1/2"]  # vector of length 2, exact, such as 3 or "1/2"
L = "log(2)"  # decimal (error at most 0.005) or expression
ds = ["1/2", "-1/2"]  # ∂L/∂s: vector of length 2, exact, such as 3 or "1/2"
dW = [["1/2", "1/2"], ["-1/2", "-1/2"]]  # ∂L/∂W: 2 × 2 matrix, exact, such as 3 or "1/2"
dh = ["1/2", "-1/2"]  # ∂L/∂h: vector of length 2, exact, such as 3 or "1/2"
dr1 = [["1/2", 0], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, exact, such as 3 or "1/2"
dr2 = [["-1/2", 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, exact, such as 3 or "1/2"
dq1 = [["1/2", 0], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, exact, such as 3 or "1/2"
dq2 = [["-1/2", 0], [0, 0]]  # ∂L/∂q₂: 2 × 2 matrix, exact, such as 3 or "1/2"
dw1 = [[0, 0, 0], [0, "1/2", 0], [0, 0, "1/2"]]  # ∂L/∂w₁: 3 × 3 matrix, exact, such as 3 or "1/2"
dw2 = [[0, 0, 0], [0, "-1/2", 0], [0, 0, "-1/2"]]  # ∂L/∂w₂: 3 × 3 matrix, exact, such as 3 or "1/2"
dx = [[0, 0, 0, 0], ["-1/2", 0, 0, 0], [0, "1/2", 0, 0], [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, exact, such as 3 or "1/2"
w1_new = [[0, 0, 0], [-1, "1/2", 0], [0, 0, "-1/2"]]  # w₁′: 3 × 3 matrix, exact, such as 3 or "1/2"
w2_new = [[0, 0, 0], [0, "3/2", 0], [0, -1, "1/2"]]  # w₂′: 3 × 3 matrix, exact, such as 3 or "1/2"
h_new = ["1/2", 2]  # h′: vector of length 2, exact, such as 3 or "1/2"


# %% problem 3: Separable kernels and depthwise-separable convolutions
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

column = [1, 2, 1]  # vector of length 3, exact, such as 3 or "1/2"
row = [-1, 0, 1]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'no'  # one of: yes, no
regular_params = 432  # whole number
regular_macs = 7077888  # whole number, MAC
separable_params = 75  # whole number
separable_macs = 1228800  # whole number, MAC


# %% problem 4: A function for 1D convolution
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D convolution of a vector with a kernel, both one-dimensional arrays."""
    kernel = np.flip(kernel)
    span = len(kernel)
    out = np.zeros(len(vector) - span + 1)
    for i in range(len(out)):
        out[i] = np.sum(vector[i : i + span] * kernel)
    return out


# %% problem 5: A layer class for 1D convolution: one weight
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        q = self.w * p
        return q

    def bwd_pass(self, dq):
        dp = self.w * dq
        self.dw = np.dot(dq, self.p)
        return dp


# %% problem 6: A layer class for 1D convolution: kernel of size 3
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        p = np.pad(p, 1)
        q = np.zeros(len(p) - 3 + 1)
        for i in range(len(q)):
            crop = p[i : i + 3]
            q[i] = np.dot(self.w, crop)
        return q

    def bwd_pass(self, dq):
        p = np.pad(self.p, 1)
        dp = np.zeros(len(p))
        self.dw = np.zeros(3)
        for i in range(len(dq)):
            dp[i : i + 3] += self.w * dq[i]
            self.dw += p[i : i + 3] * dq[i]
        dp = dp[1 : len(p) - 1]
        return dp


# %% problem 7: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model for images of shape 1 × 28 × 28 and 10 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, kernel_size=5, stride=1, padding=0)
        self.conv2 = nn.Conv2d(16, 32, kernel_size=5, stride=1, padding=0)
        self.fc1 = nn.Linear(512, 512)
        self.fc2 = nn.Linear(512, 10)

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
