# List za vježbu, sjeme (seed) 110: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "110", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "110", "parameters": {"input": [3, 30, 53], "layers": [{"kind": "conv", "name": "conv1", "channels": 24, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "hard", "seed": "110", "parameters": {"x": [[3, 0, 0, 3, 0], [2, 1, 0, 0, 1], [3, 3, 1, 0, 3], [3, 0, 0, 3, 0], [0, 1, 2, 3, 2]], "w1": [[-1, 1, -1], [0, 0, 0], [0, 0, 0]], "w2": [[1, -1, 1], [0, 0, 0], [0, 0, 0]], "W": [[1, 0], [2, -1], [0, 1]], "y": 2, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "hard", "seed": "110", "parameters": {"kernel": [[-8, 2, 6], [-16, 4, 12], [-24, 6, 18]], "other": [[0, 0, 0], [-4, -6, 6], [6, 9, -9]], "input": [20, 16, 48], "channels": 72, "size": 5, "groups": 4}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "hard", "seed": "110", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "hard", "seed": "110", "parameters": {"kernel": 4, "stride": 3, "padding": 0, "bias": true}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "hard", "seed": "110", "parameters": {"input": [1, 28, 37], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 25}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: da0a0ca6f915ab82

import numpy as np
import torch
from torch import nn


# %% problem 1: Tablica konvolucijskog modela
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (24, 14, 26)  # dimenzije (C, H, W)
conv1_params = 1824  # cijeli broj
conv1_rf = 5  # cijeli broj, px
conv1_macs = 655200  # cijeli broj, MAC
pool1_shape = (24, 6, 12)  # dimenzije (C, H, W)
pool1_params = 0  # cijeli broj
pool1_rf = 9  # cijeli broj, px
conv2_shape = (40, 4, 10)  # dimenzije (C, H, W)
conv2_params = 2200  # cijeli broj
conv2_rf = 25  # cijeli broj, px
conv2_macs = 86400  # cijeli broj, MAC
conv3_shape = (72, 2, 5)  # dimenzije (C, H, W)
conv3_params = 25992  # cijeli broj
conv3_rf = 33  # cijeli broj, px
conv3_macs = 259200  # cijeli broj, MAC
flatten_shape = (720,)  # dimenzije (N,)
fc1_shape = (20,)  # dimenzije (N,)
fc1_params = 14420  # cijeli broj
fc1_macs = 14400  # cijeli broj, MAC


# %% problem 2: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimumom
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

q1 = [[-3, -3, 3], [-1, -1, -1], [-1, -2, -4]]  # q₁: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r1 = [[0, 0, 3], [0, 0, 0], [0, 0, 0]]  # r₁: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
q2 = [[3, 3, -3], [1, 1, 1], [1, 2, 4]]  # q₂: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r2 = [[3, 3, 0], [1, 1, 1], [1, 2, 4]]  # r₂: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
h = [3, 4]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
s = [3, 2, 4]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
p = [0.2447, 0.09003, 0.6652]  # vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
L = 0.91  # decimalni broj (pogreška najviše 0.005) ili izraz
ds = [0.2447, -0.91, 0.6652]  # ∂L/∂s: vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dW = [[0.7342, 0.9789], [-2.73, -3.64], [1.996, 2.661]]  # ∂L/∂W: matrica 3 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dh = [-1.575, 1.575]  # ∂L/∂h: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr1 = [[0, 0, -1.575], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr2 = [[0, 0, 0], [0, 0, 0], [0, 0, 1.575]]  # ∂L/∂r₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq1 = [[0, 0, -1.575], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq2 = [[0, 0, 0], [0, 0, 0], [0, 0, 1.575]]  # ∂L/∂q₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw1 = [[0, -4.726, 0], [0, 0, -1.575], [-1.575, 0, -4.726]]  # ∂L/∂w₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw2 = [[1.575, 0, 4.726], [0, 4.726, 0], [3.15, 4.726, 3.15]]  # ∂L/∂w₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dx = [[0, 0, 1.575, -1.575, 1.575], [0, 0, 0, 0, 0], [0, 0, 1.575, -1.575, 1.575], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: matrica 5 × 5, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w1_new = [[-1, 1.473, -1], [0, 0, 0.1575], [0.1575, 0, 0.4726]]  # w₁′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w2_new = [[0.8425, -1, 0.5274], [0, -0.4726, 0], [-0.315, -0.4726, -0.315]]  # w₂′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
h_new = [6.15, 0.1646]  # h′: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi


# %% problem 3: Separabilne jezgre i dubinski separabilne konvolucije
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

column = [1, 2, 3]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
row = [-8, 2, 6]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
separable = 'yes'  # jedno od: da, ne
regular_params = 1105920  # cijeli broj
regular_macs = 849346560  # cijeli broj, MAC
grouped_params = 1105920  # cijeli broj
grouped_macs = 849346560  # cijeli broj, MAC
separable_params = 1940  # cijeli broj
separable_macs = 1489920  # cijeli broj, MAC


# %% problem 4: Funkcija za 1D konvoluciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre; oboje su jednodimenzionalna polja."""
    kernel = np.flip(kernel)
    vector = np.pad(vector, 3, mode="edge")
    out = np.zeros((len(vector) - len(kernel)) // 2 + 1)
    for i in range(len(out)):
        start = 2 * i
        out[i] = np.sum(vector[start : start + len(kernel)] * kernel)
    return out


# %% problem 5: Klasa sloja za 1D konvoluciju: jezgra veličine 4
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        q = np.zeros((len(p) - 4) // 3 + 1)
        for i in range(len(q)):
            crop = p[3 * i : 3 * i + 4]
            q[i] = self.b + np.dot(self.w, crop)
        return q

    def bwd_pass(self, dq):
        p = self.p
        dp = np.zeros(len(p))
        self.dw = np.zeros(4)
        for i in range(len(dq)):
            dp[3 * i : 3 * i + 4] += self.w[::-1] * dq[i]
            self.dw += p[3 * i : 3 * i + 4] * dq[i]
        self.db = np.sum(dq)
        return dp


# %% problem 6: Konvolucijski model u PyTorchu
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class ConvModel(nn.Module):
    """Konvolucijski model za slike dimenzija 1 × 28 × 37; broj razreda: 10."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 5, kernel_size=5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(5, 9, kernel_size=3, stride=1, padding=1)
        self.fc1 = nn.Linear(108, 25)
        self.fc2 = nn.Linear(25, 10)

    def fwd(self, x):
        h = self.conv1(x)
        h = nn.functional.max_pool2d(h, 3, stride=2)
        h = self.conv2(h)
        h = torch.relu(h)
        h = nn.functional.avg_pool2d(h, 2, stride=2)
        h = h.flatten(1)
        h = self.fc1(h)
        h = torch.relu(h)
        h = self.fc2(h)
        return h

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
