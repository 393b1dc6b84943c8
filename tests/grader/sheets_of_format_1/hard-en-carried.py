# Practice sheet, seed 109: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "109", "language": "en"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "109", "parameters": {"input": [3, 60, 74], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "hard", "seed": "109", "parameters": {"x": [[3, 2, 1, 0, 2], [3, 2, 0, 1, 2], [3, 2, 2, 2, 1], [2, 1, 0, 3, 0], [3, 0, 2, 3, 0]], "w1": [[2, -1, 0], [0, 0, 0], [0, 0, 1]], "w2": [[1, 2, 0], [0, 0, 0], [-1, 0, 0]], "W": [[0, 2], [1, 1], [2, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "hard", "seed": "109", "parameters": {"kernel": [[-6, 0, 9], [24, 0, -36], [-18, 0, 27]], "other": [[3, 12, -9], [-3, -12, 10], [2, 8, -6]], "input": [24, 48, 76], "channels": 52, "size": 5, "groups": 4}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "hard", "seed": "109", "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 2, "mode": "mirror"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "hard", "seed": "109", "parameters": {"kernel": 5, "stride": 2, "padding": 0, "bias": true}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "hard", "seed": "109", "parameters": {"input": [1, 23, 27], "layers": [{"kind": "conv", "channels": 8, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 13, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 33}, {"kind": "relu"}, {"kind": "affine", "features": 9}]}}
# grader-checksum: aec124c02589cf82

import numpy as np
import torch
from torch import nn


# %% problem 1: The table of a convolutional network
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

conv1_shape = (8, 30, 37)  # shape (C, H, W)
conv1_params = ...  # whole number
conv1_rf = 5  # whole number, px
conv1_macs = 666000  # whole number, MAC
pool1_shape = (8, 14, 18)  # shape (C, H, W)
pool1_params = 0  # whole number
pool1_rf = 10  # whole number, px
conv2_shape = (32, 14, 18)  # shape (C, H, W)
conv2_params = 608  # whole number
conv2_rf = 26  # whole number, px
conv2_macs = 145152  # whole number, MAC
conv3_shape = (56, 7, 9)  # shape (C, H, W)
conv3_params = 16184  # whole number
conv3_rf = ...  # whole number, px
conv3_macs = 1016064  # whole number, MAC
flatten_shape = (3528,)  # shape (N,)
fc1_shape = (50,)  # shape (N,)
fc1_params = 176450  # whole number
fc1_macs = 176400  # whole number, MAC


# %% problem 2: Backpropagation through convolution and global max-pooling
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

q1 = [[6, 5, 3], [4, 7, -1], [6, 5, 2]]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = [[6, 5, 3], [4, 7, 0], [6, 5, 2]]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = [[4, 2, -1], [5, 1, 2], [4, 6, 4]]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = [[4, 2, 0], [5, 1, 2], [4, 6, 4]]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = [7, 6]  # vector of length 2, exact, such as 3 or "1/2"
s = ...  # vector of length 3, exact, such as 3 or "1/2"
p = [0.09003, 0.2447, 0.6652]  # vector of length 3, decimals (error at most 0.005) or expressions
L = 3.408  # decimal (error at most 0.005) or expression
ds = [-0.91, 0.2447, 0.6652]  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = [[-6.37, -5.46], [1.713, 1.468], [4.657, 3.991]]  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = [1.575, -1.575]  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = [[0, 0, 0], [0, 1.575, 0], [0, 0, 0]]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = [[0, 0, 0], [0, 0, 0], [0, -1.575, 0]]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = [[0, 0, 0], [0, 1.575, 0], [0, 0, 0]]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = [[0, 0, 0], [0, 0, 0], [0, -1.575, 0]]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = [[3.15, 0, 1.575], [3.15, 3.15, 3.15], [1.575, 0, 4.726]]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = [[-3.15, -3.15, -3.15], [-1.575, 0, -4.726], [0, -3.15, -4.726]]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = ...  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = [[1.685, -1, -0.1575], [-0.315, -0.315, -0.315], [-0.1575, 0, 0.5274]]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = [[1.315, 2.315, 0.315], [0.1575, 0, 0.4726], [-1, 0.315, 0.4726]]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [2.747, 11.513]  # h′: vector of length 2, decimals (error at most 0.005) or expressions


# %% problem 3: Separable kernels and depthwise-separable convolutions
# Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

column = [1, -4, 3]  # vector of length 3, exact, such as 3 or "1/2"
row = [-6, 0, 9]  # vector of length 3, exact, such as 3 or "1/2"
separable = 'yes'  # one of: yes, no
regular_params = ...  # whole number
regular_macs = 113817600  # whole number, MAC
grouped_params = 7800  # whole number
grouped_macs = 28454400  # whole number, MAC
separable_params = 1848  # whole number
separable_macs = ...  # whole number, MAC


# %% problem 4: A function for 1D cross-correlation
# Replace each ... by your code. Helper functions and imports are welcome.

def conv1d(vector, kernel):
    """1D cross-correlation of a vector with a kernel, both one-dimensional arrays."""
    vector = np.pad(vector, 3, mode="symmetric")
    span = (len(kernel) - 1) * 2 + 1
    out = np.zeros((len(vector) - span) // 3 + 1)
    for i in range(len(out)):
        start = 3 * i
        out[i] = np.sum(vector[start : start + span : 2] * kernel)
    return out


# %% problem 5: A layer class for 1D convolution: kernel of size 5
# Replace each ... by your code. Helper functions and imports are welcome.

class LayerConv1d:
    """1D convolutional layer (cross-correlation) with a backward pass."""

    def __init__(self, w, b):
        ...

    def fwd_pass(self, p):
        ...

    def bwd_pass(self, dq):
        ...


# %% problem 6: A convolutional model in PyTorch
# Replace each ... by your code. Helper functions and imports are welcome.

class ConvModel(nn.Module):
    """Convolutional model for images of shape 1 × 23 × 27 and 9 classes."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 8, kernel_size=5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(8, 13, kernel_size=3, stride=1, padding=1)
        self.fc1 = nn.Linear(78, 33)
        self.fc2 = nn.Linear(33, 9)

    def fwd(self, x):
        h = self.conv1(x)
        h = torch.relu(h)
        h = nn.functional.avg_pool2d(h, 2, stride=2)
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
