# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "2", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: d08cded8f5c6fe77

import numpy as np


# %% problem 1: Funkcija za 1D konvoluciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre."""
    x = np.pad(vector, 3, "edge")
    k = kernel[::-1]
    razmak = 2 + 1
    raspon = razmak * (len(k) - 1) + 1
    return np.array([x[i:i + raspon:razmak] @ k for i in range(0, len(x) - raspon + 1, 2)])
