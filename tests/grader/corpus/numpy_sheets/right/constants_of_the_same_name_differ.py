# List za vježbu, sjeme (seed) 2: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "2", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "2", "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-problem: {"key": "2", "family": "conv1d-code", "level": "standard", "seed": "2", "parameters": {"flip": false, "stride": 3, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-checksum: 10178322003908c8

import numpy as np


# %% problem 1: Funkcija za 1D konvoluciju

S, P, D = 2, 3, 2

def conv1d(vector, kernel):
    """1D konvolucija vektora i jezgre."""
    x = np.pad(vector, P, mode="edge")
    k = kernel[::-1]
    raspon = D * (len(k) - 1) + 1
    return np.array([x[i:i + raspon:D] @ k for i in range(0, len(x) - raspon + 1, S)])

print(conv1d(np.array([1, 2, 3]), np.array([1, 1])))


# %% problem 2: Funkcija za 1D unakrsnu korelaciju

S, P = 3, 1

def conv1d(vector, kernel):
    """1D unakrsna korelacija vektora i jezgre."""
    x = np.pad(vector, P)
    return np.array([x[i:i + len(kernel)] @ kernel for i in range(0, len(x) - len(kernel) + 1, S)])

print(conv1d(np.array([1, 2, 3]), np.array([1, 1])))
