# Zestaw ćwiczeniowy, ziarno (seed) 5: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "5", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "5", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 9e307024748be6e2

import numpy as np


# %% problem 1: Funkcja korelacji skrośnej 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Korelacja skrośna: $q_i = \sum_j w_j \cdot p_{i+j}$, \dots, \left( \partial \right)."""
    return np.array([vector[i:i + len(kernel)] @ kernel for i in range(len(vector) - len(kernel) + 1)])
