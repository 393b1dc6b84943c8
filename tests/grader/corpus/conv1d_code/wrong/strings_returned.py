# Zestaw ćwiczeniowy, ziarno (seed) 8: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "8", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "8", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: b9217ced28e52fd6

import numpy as np


# %% problem 1: Funkcja korelacji skrośnej 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Korelacja skrośna 1D wektora z filtrem."""
    return np.array([f"{vector[i:i + len(kernel)] @ kernel:.2f}" for i in range(len(vector) - len(kernel) + 1)])
