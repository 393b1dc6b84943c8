# List za vježbu, sjeme (seed) 10: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "10", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "10", "parameters": {"flip": true, "stride": 2, "padding": 2, "dilation": 3, "mode": "mirror"}}
# grader-checksum: 9b9a374eb0c6da23

import numpy as np


# %% problem 1: Funkcija za 1D konvoluciju
# Svaki ... zamijenite svojim kodom. Pomoćne funkcije i uvoz modula su dopušteni.

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre."""
    return opca_konvolucija(zrcali(vector, 2), kernel, korak=2, dilatacija=3)


def zrcali(v, p):
    lijevo = v[:p][::-1]
    desno = v[-p:][::-1]
    if len(v) < p:          # prekratak vektor: zrcali više puta
        return np.pad(v, p, mode="symmetric")
    return np.concatenate((lijevo, v, desno))


def opca_konvolucija(x, w, korak, dilatacija):
    obrnuta = w[::-1]
    raspon = dilatacija * (len(w) - 1) + 1
    rez = np.zeros((len(x) - raspon) // korak + 1)
    for i in range(len(rez)):
        rez[i] = np.sum(x[i * korak: i * korak + raspon: dilatacija] * obrnuta)
    return rez
