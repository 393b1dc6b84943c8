# %% List za vježbu, sjeme (seed) 611: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "611", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "611", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 10dfc1c00d1d1298

import numpy as np


# %% problem 1: Funkcija za 1D unakrsnu korelaciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def same_pad(x, k):
    p = (k - 1) // 2
    return np.pad(x, p)


def conv1d(vector, kernel):
    """1D unakrsna korelacija vektora i jezgre."""
    korak = 2
    k = kernel.size
    x = same_pad(vector, k)
    izlaz = []
    for poc in range(0, x.size - k + 1, korak):
        izlaz.append(float(np.sum(x[poc:poc + k] * kernel)))
    return np.array(izlaz)
