# List za vježbu, sjeme (seed) 102: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "102", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "102", "parameters": {"input": [3, 38, 38], "layers": [{"kind": "conv", "name": "conv1", "channels": 4, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 11, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "easy", "seed": "102", "parameters": {"x": [[2, 0, 2, 3], [1, 3, 3, 2], [3, 1, 2, 0], [2, 1, 2, 2]], "w1": [[0, -1, 0], [0, 0, 0], [1, 0, 0]], "w2": [[0, 0, 1], [0, 0, 0], [-1, 0, 0]], "W": [[1, 0], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "easy", "seed": "102", "parameters": {"kernel": [[-1, 1, 0], [-1, 1, 0], [-1, 1, 0]], "other": [[0, 0, 0], [2, 0, -2], [1, 0, -1]], "input": [2, 108, 108], "channels": 12, "size": 3, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "easy", "seed": "102", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "easy", "seed": "102", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "easy", "seed": "102", "parameters": {"input": [1, 14, 14], "layers": [{"kind": "conv", "channels": 7, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: efba2fce2e38ff51

import numpy as np
import torch
from torch import nn


# %% problem 1: Tablica konvolucijskog modela
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (4, 32, 32)  # dimenzije (C, H, W)
conv1_params = 592  # cijeli broj
conv1_rf = 8  # cijeli broj, px
pool1_shape = (4, 16, 16)  # dimenzije (C, H, W)
pool1_params = 0  # cijeli broj
pool1_rf = 10  # cijeli broj, px
conv2_shape = (11, 14, 14)  # dimenzije (C, H, W)
conv2_params = 407  # cijeli broj
conv2_rf = 16  # cijeli broj, px
flatten_shape = (2156,)  # dimenzije (N,)
fc1_shape = (5,)  # dimenzije (N,)
fc1_params = 10785  # cijeli broj
fc1_rf = 38  # cijeli broj, px


# %% problem 2: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimumom
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

q1 = [[3, -1], [-1, -2]]  # q₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r1 = [[3, 0], [0, 0]]  # r₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
q2 = [[-1, 2], [1, 1]]  # q₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r2 = [[0, 2], [1, 1]]  # r₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
h = [3, 2]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
s = [3, 2]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
p = [0.7311, 0.2689]  # vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
L = 1.313  # decimalni broj (pogreška najviše 0.005) ili izraz
ds = [0.7311, -0.7311]  # ∂L/∂s: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dW = [[2.193, 1.462], [-2.193, -1.462]]  # ∂L/∂W: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dh = [0.7311, -0.7311]  # ∂L/∂h: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr1 = [[0.7311, 0], [0, 0]]  # ∂L/∂r₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr2 = [[0, -0.7311], [0, 0]]  # ∂L/∂r₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq1 = [[0.7311, 0], [0, 0]]  # ∂L/∂q₁: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq2 = [[0, -0.7311], [0, 0]]  # ∂L/∂q₂: matrica 2 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw1 = [[1.462, 0, 1.462], [0.7311, 2.193, 2.193], [2.193, 0.7311, 1.462]]  # ∂L/∂w₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw2 = [[0, -1.462, -2.193], [-2.193, -2.193, -1.462], [-0.7311, -1.462, 0]]  # ∂L/∂w₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dx = [[0, -0.7311, 0, -0.7311], [0, 0, 0, 0], [0.7311, 0.7311, 0, 0], [0, 0, 0, 0]]  # ∂L/∂x: matrica 4 × 4, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w1_new = [[-0.1462, -1, -0.1462], [-0.07311, -0.2193, -0.2193], [0.7807, -0.07311, -0.1462]]  # w₁′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w2_new = [[0, 0.1462, 1.219], [0.2193, 0.2193, 0.1462], [-0.9269, 0.1462, 0]]  # w₂′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
h_new = [0.00266, 4.924]  # h′: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi


# %% problem 3: Separabilne jezgre i dubinski separabilne konvolucije
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

column = [-1, 1, 0]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
row = [1, 1, 1]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
separable = 'yes'  # jedno od: da, ne
regular_params = 216  # cijeli broj
regular_macs = 2519424  # cijeli broj, MAC
separable_params = 42  # cijeli broj
separable_macs = 489888  # cijeli broj, MAC


# %% problem 4: Funkcija za 1D konvoluciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre; oboje su jednodimenzionalna polja."""
    kernel = np.flip(kernel)
    span = len(kernel)
    out = np.zeros((len(vector) - span) // 1 + 2)
    for i in range(len(out) - 1):
        out[i] = np.sum(vector[i : i + span] * kernel)
    return out


# %% problem 5: Klasa sloja za 1D konvoluciju: jedna težina
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

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


# %% problem 6: Konvolucijski model u PyTorchu
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class ConvModel(nn.Module):
    """Konvolucijski model za slike dimenzija 1 × 14 × 14; broj razreda: 10."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 7, kernel_size=5, stride=1, padding=0)
        self.fc1 = nn.Linear(175, 10)

    def fwd(self, x):
        h = self.conv1(x)
        h = torch.relu(h)
        h = nn.functional.max_pool2d(h, 2, stride=2)
        h = h.reshape(3, -1)
        h = self.fc1(h)
        return h

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
