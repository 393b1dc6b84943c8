# %% Zestaw ćwiczeniowy, ziarno (seed) 722: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "722", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "722", "draw": 1, "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 3, "mode": "edge"}}
# grader-checksum: 50458e98030c1ac0

import numpy as np


# %% problem 1: Funkcja konwolucji 1D
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem."""
    krok, dop, dyl = 3, 3, 3
    x = np.pad(vector, dop, mode='edge')
    k = len(kernel)
    zasieg = k * dyl
    ile = (len(x) - zasieg) // krok + 1
    jadro = kernel[::-1]
    wynik = []
    for i in range(ile):
        pozycje = i * krok + dyl * np.arange(k)
        wynik.append(x[pozycje] @ jadro)
    return np.array(wynik)
