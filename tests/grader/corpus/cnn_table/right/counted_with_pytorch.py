# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "2", "parameters": {"input": [3, 57, 68], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true}}
# grader-checksum: ab418799b12d34a1

import numpy as np


# %% problem 1: Tablica konvolucijskog modela
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

import torch
from torch import nn

slojevi = {
    "conv1": nn.Conv2d(3, 8, 7, stride=2, padding=2),
    "pool1": nn.MaxPool2d(3, 2),
    "conv2": nn.Conv2d(8, 48, 3, padding=2, dilation=2, groups=2),
    "conv3": nn.Conv2d(48, 64, 3, stride=2, padding=1),
    "flatten": nn.Flatten(),
}
x = torch.zeros(1, 3, 57, 68)
oblik, broj, polje, mac = {}, {}, {}, {}
rf, skok = 1, 1
for ime, sloj in slojevi.items():
    x = sloj(x)
    oblik[ime] = tuple(x.shape[1:])
    broj[ime] = sum(p.numel() for p in sloj.parameters())
    if ime != "flatten":
        k = sloj.kernel_size if isinstance(sloj.kernel_size, int) else sloj.kernel_size[0]
        s = sloj.stride if isinstance(sloj.stride, int) else sloj.stride[0]
        d = sloj.dilation if isinstance(sloj.dilation, int) else sloj.dilation[0]
        rf += d * (k - 1) * skok
        skok *= s
        polje[ime] = rf
    if isinstance(sloj, nn.Conv2d):
        mac[ime] = sloj.weight.numel() * x.shape[2] * x.shape[3]

conv1_shape = oblik["conv1"]
conv1_params = broj["conv1"]
conv1_rf = polje["conv1"]
conv1_macs = mac["conv1"]
pool1_shape = oblik["pool1"]
pool1_params = broj["pool1"]
pool1_rf = polje["pool1"]
conv2_shape = oblik["conv2"]
conv2_params = broj["conv2"]
conv2_rf = polje["conv2"]
conv2_macs = mac["conv2"]
conv3_shape = oblik["conv3"]
conv3_params = broj["conv3"]
conv3_rf = polje["conv3"]
conv3_macs = mac["conv3"]
flatten_shape = oblik["flatten"]
fc1 = nn.Linear(flatten_shape[0], 10)
fc1_shape = tuple(fc1(x).shape[1:])
fc1_params = sum(p.numel() for p in fc1.parameters())
fc1_macs = fc1.weight.numel()
