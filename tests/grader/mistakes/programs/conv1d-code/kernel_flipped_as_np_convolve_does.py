# %% List za vježbu, sjeme (seed) 278: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "278", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "278", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: be710c1435d1efca

import numpy as np


# %% problem 1: Funkcija za 1D unakrsnu korelaciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D unakrsna korelacija vektora i jezgre."""
    # isto sto i np.convolve(..., mode="valid")
    h = kernel[::-1]
    m = h.shape[0]
    return np.array([np.dot(h, vector[t:t + m]) for t in range(vector.shape[0] - m + 1)])
