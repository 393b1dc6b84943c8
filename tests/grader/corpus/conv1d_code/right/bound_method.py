# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "2", "parameters": {"flip": false, "stride": 3, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: d838bdb8f34f8d39

import numpy as np


# %% problem 1: Funkcija za 1D unakrsnu korelaciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class Racun:
    def __init__(self, korak, rub):
        self.korak, self.rub = korak, rub

    def konv(self, vector, kernel):
        v = np.pad(vector, self.rub)
        k = len(kernel)
        return np.array([v[i:i + k] @ kernel for i in range(0, len(v) - k + 1, self.korak)])

racun = Racun(3, 1)
conv1d = racun.konv
