# %% List za vježbu, sjeme (seed) 406: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "406", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "406", "draw": 1, "parameters": {"flip": false, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 47f3e03458015712

import numpy as np


# %% problem 1: Funkcija za 1D unakrsnu korelaciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

import math

def conv1d(vector, kernel):
    """1D unakrsna korelacija vektora i jezgre."""
    padded = np.pad(vector, 3)
    k = len(kernel)
    amount = math.ceil((len(padded) - k) / 2) + 1
    values = []
    for i in range(amount):
        window = padded[2 * i:2 * i + k]
        values.append(np.dot(window, kernel[:len(window)]))
    return np.array(values)
