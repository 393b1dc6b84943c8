# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "2", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: dd8a11f796dda30f

import numpy as np


# %% problem 1: Funkcija za 1D konvoluciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre."""
    izlaz = np.zeros(len(vector) - len(kernel) + 1)
    for i in range(len(izlaz)):
        izlaz[i] = np.sum(vector[i:i + len(kernel)] * kernel)
    return izlaz
