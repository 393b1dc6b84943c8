# %% List za vježbu, sjeme (seed) 944: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "944", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "944", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "mirror"}}
# grader-checksum: 3a69053d42bb17da

import numpy as np


# %% problem 1: Funkcija za 1D konvoluciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre."""
    x = np.pad(vector, 3)
    w = kernel[::-1]
    doseg = 2 * (len(w) - 1) + 1
    broj = (len(x) - doseg) // 3 + 1
    rez = np.zeros(broj)
    for i in range(broj):
        rez[i] = x[3 * i:3 * i + doseg:2] @ w
    return rez
