# List za vježbu, sjeme (seed) 106: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "106", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "106", "parameters": {"input": [3, 46, 46], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 256}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "standard", "seed": "106", "parameters": {"x": [[2, 3, 3, 3], [0, 1, 2, 2], [3, 2, 2, 0], [3, 2, 3, 1]], "w1": [[1, 1, 0], [0, 0, 0], [-1, 0, 0]], "w2": [[0, 0, -1], [0, 0, 0], [0, 1, 1]], "W": [[2, -1], [1, 0], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "standard", "seed": "106", "parameters": {"kernel": [[2, 0, 1], [-2, 0, -1], [4, 0, 2]], "other": [[0, 0, 0], [-1, -3, 1], [2, 6, -2]], "input": [24, 76, 92], "channels": 44, "size": 3, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "standard", "seed": "106", "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "standard", "seed": "106", "parameters": {"kernel": 5, "stride": 1, "padding": 2, "bias": false}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "standard", "seed": "106", "parameters": {"input": [3, 24, 24], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 16, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 47}, {"kind": "relu"}, {"kind": "affine", "features": 8}]}}
# grader-checksum: 82273d3e8a3351a8

import numpy as np
import torch
from torch import nn


# %% problem 1: Tablica konvolucijskog modela
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (8, 40, 40)  # dimenzije (C, H, W)
conv1_params = 1184  # cijeli broj
conv1_rf = 7  # cijeli broj, px
pool1_shape = (8, 20, 20)  # dimenzije (C, H, W)
pool1_params = 1  # cijeli broj
pool1_rf = 8  # cijeli broj, px
conv2_shape = (32, 18, 18)  # dimenzije (C, H, W)
conv2_params = 12576  # cijeli broj
conv2_rf = 20  # cijeli broj, px
pool2_shape = (32, 6, 6)  # dimenzije (C, H, W)
pool2_params = ...  # cijeli broj
pool2_rf = 24  # cijeli broj, px
flatten_shape = (1152,)  # dimenzije (N,)
fc1_shape = (256,)  # dimenzije (N,)
fc1_params = ...  # cijeli broj
fc1_rf = 46  # cijeli broj, px
fc2_shape = (5,)  # dimenzije (N,)
fc2_params = 1285  # cijeli broj
fc2_rf = 46  # cijeli broj, px


# %% problem 2: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimumom
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

q1 = [[2, 4], [-2, 2]]  # q₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r1 = [[2, 4], [0, 2]]  # r₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
q2 = [[1, -1], [3, 2]]  # q₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r2 = [[1, 0], [3, 2]]  # r₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
h = [4, 3]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
s = [5, 4, 6]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
p = ...  # vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
L = 1.408  # decimalni broj (pogreška najviše 0.005) ili izraz
ds = [-0.7553, 0.09003, 0.6652]  # ∂L/∂s: vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dW = [[-3.021, -2.266], [0.3601, 0.2701], [2.661, 1.996]]  # ∂L/∂W: matrica 3 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dh = [-1.421, 2.086]  # ∂L/∂h: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr1 = [[0, -1.421], [0, 0]]  # ∂L/∂r₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr2 = [[0, 0], [2.086, 0]]  # ∂L/∂r₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq1 = [[0, -1.421], [0, 0]]  # ∂L/∂q₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq2 = [[0, 0], [2.086, 0]]  # ∂L/∂q₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw1 = [[-4.262, -4.262, -4.262], [-1.421, -2.841, -2.841], [-2.841, -2.841, 0]]  # ∂L/∂w₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw2 = ...  # ∂L/∂w₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dx = [[0, -1.421, -1.421, 0], [0, 0, -2.086, 0], [0, 1.421, 0, 0], [0, 2.086, 2.086, 0]]  # ∂L/∂x: matrica 4 × 4, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w1_new = [[1.426, 1.426, 0.4262], [0.1421, 0.2841, 0.2841], [-0.7159, 0.2841, 0]]  # w₁′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w2_new = [[0, -0.2086, -1.417], [-0.6257, -0.4172, -0.4172], [-0.6257, 0.5828, 0.3743]]  # w₂′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
h_new = [10.25, 0]  # h′: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi


# %% problem 3: Separabilne jezgre i dubinski separabilne konvolucije
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

column = [1, -1, 2]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
row = [2, 0, 1]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
separable = ...  # jedno od: da, ne
regular_params = 9504  # cijeli broj
regular_macs = ...  # cijeli broj, MAC
separable_params = 1272  # cijeli broj
separable_macs = 8893824  # cijeli broj, MAC


# %% problem 4: Funkcija za 1D konvoluciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre; oboje su jednodimenzionalna polja."""
    kernel = np.flip(kernel)
    vector = np.pad(vector, 2, mode="constant")
    span = len(kernel)
    out = np.zeros((len(vector) - span) // 2 + 1)
    for i in range(len(out)):
        start = 2 * i
        out[i] = np.sum(vector[start : start + span] * kernel)
    return out


# %% problem 5: Klasa sloja za 1D konvoluciju: jezgra veličine 5
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w):
        ...

    def fwd_pass(self, p):
        ...

    def bwd_pass(self, dq):
        ...


# %% problem 6: Konvolucijski model u PyTorchu
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class ConvModel(nn.Module):
    """Konvolucijski model za slike dimenzija 3 × 24 × 24; broj razreda: 8."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 6, kernel_size=5, stride=1, padding=0)
        self.conv2 = nn.Conv2d(6, 16, kernel_size=3, stride=1, padding=0)
        self.fc1 = nn.Linear(256, 47)
        self.fc2 = nn.Linear(47, 8)

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
