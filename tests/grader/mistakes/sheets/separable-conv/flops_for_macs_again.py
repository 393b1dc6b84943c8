# %% List za vježbu, sjeme (seed) 233: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "233", "language": "hr"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "233", "draw": 1, "parameters": {"kernel": [[0, -12, 18], [0, -8, 12], [0, 12, -18]], "other": [[0, 0, 0], [4, -6, -6], [-6, 9, 9]], "input": [18, 52, 76], "channels": 24, "size": 3, "groups": 2}}
# grader-checksum: 1fda29dc3027d64c

import numpy as np


# %% problem 1: Separabilne jezgre i dubinski separabilne konvolucije
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
kernel = np.array([[0, -12, 18], [0, -8, 12], [0, 12, -18]])
in_shape = (18, 52, 76)
out_shape = (24, 52, 76)
other = np.array([[0, 0, 0], [4, -6, -6], [-6, 9, 9]])

column = [6, 4, -6]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
row = [0, -2, 3]  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
separable = "da"  # jedno od: "da", "ne"
regular_params = 3888  # cijeli broj
regular_macs = 30730752  # cijeli broj, MAC
grouped_params = 1944  # cijeli broj
grouped_macs = 15365376  # cijeli broj, MAC
separable_params = 594  # cijeli broj
separable_macs = 4694976  # cijeli broj, MAC
