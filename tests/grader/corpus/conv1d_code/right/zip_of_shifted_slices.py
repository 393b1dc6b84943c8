# Zestaw ćwiczeniowy, ziarno (seed) 1: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "1", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "1", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: b239cba272d7c4e2

import numpy as np


# %% problem 1: Funkcja korelacji skrośnej 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Korelacja skrośna 1D wektora z filtrem."""
    wynik = []
    for okno in zip(*(vector[j:] for j in range(len(kernel)))):
        wynik.append(np.dot(okno, kernel))
    return np.array(wynik)
