# List za vježbu, sjeme (seed) 9: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "9", "language": "hr"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "9", "parameters": {"kernel": [[-2, 2, 1], [2, -2, -1], [6, -6, -3]], "other": [[-1, -2, 2], [1, 4, -4], [0, 0, 0]], "input": [24, 104, 120], "channels": 40, "size": 3, "groups": 1}}
# grader-checksum: 63350629b2eeac82

import numpy as np


# %% problem 1: Separabilne jezgre i dubinski separabilne konvolucije
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

def obicna(*, ulazni, izlazni, k):
    """Broj parametara obične konvolucije bez pomaka."""
    return k * k * ulazni * izlazni


def po_kanalima(*, ulazni, k):
    return k * k * ulazni


def mac(parametri, *, visina=104, sirina=120):
    return parametri * visina * sirina


column = (1, -1, -3)
row = (-2, 2, 1)
separable = "ne"
regular_params = obicna(ulazni=24, izlazni=40, k=3)
regular_macs = mac(regular_params)
separable_params = po_kanalima(ulazni=24, k=3) + obicna(ulazni=24, izlazni=40, k=1)
separable_macs = mac(separable_params)
