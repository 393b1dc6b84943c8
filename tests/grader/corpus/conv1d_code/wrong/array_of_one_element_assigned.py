# List za vježbu, sjeme (seed) 1: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "1", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "1", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: b2e30ff43790ce61

import numpy as np


# %% problem 1: Funkcija za 1D unakrsnu korelaciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D unakrsna korelacija vektora i jezgre."""
    jezgra = kernel.reshape(-1, 1)
    out = np.zeros(len(vector) - len(kernel) + 1)
    for i in range(len(out)):
        out[i] = vector[i:i+len(kernel)] @ jezgra
    return out
