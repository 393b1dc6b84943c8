# List za vježbu, sjeme (seed) 6: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "6", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "6", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: af553534f4302f1c

import numpy as np


# %% problem 1: Funkcija za 1D konvoluciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre."""
    n = int(f"{len(vector)}")
    k = int("{}".format(len(kernel)))
    izlaz = {}
    i = 0
    while 0 <= i <= n - k:
        izlaz[i] = float(np.dot(vector[i:i + k], kernel[::-1]))
        i += True
    return np.array([izlaz[j] for j in sorted(izlaz)])
