# %% List za vježbu, sjeme (seed) 233: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "233", "language": "hr"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "233", "draw": 1, "parameters": {"kernel": [[-2, 1, 2], [2, -1, -2], [-6, 3, 6]], "other": [[2, 1, 2], [6, 3, 6], [-2, -1, -2]], "input": [8, 40, 80], "channels": 48, "size": 3, "groups": 1}}
# grader-checksum: d5de8d3831d81826

import numpy as np


# %% problem 1: Separabilne jezgre i dubinski separabilne konvolucije
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
kernel = np.array([[-2, 1, 2], [2, -1, -2], [-6, 3, 6]])
in_shape = (8, 40, 80)
out_shape = (48, 40, 80)
other = np.array([[2, 1, 2], [6, 3, 6], [-2, -1, -2]])

column = [1, -1, 3]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
row = [-2, 1, 2]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
separable = "da"  # jedno od: "da", "ne"
regular_params = 3*3*8*48 + 48  # cijeli broj
regular_macs = (3*3*8*48)*40*80  # cijeli broj, MAC
separable_params = (3*3 + 1)*8 + (8 + 1)*48  # cijeli broj
separable_macs = (3*3*8 + 8*48)*40*80  # cijeli broj, MAC
