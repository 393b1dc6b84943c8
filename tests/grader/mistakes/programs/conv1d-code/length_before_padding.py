# %% List za vježbu, sjeme (seed) 56781: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "56781", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "56781", "draw": 1, "parameters": {"flip": false, "stride": 3, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: d6d76441ebb893f1

import numpy as np


# %% problem 1: Funkcija za 1D unakrsnu korelaciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D unakrsna korelacija vektora i jezgre."""
    n = len(vector)
    k = len(kernel)
    vector = np.concatenate([[0] * 3, vector, [0] * 3])
    broj = (n - k) // 3 + 1
    rez = np.zeros(max(broj, 0))
    for r in range(len(rez)):
        rez[r] = np.dot(vector[3 * r:3 * r + k], kernel)
    return rez
