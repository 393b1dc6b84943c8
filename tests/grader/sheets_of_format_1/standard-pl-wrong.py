# Zestaw ćwiczeniowy, ziarno (seed) 107: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "107", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "107", "parameters": {"input": [3, 44, 44], "layers": [{"kind": "conv", "name": "conv1", "channels": 6, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 24, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 128}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "standard", "seed": "107", "parameters": {"x": [[1, 1, 3, 2], [3, 1, 1, 2], [1, 1, 2, 2], [1, 1, 0, 1]], "w1": [[0, 0, 0], [0, 1, -1], [0, 0, 2]], "w2": [[0, 1, 0], [-1, 0, 0], [1, 0, 0]], "W": [[1, 1], [0, 2], [2, 0]], "y": 2, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "standard", "seed": "107", "parameters": {"kernel": [[-9, 6, -3], [-3, 2, -1], [-3, 2, -1]], "other": [[-4, 2, 0], [2, -1, 0], [-6, 3, 0]], "input": [32, 116, 128], "channels": 36, "size": 3, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "standard", "seed": "107", "parameters": {"flip": true, "stride": 3, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "standard", "seed": "107", "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "standard", "seed": "107", "parameters": {"input": [3, 18, 18], "layers": [{"kind": "conv", "channels": 7, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 16, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 34}, {"kind": "relu"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 0c8824c5e6d26915

import numpy as np
import torch
from torch import nn


# %% problem 1: Tabela sieci konwolucyjnej
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = (6, 40, 40)  # kształt (C, H, W)
conv1_params = 457  # liczba całkowita
conv1_rf = 5  # liczba całkowita, px
pool1_shape = (6, 20, 20)  # kształt (C, H, W)
pool1_params = 0  # liczba całkowita
pool1_rf = 7  # liczba całkowita, px
conv2_shape = (24, 18, 18)  # kształt (C, H, W)
conv2_params = 7080  # liczba całkowita
conv2_rf = 18  # liczba całkowita, px
pool2_shape = (24, 6, 6)  # kształt (C, H, W)
pool2_params = 0  # liczba całkowita
pool2_rf = 22  # liczba całkowita, px
flatten_shape = (864,)  # kształt (N,)
fc1_shape = (128,)  # kształt (N,)
fc1_params = 110720  # liczba całkowita
fc1_rf = 44  # liczba całkowita, px
fc2_shape = (20,)  # kształt (N,)
fc2_params = 2581  # liczba całkowita
fc2_rf = 44  # liczba całkowita, px


# %% problem 2: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

q1 = [[4, 3], [-1, 2]]  # q₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r1 = [[4, 3], [0, 2]]  # r₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
q2 = [[-1, 3], [1, 1]]  # q₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r2 = [[0, 3], [1, 1]]  # r₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
h = [4, 3]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
s = [7, 6, 8]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
p = [0.2447, 0.09003, 0.6652]  # wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
L = 2.408  # liczba dziesiętna (błąd najwyżej 0.005) albo wyrażenie
ds = [0.2447, -0.91, 0.6652]  # ∂L/∂s: wektor długości 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dW = [[0.9789, 0.7342], [-3.64, -2.73], [2.661, 1.996]]  # ∂L/∂W: macierz 3 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dh = [1.575, -0.5752]  # ∂L/∂h: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr1 = [[1.575, 0], [0, 0]]  # ∂L/∂r₁: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr2 = [[0, -1.575], [0, 0]]  # ∂L/∂r₂: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq1 = [[1.575, 0], [0, 0]]  # ∂L/∂q₁: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq2 = [[0, -1.575], [0, 0]]  # ∂L/∂q₂: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw1 = [[1.575, 1.575, 4.726], [4.726, 1.575, 1.575], [2.575, 1.575, 3.15]]  # ∂L/∂w₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw2 = [[-1.575, -4.726, -3.15], [-1.575, -1.575, -3.15], [-1.575, -3.15, -3.15]]  # ∂L/∂w₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dx = [[0, 0, -1.575, 0], [0, 3.15, -1.575, 0], [0, -1.575, 3.15, 0], [0, 0, 0, 0]]  # ∂L/∂x: macierz 4 × 4, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w1_new = [[-0.1575, -0.1575, -0.4726], [-0.4726, 0.8425, -1.158], [-0.1575, -0.1575, 1.685]]  # w₁′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w2_new = [[0.1575, 1.473, 0.315], [-0.8425, 0.1575, 0.315], [1.158, 0.315, 0.315]]  # w₂′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
h_new = [0, 8.568]  # h′: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia


# %% problem 3: Filtry separowalne i konwolucje depthwise separable
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

column = [3, 2, 1]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
row = [-3, 2, -1]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
separable = 'yes'  # jedno z: tak, nie
regular_params = 10369  # liczba całkowita
regular_macs = 153944065  # liczba całkowita, MAC
separable_params = 1440  # liczba całkowita
separable_macs = 21381120  # liczba całkowita, MAC


# %% problem 4: Funkcja konwolucji 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem; oba są tablicami jednowymiarowymi."""
    kernel = np.flip(kernel)
    vector = np.pad(vector, 1, mode="constant")
    span = len(kernel)
    out = np.zeros((len(vector) - span) // 3 + 1)
    for i in range(len(out)):
        start = 3 * i
        out[i] = np.sum(vector[start : start + span] * kernel)
    return out


# %% problem 5: Klasa warstwy konwolucji 1D: filtr rozmiaru 3
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
        self.dw = np.zeros(3)
        for i in range(len(dq)):
            dp[i : i + 3] += self.w * dq[i]
            self.dw += p[i : i + 3] * dq[i]
        dp = dp[1 : len(p) - 1]
        return dp


# %% problem 6: Model konwolucyjny w PyTorchu
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class ConvModel(nn.Module):
    """Model konwolucyjny dla obrazów o kształcie 3 × 18 × 18; liczba klas: 4."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 7, kernel_size=3, stride=1, padding=0)
        self.conv2 = nn.Conv2d(7, 16, kernel_size=3, stride=1, padding=0)
        self.fc1 = nn.Linear(144, 34)
        self.fc2 = nn.Linear(34, 4)

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
