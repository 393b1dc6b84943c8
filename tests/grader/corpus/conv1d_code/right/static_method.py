# List za vježbu, sjeme (seed) 12: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "12", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "12", "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: b0d34ca369a371d4

import numpy as np


# %% problem 1: Funkcija za 1D unakrsnu korelaciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

class Konvolucija:
    @staticmethod
    def izracunaj(vector, kernel):
        v = np.pad(vector, 2)
        k = len(kernel)
        return np.array([v[i:i + k] @ kernel for i in range(0, len(v) - k + 1, 2)])

conv1d = Konvolucija.izracunaj
