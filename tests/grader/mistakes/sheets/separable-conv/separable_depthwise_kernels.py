# %% List za vježbu, sjeme (seed) 626: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "626", "language": "hr"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "626", "draw": 1, "parameters": {"kernel": [[0, 0, 0], [0, 2, -2], [0, 1, -1]], "other": [[-2, 2, 0], [2, 0, 0], [1, -1, 0]], "input": [2, 12, 12], "channels": 10, "size": 5, "groups": 1}}
# grader-checksum: d5d0ca039705d22f

import numpy as np


# %% problem 1: Separabilne jezgre i dubinski separabilne konvolucije
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
kernel = np.array([[0, 0, 0], [0, 2, -2], [0, 1, -1]])
in_shape = (2, 12, 12)
out_shape = (10, 12, 12)
other = np.array([[-2, 2, 0], [2, 0, 0], [1, -1, 0]])

column = [0, 1, "1/2"]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
row = [0, 2, -2]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
separable = "ne"  # jedno od: "da", "ne"
regular_params = 500  # cijeli broj
regular_macs = 72000  # cijeli broj, MAC
separable_params = 40  # cijeli broj
separable_macs = 5760  # cijeli broj, MAC
