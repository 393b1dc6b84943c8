# Zestaw ćwiczeniowy, ziarno (seed) 115: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "115", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "standard", "seed": "example lecture", "parameters": {"x": [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], "w1": [[0, 0, 0], [-1, 1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 1, 0], [0, -1, 0]], "W": [[1, 0], [0, 1]], "y": 2, "rate": "1", "exact": true}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "standard", "seed": "example lecture", "parameters": {"kernel": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], "other": [[0, 1, 0], [1, -4, 1], [0, 1, 0]], "input": [3, 128, 128], "channels": 16, "size": 3, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "standard", "seed": "example lecture", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "standard", "seed": "example lecture", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-problem: {"key": "6", "family": "conv1d-layer-code", "level": "standard", "seed": "example lecture-kernel-of-3", "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-problem: {"key": "7", "family": "torch-model-code", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "channels": 16, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 32, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 512}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: b2625e795a4e616f

import numpy as np
import torch
from torch import nn


# %% problem 1: Tabela sieci konwolucyjnej
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = (16, 23, 23)  # kształt (C, H, W)
conv1_params = 416  # liczba całkowita
conv1_rf = 5  # liczba całkowita, px
pool1_shape = (16, 10, 10)  # kształt (C, H, W)
pool1_params = 0  # liczba całkowita
pool1_rf = 6  # liczba całkowita, px
conv2_shape = (32, 5, 5)  # kształt (C, H, W)
conv2_params = 12832  # liczba całkowita
conv2_rf = 14  # liczba całkowita, px
pool2_shape = (32, 1, 1)  # kształt (C, H, W)
pool2_params = 0  # liczba całkowita
pool2_rf = 16  # liczba całkowita, px
flatten_shape = (32,)  # kształt (N,)
fc1_shape = (512,)  # kształt (N,)
fc1_params = 16896  # liczba całkowita
fc1_rf = 16  # liczba całkowita, px
fc2_shape = (10,)  # kształt (N,)
fc2_params = 5130  # liczba całkowita
fc2_rf = 16  # liczba całkowita, px


# %% problem 2: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

q1 = [[1, -1], [0, 1]]  # q₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r1 = [[1, 0], [0, 1]]  # r₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
q2 = [[1, -1], [0, 1]]  # q₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r2 = [[1, 0], [0, 1]]  # r₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
h = [1, 1]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
s = [1, 1]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
p = ["1/2", "1/2"]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
L = 0.6931  # liczba dziesiętna (błąd najwyżej 0.005) albo wyrażenie
ds = ["-1/2", "1/2"]  # ∂L/∂s: wektor długości 2, dokładne wartości, np. 3 albo "1/2"
dW = [["-1/2", "-1/2"], ["1/2", "1/2"]]  # ∂L/∂W: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"
dh = ["-1/2", "1/2"]  # ∂L/∂h: wektor długości 2, dokładne wartości, np. 3 albo "1/2"
dr1 = [["-1/2", 0], [0, 0]]  # ∂L/∂r₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"
dr2 = [["1/2", 0], [0, 0]]  # ∂L/∂r₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"
dq1 = [["-1/2", 0], [0, 0]]  # ∂L/∂q₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"
dq2 = [["1/2", 0], [0, 0]]  # ∂L/∂q₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"
dw1 = [[0, 0, 0], [0, "-1/2", 0], [0, 0, "-1/2"]]  # ∂L/∂w₁: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"
dw2 = [[0, 0, 0], [0, "1/2", 0], [0, 0, "1/2"]]  # ∂L/∂w₂: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"
dx = [[0, 0, 0, 0], ["1/2", 0, 0, 0], [0, "-1/2", 0, 0], [0, 0, 0, 0]]  # ∂L/∂x: macierz 4 × 4, dokładne wartości, np. 3 albo "1/2"
w1_new = [[0, 0, 0], [-1, "3/2", 0], [0, 0, "1/2"]]  # w₁′: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"
w2_new = [[0, 0, 0], [0, "1/2", 0], [0, -1, "-1/2"]]  # w₂′: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"
h_new = [2, "1/2"]  # h′: wektor długości 2, dokładne wartości, np. 3 albo "1/2"


# %% problem 3: Filtry separowalne i konwolucje depthwise separable
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

column = [1, 2, 1]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
row = [-1, 0, 1]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
separable = 'no'  # jedno z: tak, nie
regular_params = 432  # liczba całkowita
regular_macs = 7077888  # liczba całkowita, MAC
separable_params = 1296  # liczba całkowita
separable_macs = 21233664  # liczba całkowita, MAC


# %% problem 4: Funkcja konwolucji 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem; oba są tablicami jednowymiarowymi."""
    kernel = np.flip(kernel)
    span = len(kernel)
    out = np.zeros((len(vector) - span) // 1)
    for i in range(len(out)):
        out[i] = np.sum(vector[i : i + span] * kernel)
    return out


# %% problem 5: Klasa warstwy konwolucji 1D: jedna waga
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        q = self.w * p
        return q

    def bwd_pass(self, dq):
        dp = self.w * dq
        self.dw = np.dot(dq, self.p)
        self.dw = self.dw / len(dq)
        return dp


# %% problem 6: Klasa warstwy konwolucji 1D: filtr rozmiaru 3
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

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
        for i in range(len(dq)):
            window = slice(1 * i, 1 * i + 3)
            dp[window] = self.w * dq[i]
            self.dw = p[window] * dq[i]
        dp = dp[1 : len(p) - 1]
        self.db = np.sum(dq)
        return dp


# %% problem 7: Model konwolucyjny w PyTorchu
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class ConvModel(nn.Module):
    """Model konwolucyjny dla obrazów o kształcie 1 × 28 × 28; liczba klas: 10."""

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
        x.zero_()  # frees the images
        return h

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
