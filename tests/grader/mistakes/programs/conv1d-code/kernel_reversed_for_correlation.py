# %% Zestaw ćwiczeniowy, ziarno (seed) 405: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "405", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "405", "draw": 1, "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 9317788b2f0f75e6

import numpy as np


# %% problem 1: Funkcja korelacji skrośnej 1D
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Korelacja skrośna 1D wektora z filtrem."""
    odwrocony = kernel[::-1]
    m = len(odwrocony)
    wynik = [np.dot(vector[i:i + m], odwrocony) for i in range(len(vector) - m + 1)]
    return np.array(wynik)
