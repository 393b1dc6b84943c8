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
    korak, rub, dilatacija = 2, 3, 2
    k = kernel.shape[0]
    prosireni = np.pad(vector, rub, mode="edge")
    raspon = dilatacija * (k - 1) + 1          # koliko elemenata pokriva jezgra
    pocetci = np.arange(0, prosireni.shape[0] - raspon + 1, korak)
    # redak matrice = jedan prozor
    indeksi = pocetci[:, None] + dilatacija * np.arange(k)[None, :]
    return prosireni[indeksi] @ np.flip(kernel)
