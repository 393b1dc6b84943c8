# List za vježbu, sjeme (seed) 3: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "3", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 9f3d0c626de7288d

import numpy as np


# %% problem 1: Funkcija za 1D unakrsnu korelaciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D unakrsna korelacija vektora i jezgre."""
    return np.array([np.mean(vector[i:i + len(kernel)] * kernel) for i in range(len(vector) - len(kernel) + 1)])
