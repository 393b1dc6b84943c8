# Zestaw ćwiczeniowy, ziarno (seed) 10: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "10", "language": "pl"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "10", "parameters": {"kernel": [[8, 16, -24], [4, 8, -12], [6, 12, -18]], "other": [[8, -2, 6], [12, -3, 9], [-12, 3, -11]], "input": [32, 96, 128], "channels": 72, "size": 5, "groups": 4}}
# grader-checksum: 82329068d635ea89

import numpy as np


# %% problem 1: Filtry separowalne i konwolucje depthwise separable
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

import torch
from torch import nn

K = np.array([[8, 16, -24], [4, 8, -12], [6, 12, -18]])
column = K[:, 0] // 2
row = K[0] // column[0]
assert (np.outer(column, row) == K).all()
print(np.linalg.svd(np.array([[8, -2, 6], [12, -3, 9], [-12, 3, -11.0]]))[1])
separable = "nie"


def ile(*warstwy):
    return sum(p.numel() for w in warstwy for p in w.parameters())


piksele = 96 * 128
regular_params = ile(nn.Conv2d(32, 72, 5, padding="same", bias=False))
regular_macs = regular_params * piksele
grouped_params = ile(nn.Conv2d(32, 72, 5, padding="same", bias=False, groups=4))
grouped_macs = grouped_params * piksele
separable_params = ile(nn.Conv2d(32, 32, 5, padding="same", bias=False, groups=32), nn.Conv2d(32, 72, 1, bias=False))
separable_macs = separable_params * piksele
