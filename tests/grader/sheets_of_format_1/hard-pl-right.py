# Zestaw ćwiczeniowy, ziarno (seed) 111: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "111", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "111", "parameters": {"input": [3, 58, 84], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "hard", "seed": "111", "parameters": {"x": [[3, 2, 2, 1, 3], [0, 1, 1, 3, 0], [3, 0, 0, 2, 2], [3, 2, 3, 1, 0], [2, 2, 2, 2, 0]], "w1": [[1, 0, -1], [0, 1, 0], [0, 0, 0]], "w2": [[0, 0, -1], [-1, 1, 0], [0, 0, 0]], "W": [[0, 2], [1, -1], [1, 0]], "y": 1, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "hard", "seed": "111", "parameters": {"kernel": [[-18, 0, -12], [-18, 0, -12], [-12, 0, -8]], "other": [[-9, -9, -6], [6, 6, 4], [10, 12, 8]], "input": [12, 112, 148], "channels": 68, "size": 5, "groups": 4}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "hard", "seed": "111", "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "mirror"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "hard", "seed": "111", "parameters": {"kernel": 4, "stride": 2, "padding": 0, "bias": false}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "hard", "seed": "111", "parameters": {"input": [1, 25, 30], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 12, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 38}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 3e365c157627fa10

import numpy as np
import torch
from torch import nn


# %% problem 1: Tabela sieci konwolucyjnej
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = (8, 28, 41)  # kształt (C, H, W)
conv1_params = 1184  # liczba całkowita
conv1_rf = 7  # liczba całkowita, px
conv1_macs = 1350048  # liczba całkowita, MAC
pool1_shape = (8, 13, 20)  # kształt (C, H, W)
pool1_params = 0  # liczba całkowita
pool1_rf = 11  # liczba całkowita, px
conv2_shape = (32, 13, 20)  # kształt (C, H, W)
conv2_params = 608  # liczba całkowita
conv2_rf = 27  # liczba całkowita, px
conv2_macs = 149760  # liczba całkowita, MAC
conv3_shape = (56, 7, 10)  # kształt (C, H, W)
conv3_params = 16184  # liczba całkowita
conv3_rf = 35  # liczba całkowita, px
conv3_macs = 1128960  # liczba całkowita, MAC
flatten_shape = (3920,)  # kształt (N,)
fc1_shape = (10,)  # kształt (N,)
fc1_params = 39210  # liczba całkowita
fc1_macs = 39200  # liczba całkowita, MAC


# %% problem 2: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

q1 = [[2, 2, 2], [-1, -2, 3], [5, 1, -1]]  # q₁: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r1 = [[2, 2, 2], [0, 0, 3], [5, 1, 0]]  # r₁: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
q2 = [[-1, -1, -1], [-4, -3, 2], [-1, -1, -4]]  # q₂: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r2 = [[0, 0, 0], [0, 0, 2], [0, 0, 0]]  # r₂: macierz 3 × 3, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
h = [5, 2]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
s = [4, 3, 5]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
p = [0.2447, 0.09003, 0.6652]  # wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
L = 1.408  # liczba dziesiętna (błąd najwyżej 0.005) albo wyrażenie
ds = [-0.7553, 0.09003, 0.6652]  # ∂L/∂s: wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dW = [[-3.776, -1.511], [0.4502, 0.1801], [3.326, 1.33]]  # ∂L/∂W: macierz 3 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dh = [0.7553, -1.601]  # ∂L/∂h: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr1 = [[0, 0, 0], [0, 0, 0], [0.7553, 0, 0]]  # ∂L/∂r₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr2 = [[0, 0, 0], [0, 0, -1.601], [0, 0, 0]]  # ∂L/∂r₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq1 = [[0, 0, 0], [0, 0, 0], [0.7553, 0, 0]]  # ∂L/∂q₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq2 = [[0, 0, 0], [0, 0, -1.601], [0, 0, 0]]  # ∂L/∂q₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw1 = [[2.266, 0, 0], [2.266, 1.511, 2.266], [1.511, 1.511, 1.511]]  # ∂L/∂w₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw2 = [[-1.601, -4.802, 0], [0, -3.201, -3.201], [-4.802, -1.601, 0]]  # ∂L/∂w₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dx = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 1.601], [0.7553, 0, 0.8453, -1.601, 0], [0, 0.7553, 0, 0, 0], [0, 0, 0, 0, 0]]  # ∂L/∂x: macierz 5 × 5, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w1_new = [[0.7734, 0, -1], [-0.2266, 0.8489, -0.2266], [-0.1511, -0.1511, -0.1511]]  # w₁′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w2_new = [[0.1601, 0.4802, -1], [-1, 1.32, 0.3201], [0.4802, 0.1601, 0]]  # w₂′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
h_new = [1.752, 6.482]  # h′: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia


# %% problem 3: Filtry separowalne i konwolucje depthwise separable
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

column = [3, 3, 2]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
row = [-6, 0, -4]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
separable = 'no'  # jedno z: tak, nie
regular_params = 20400  # liczba całkowita
regular_macs = 338150400  # liczba całkowita, MAC
grouped_params = 5100  # liczba całkowita
grouped_macs = 84537600  # liczba całkowita, MAC
separable_params = 1116  # liczba całkowita
separable_macs = 18498816  # liczba całkowita, MAC


# %% problem 4: Funkcja konwolucji 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem; oba są tablicami jednowymiarowymi."""
    kernel = np.flip(kernel)
    vector = np.pad(vector, 3, mode="symmetric")
    span = (len(kernel) - 1) * 2 + 1
    out = np.zeros((len(vector) - span) // 3 + 1)
    for i in range(len(out)):
        start = 3 * i
        out[i] = np.sum(vector[start : start + span : 2] * kernel)
    return out


# %% problem 5: Klasa warstwy konwolucji 1D: filtr rozmiaru 4
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class LayerConv1d:
    """Warstwa konwolucji 1D (korelacji skrośnej) z przejściem wstecz."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        q = np.zeros((len(p) - 4) // 2 + 1)
        for i in range(len(q)):
            crop = p[2 * i : 2 * i + 4]
            q[i] = np.dot(self.w, crop)
        return q

    def bwd_pass(self, dq):
        p = self.p
        dp = np.zeros(len(p))
        self.dw = np.zeros(4)
        for i in range(len(dq)):
            dp[2 * i : 2 * i + 4] += self.w * dq[i]
            self.dw += p[2 * i : 2 * i + 4] * dq[i]
        return dp


# %% problem 6: Model konwolucyjny w PyTorchu
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class ConvModel(nn.Module):
    """Model konwolucyjny dla obrazów o kształcie 1 × 25 × 30; liczba klas: 7."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 5, kernel_size=5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(5, 12, kernel_size=3, stride=1, padding=1)
        self.fc1 = nn.Linear(72, 38)
        self.fc2 = nn.Linear(38, 7)

    def fwd(self, x):
        h = self.conv1(x)
        h = torch.relu(h)
        h = nn.functional.avg_pool2d(h, 3, stride=2)
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
