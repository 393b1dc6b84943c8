# Zestaw ćwiczeniowy, ziarno (seed) 5: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "5", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "5", "parameters": {"input": [1, 56, 56], "layers": [{"kind": "conv", "name": "conv1", "channels": 7, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 16, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false}}
# grader-checksum: 61273f39d5f544cd

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

import torch
from torch import nn
x = torch.zeros(1, 1, 56, 56)
conv1 = nn.Conv2d(1, 7, 7); pool = nn.MaxPool2d(2); conv2 = nn.Conv2d(7, 16, 3)
x = conv1(x)
conv1_shape = x.shape[1:]
conv1_params = sum(p.numel() for p in conv1.parameters())
conv1_rf = 7
x = pool(x)
pool1_shape = x.shape[1:]
pool1_params = sum(p.numel() for p in pool.parameters())
pool1_rf = 8
x = conv2(x)
conv2_shape = x.squeeze(0).shape
conv2_params = sum(map(torch.numel, conv2.parameters()))
conv2_rf = 12
flatten_shape = torch.flatten(x, 1).shape[1:]
fc1_shape = torch.Size([5])
fc1_params = torch.tensor(5 * x.numel() + 5)
fc1_rf = torch.tensor(56)
