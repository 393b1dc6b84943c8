# %% List za vježbu, sjeme (seed) 414: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "414", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "414", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 0c9539e1227f31cc

import numpy as np


# %% problem 1: Funkcija za 1D unakrsnu korelaciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D unakrsna korelacija vektora i jezgre."""
    pola = len(kernel) // 2
    rezultat = []
    for sredina in range(pola, len(vector) - pola):
        prozor = vector[sredina - pola:sredina + pola + 1]
        rezultat.append(np.sum(prozor * kernel))
    return np.array(rezultat)
