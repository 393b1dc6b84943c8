# Zestaw ćwiczeniowy, ziarno (seed) 9: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "9", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "9", "parameters": {"flip": false, "stride": 2, "padding": 2, "dilation": 1, "mode": "zero"}}
# grader-checksum: 4f51c8cd9509d463

import numpy as np


# %% problem 1: Funkcja korelacji skrośnej 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector: "np.ndarray", kernel: "np.ndarray", /, *, krok: "int" = 2, dopelnienie: "int" = 2, **reszta) -> "np.ndarray":
    """Korelacja skrośna 1D wektora z filtrem."""
    x = np.pad(vector, dopelnienie)
    return np.array([x[i:i + len(kernel)] @ kernel for i in range(0, len(x) - len(kernel) + 1, krok)])
