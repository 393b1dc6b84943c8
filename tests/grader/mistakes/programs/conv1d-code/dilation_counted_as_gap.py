# %% Zestaw ćwiczeniowy, ziarno (seed) 411: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "411", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "411", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: c4d635527de8abfd

import numpy as np


# %% problem 1: Funkcja konwolucji 1D
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem."""
    gap = 3
    step = gap + 1
    x = np.pad(vector, 3, mode="edge")
    k = len(kernel)
    width = k + (k - 1) * gap
    idx = np.arange(k) * step
    w = kernel[::-1]
    res = []
    for s in range(0, len(x) - width + 1, 2):
        res.append(np.sum(x[s + idx] * w))
    return np.array(res)
