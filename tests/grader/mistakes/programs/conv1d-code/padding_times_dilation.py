# %% List za vježbu, sjeme (seed) 52873: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "52873", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "52873", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 3, "mode": "circular"}}
# grader-checksum: a2ab2bee5f59f2a4

import numpy as np


# %% problem 1: Funkcija za 1D konvoluciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre."""
    korak, dil = 3, 3
    pad = 2 * dil
    x = np.pad(vector, pad, mode="wrap")
    h = kernel[::-1]
    duzina = dil * (len(h) - 1) + 1
    return np.array([np.sum(x[q:q + duzina:dil] * h)
                     for q in range(0, len(x) - duzina + 1, korak)])
