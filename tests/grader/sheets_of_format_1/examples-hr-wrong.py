# List za vježbu, sjeme (seed) 114: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "114", "language": "hr"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "standard", "seed": "example lecture", "parameters": {"x": [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], "w1": [[0, 0, 0], [-1, 1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 1, 0], [0, -1, 0]], "W": [[1, 0], [0, 1]], "y": 2, "rate": "1", "exact": true}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "standard", "seed": "example lecture", "parameters": {"kernel": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], "other": [[0, 1, 0], [1, -4, 1], [0, 1, 0]], "input": [3, 128, 128], "channels": 16, "size": 3, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "standard", "seed": "example lecture", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "standard", "seed": "example lecture", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-problem: {"key": "6", "family": "conv1d-layer-code", "level": "standard", "seed": "example lecture-kernel-of-3", "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-problem: {"key": "7", "family": "torch-model-code", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "channels": 16, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 32, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 512}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: e40d1aa0f0c76d7a

import numpy as np
import torch
from torch import nn


# %% problem 1: Tablica konvolucijskog modela
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

conv1_shape = (16, 24, 25)  # dimenzije (C, H, W)
conv1_params = 416  # cijeli broj
conv1_rf = 5  # cijeli broj, px
pool1_shape = (16, 12, 12)  # dimenzije (C, H, W)
pool1_params = 0  # cijeli broj
pool1_rf = 7  # cijeli broj, px
conv2_shape = (32, 8, 8)  # dimenzije (C, H, W)
conv2_params = 12832  # cijeli broj
conv2_rf = 14  # cijeli broj, px
pool2_shape = (32, 4, 4)  # dimenzije (C, H, W)
pool2_params = 0  # cijeli broj
pool2_rf = 16  # cijeli broj, px
flatten_shape = (512,)  # dimenzije (N,)
fc1_shape = (512,)  # dimenzije (N,)
fc1_params = 262656  # cijeli broj
fc1_rf = 28  # cijeli broj, px
fc2_shape = (10,)  # dimenzije (N,)
fc2_params = 5130  # cijeli broj
fc2_rf = 29  # cijeli broj, px


# %% problem 2: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimumom
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

q1 = [[1, -1], [0, 1]]  # q₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r1 = [[1, 0], [0, 1]]  # r₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
q2 = [[1, -1], [0, 1]]  # q₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r2 = [[1, 0], [0, 1]]  # r₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
h = [1, 1]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
s = [2, 1]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
p = ["1/2", "1/2"]  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
L = "log(2) + 1"  # decimalni broj (pogreška najviše 0.005) ili izraz
ds = ["1/2", "-1/2"]  # ∂L/∂s: vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
dW = [["1/2", "1/2"], ["-1/2", "-1/2"]]  # ∂L/∂W: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"
dh = ["1/2", "-1/2"]  # ∂L/∂h: vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
dr1 = [["1/2", 0], [0, 0]]  # ∂L/∂r₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"
dr2 = [["-1/2", 0], [0, 0]]  # ∂L/∂r₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"
dq1 = [[0.5, 0], [0, 1]]  # ∂L/∂q₁: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"
dq2 = [["-1/2", 0], [0, 0]]  # ∂L/∂q₂: matrica 2 × 2, točne vrijednosti, npr. 3 ili "1/2"
dw1 = [[0, 0, 0], [0, "1/2", 0], [0, 0, "1/2"]]  # ∂L/∂w₁: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"
dw2 = [[0, 0, 0], [0, "-1/2", 0], [0, 0, "-1/2"]]  # ∂L/∂w₂: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"
dx = [[0, 0, 0, 0], ["-1/2", 0, 0, 0], [0, "1/2", 0, 0], [0, 0, 0, 0]]  # ∂L/∂x: matrica 4 × 4, točne vrijednosti, npr. 3 ili "1/2"
w1_new = [[0, 0, 0], [-1, "1/2", 0], [0, 0, "-1/2"]]  # w₁′: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"
w2_new = [[0, 0, 0], [0, "3/2", 0], [0, -1, "1/2"]]  # w₂′: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"
h_new = ["1/2", 2]  # h′: vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"


# %% problem 3: Separabilne jezgre i dubinski separabilne konvolucije
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

column = [1, 2, 1]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
row = [-1, 1, 1]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
separable = 'yes'  # jedno od: da, ne
regular_params = 432  # cijeli broj
regular_macs = 7077889  # cijeli broj, MAC
separable_params = 75  # cijeli broj
separable_macs = 1228800  # cijeli broj, MAC


# %% problem 4: Funkcija za 1D konvoluciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre; oboje su jednodimenzionalna polja."""
    kernel = np.flip(kernel)
    span = len(kernel)
    out = np.zeros(len(vector) - span + 1)
    for i in range(len(out)):
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


# %% problem 6: Klasa sloja za 1D konvoluciju: jezgra veličine 3
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class LayerConv1d:
    """Sloj 1D konvolucije (unakrsne korelacije) s unatražnim prolazom."""

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


# %% problem 7: Konvolucijski model u PyTorchu
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class ConvModel(nn.Module):
    """Konvolucijski model za slike dimenzija 1 × 28 × 28; broj razreda: 10."""

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
