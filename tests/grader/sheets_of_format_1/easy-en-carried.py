# Practice sheet, seed 101: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "101", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "101", "parameters": {"input": [3, 56, 56], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 11, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "easy", "seed": "101", "parameters": {"x": [[3, 2, 3, 2], [0, 0, 1, 2], [1, 1, 1, 0], [1, 3, 1, 2]], "w1": [[1, 0, 0], [0, -1, 0], [0, 0, 0]], "w2": [[0, 0, 1], [0, 0, 0], [0, -1, 0]], "W": [[0, 1], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "easy", "seed": "101", "parameters": {"kernel": [[2, -1, -1], [-2, 1, 1], [-2, 1, 1]], "other": [[-2, 1, -1], [2, -1, 1], [2, -1, 1]], "input": [6, 36, 36], "channels": 15, "size": 5, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "easy", "seed": "101", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "easy", "seed": "101", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "easy", "seed": "101", "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: 6324685240ee51d6

import numpy as np
import torch
from torch import nn


# %% problem 1: The table of a convolutional network
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (8, 54, 54)  # shape (C, H, W)
conv1_params = 224  # whole number
conv1_rf = 3  # whole number, px
pool1_shape = (8, 27, 27)  # shape (C, H, W)
pool1_params = 0  # whole number
pool1_rf = 5  # whole number, px
conv2_shape = (11, 25, 25)  # shape (C, H, W)
conv2_params = 803  # whole number
conv2_rf = 9  # whole number, px
flatten_shape = ...  # shape (N,)
fc1_shape = ...  # shape (N,)
fc1_params = 68760  # whole number
fc1_rf = 56  # whole number, px


# %% problem 2: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

q1 = [[3, 1], [-1, -1]]  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = ...  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[2, 1], [-2, 1]]  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[2, 1], [0, 1]]  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [3, 2]  # vector of length 2, exact, such as 3 or "1/2"
s = [2, 3]  # vector of length 2, exact, such as 3 or "1/2"
p = [0.2689, 0.7311]  # vector of length 2, decimals (error at most 0.005) or expressions
L = 2.313  # decimal (error at most 0.005) or expression
ds = [-0.7311, 0.7311]  # ∂L/∂s: vector of length 2, decimals (error at most 0.005) or expressions
dW = [[-2.193, -1.462], [2.193, 1.462]]  # ∂L/∂W: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [0.7311, -0.7311]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0.7311, 0], [0, 0]]  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = [[-0.7311, 0], [0, 0]]  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0.7311, 0], [0, 0]]  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = ...  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = [[2.193, 1.462, 2.193], [0, 0, 0.7311], [0.7311, 0.7311, 0.7311]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-2.193, -1.462, -2.193], [0, 0, -0.7311], [-0.7311, -0.7311, -0.7311]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = [[0.7311, 0, -0.7311, 0], [0, -0.7311, 0, 0], [0, 0.7311, 0, 0], [0, 0, 0, 0]]  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = [[0.7807, -0.1462, -0.2193], [0, -1, -0.07311], [-0.07311, -0.07311, -0.07311]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[0.2193, 0.1462, 1.219], [0, 0, 0.07311], [0.07311, -0.9269, 0.07311]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [1.099, 3.901]  # h′: vector of length 2, decimals (error at most 0.005) or expressions


# %% problem 3: Separable kernels and depthwise-separable convolutions
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

column = [1, -1, -1]  # vector of length 3, exact, such as 3 or "1/2"
row = [2, -1, 0]  # vector of length 3, exact, such as 3 or "1/2"
separable = ...  # one of: yes, no
regular_params = 2250  # whole number
regular_macs = 2916000  # whole number, MAC
separable_params = 240  # whole number
separable_macs = ...  # whole number, MAC


# %% problem 4: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel, both one-dimensional arrays."""
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
        ...

    def fwd_pass(self, p):
        ...

    def bwd_pass(self, dq):
        ...


# %% problem 6: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model for images of shape 1 × 14 × 14 and 11 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 7, kernel_size=5, stride=1, padding=0)
        self.fc1 = nn.Linear(175, 11)

    def fwd(self, x):
        h = self.conv1(x)
        h = torch.relu(h)
        h = nn.functional.max_pool2d(h, 2, stride=2)
        h = h.flatten(1)
        h = self.fc1(h)
        return h

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
