# List za vježbu, sjeme (seed) 12: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "12", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "12", "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: b0d34ca369a371d4

import numpy as np


# %% problem 1: Funkcija za 1D unakrsnu korelaciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D unakrsna korelacija vektora i jezgre."""
    x = np.pad(vector, 2)
    n = (len(x) - len(kernel)) // 2 + 1
    y = np.zeros(n)
    for j in range(len(kernel)):
        y = kernel[j] * x[j:j + 2 * (n - 1) + 1:2]
    return y
