# %% List za vježbu, sjeme (seed) 7928: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "7928", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "7928", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 4ee24d8de64a4cd5

import numpy as np


# %% problem 1: Funkcija za 1D konvoluciju
# Zadatak 1. Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre."""
    korak, rub = 3, 2
    prosireni = np.pad(vector, rub)
    okrenuta = kernel[::-1]
    m = len(okrenuta)
    # broj izlaza
    duljina = (len(prosireni) - m) // korak + 1
    izlaz = np.zeros(duljina, dtype=vector.dtype)
    for i in range(duljina):
        pocetak = i * korak
        izlaz[i] = okrenuta.dot(prosireni[pocetak:pocetak + m])
    return izlaz
