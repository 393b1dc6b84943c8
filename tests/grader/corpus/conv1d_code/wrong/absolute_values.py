# Zestaw ćwiczeniowy, ziarno (seed) 2: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "2", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "2", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: e58d0d7fdbb4761a

import numpy as np


# %% problem 1: Funkcja konwolucji 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem."""
    k = kernel[::-1]
    return np.abs([vector[i:i + len(k)] @ k for i in range(len(vector) - len(k) + 1)])
