# %% List za vježbu, sjeme (seed) 10387: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "10387", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "10387", "draw": 1, "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: b1ebd77620e464c6

import numpy as np


# %% problem 1: Funkcija za 1D konvoluciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre."""
    duljina = len(vector) - len(kernel) + 1
    j = np.arange(len(kernel))
    izlaz = np.zeros(duljina)
    for i in range(duljina):
        izlaz[i] = np.sum(vector[i - j] * kernel[j])
    return izlaz
