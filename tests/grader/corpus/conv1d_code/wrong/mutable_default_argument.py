# Zestaw ćwiczeniowy, ziarno (seed) 3: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "3", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "3", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 3f3d354c0572b0f0

import numpy as np


# %% problem 1: Funkcja korelacji skrośnej 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel, wynik=[]):
    """Korelacja skrośna 1D wektora z filtrem."""
    for i in range(len(vector) - len(kernel) + 1):
        wynik.append(np.dot(vector[i:i + len(kernel)], kernel))
    return np.array(wynik)
