# List za vježbu, sjeme (seed) 9: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "9", "language": "hr"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "standard", "seed": "9", "parameters": {"kernel": [[-2, 2, 1], [2, -2, -1], [6, -6, -3]], "other": [[-1, -2, 2], [1, 4, -4], [0, 0, 0]], "input": [24, 104, 120], "channels": 40, "size": 3, "groups": 1}}
# grader-checksum: 63350629b2eeac82

import numpy as np


# %% problem 1: Separabilne jezgre i dubinski separabilne konvolucije
# Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

column = [1, -1, -3]
row = [-2, 2, 1]
separable = "ne"
regular_params = 8640
regular_macs = 8640 * 102 * 118
separable_params = 1176
separable_macs = 1176 * 102 * 118
