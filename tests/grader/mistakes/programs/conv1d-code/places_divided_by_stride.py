# %% List za vježbu, sjeme (seed) 7928: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "7928", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "7928", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 4ee24d8de64a4cd5

import numpy as np


# %% problem 1: Funkcija za 1D konvoluciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

STRIDE = 3
PAD = 2


def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre."""
    x = np.concatenate([np.zeros(PAD, vector.dtype), vector, np.zeros(PAD, vector.dtype)])
    k = kernel.shape[0]
    n_out = (x.shape[0] - k + 1) // STRIDE
    return np.array([np.dot(x[STRIDE * i:STRIDE * i + k], kernel[::-1]) for i in range(n_out)])
