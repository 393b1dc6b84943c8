# Zestaw ćwiczeniowy, ziarno (seed) 103: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "103", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "103", "parameters": {"input": [3, 56, 56], "layers": [{"kind": "conv", "name": "conv1", "channels": 4, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 13, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "easy", "seed": "103", "parameters": {"x": [[2, 0, 1, 3], [3, 3, 2, 0], [3, 1, 2, 3], [1, 1, 3, 3]], "w1": [[1, 0, 0], [0, -1, 0], [0, 0, 0]], "w2": [[1, 0, -1], [0, 0, 0], [0, 0, 0]], "W": [[0, 1], [-1, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "easy", "seed": "103", "parameters": {"kernel": [[1, -1, -1], [2, -2, -2], [0, 0, 0]], "other": [[0, 0, -2], [0, -1, -2], [0, -1, -2]], "input": [3, 88, 88], "channels": 16, "size": 5, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "easy", "seed": "103", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "easy", "seed": "103", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "easy", "seed": "103", "parameters": {"input": [1, 12, 12], "layers": [{"kind": "conv", "channels": 9, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 5}]}}
# grader-checksum: 9223afa3ad47e7e0

import numpy as np
import torch
from torch import nn


# %% problem 1: Tabela sieci konwolucyjnej
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = (4, 52, 52)  # kształt (C, H, W)
conv1_params = 304  # liczba całkowita
conv1_rf = 5  # liczba całkowita, px
pool1_shape = (4, 26, 26)  # kształt (C, H, W)
pool1_params = 0  # liczba całkowita
pool1_rf = 6  # liczba całkowita, px
conv2_shape = (13, 24, 24)  # kształt (C, H, W)
conv2_params = 481  # liczba całkowita
conv2_rf = 10  # liczba całkowita, px
flatten_shape = (7488,)  # kształt (N,)
fc1_shape = (20,)  # kształt (N,)
fc1_params = 149780  # liczba całkowita
fc1_rf = 56  # liczba całkowita, px


# %% problem 2: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

q1 = [[-1, -2], [2, 1]]  # q₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r1 = [[0, 0], [2, 1]]  # r₁: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
q2 = [[1, -3], [1, 3]]  # q₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
r2 = [[1, 0], [1, 3]]  # r₂: macierz 2 × 2, dokładne wartości, np. 3 albo "1/2"; punktowany każdy element z osobna
h = [2, 3]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
s = [3, 4]  # wektor długości 2, dokładne wartości, np. 3 albo "1/2"
p = ["1/(1 + E)", "E/(1 + E)"]  # wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
L = "log(1 + E)"  # liczba dziesiętna (błąd najwyżej 0.005) albo wyrażenie
ds = ["-E/(1 + E)", "E/(1 + E)"]  # ∂L/∂s: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dW = [["-2*E/(1 + E)", "-3*E/(1 + E)"], ["2*E/(1 + E)", "3*E/(1 + E)"]]  # ∂L/∂W: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dh = ["-E/(1 + E)", "E/(1 + E)"]  # ∂L/∂h: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr1 = [[0, 0], ["-E/(1 + E)", 0]]  # ∂L/∂r₁: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dr2 = [[0, 0], [0, "E/(1 + E)"]]  # ∂L/∂r₂: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq1 = [[0, 0], ["-E/(1 + E)", 0]]  # ∂L/∂q₁: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dq2 = [[0, 0], [0, "E/(1 + E)"]]  # ∂L/∂q₂: macierz 2 × 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw1 = [["-3*E/(1 + E)", "-3*E/(1 + E)", "-2*E/(1 + E)"], ["-3*E/(1 + E)", "-E/(1 + E)", "-2*E/(1 + E)"], ["-E/(1 + E)", "-E/(1 + E)", "-3*E/(1 + E)"]]  # ∂L/∂w₁: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dw2 = [["3*E/(1 + E)", "2*E/(1 + E)", 0], ["E/(1 + E)", "2*E/(1 + E)", "3*E/(1 + E)"], ["E/(1 + E)", "3*E/(1 + E)", "3*E/(1 + E)"]]  # ∂L/∂w₂: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
dx = [[0, 0, 0, 0], ["-E/(1 + E)", "E/(1 + E)", 0, "-E/(1 + E)"], [0, "E/(1 + E)", 0, 0], [0, 0, 0, 0]]  # ∂L/∂x: macierz 4 × 4, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w1_new = [[1.219, 0.2193, 0.1462], [0.2193, -0.9269, 0.1462], [0.07311, 0.07311, 0.2193]]  # w₁′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
w2_new = [[0.7807, -0.1462, -1], [-0.07311, -0.1462, -0.2193], [-0.07311, -0.2193, -0.2193]]  # w₂′: macierz 3 × 3, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia
h_new = [5.436, 0]  # h′: wektor długości 2, liczby dziesiętne (błąd najwyżej 0.005) albo wyrażenia


# %% problem 3: Filtry separowalne i konwolucje depthwise separable
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

column = [1, 2, 0]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
row = [1, -1, -1]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
separable = 'no'  # jedno z: tak, nie
regular_params = 1200  # liczba całkowita
regular_macs = 9292800  # liczba całkowita, MAC
separable_params = 123  # liczba całkowita
separable_macs = 952512  # liczba całkowita, MAC


# %% problem 4: Funkcja korelacji skrośnej 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Korelacja skrośna 1D wektora z filtrem; oba są tablicami jednowymiarowymi."""
    span = len(kernel)
    out = np.zeros(len(vector) - span + 1)
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
        return dp


# %% problem 6: Model konwolucyjny w PyTorchu
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

class ConvModel(nn.Module):
    """Model konwolucyjny dla obrazów o kształcie 1 × 12 × 12; liczba klas: 5."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 9, kernel_size=3, stride=1, padding=0)
        self.fc1 = nn.Linear(225, 5)

    def fwd(self, x):
        h = self.conv1(x)
        h = torch.relu(h)
        h = nn.functional.max_pool2d(h, 2, stride=2)
        h = h.flatten(1)
        h = self.fc1(h)
        return h

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
