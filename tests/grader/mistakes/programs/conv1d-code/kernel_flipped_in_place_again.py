# %% Zestaw ćwiczeniowy, ziarno (seed) 7207: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "7207", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "7207", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 2, "mode": "edge"}}
# grader-checksum: 7e26e7a9acf3414c

import numpy as np


# %% problem 1: Funkcja konwolucji 1D
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem."""
    S = 2   # krok
    P = 3   # dopelnienie
    D = 2   # dylatacja

    # odwracamy filtr
    kernel[:] = kernel[::-1].copy()

    # dopelnienie wartoscia brzegowa
    lewy = np.full(P, vector[0])
    prawy = np.full(P, vector[-1])
    v = np.concatenate((lewy, vector, prawy))

    zasieg = D * (len(kernel) - 1) + 1
    wynik = []
    for start in range(0, len(v) - zasieg + 1, S):
        wycinek = v[start:start + zasieg:D]
        wynik.append((wycinek * kernel).sum())
    return np.array(wynik)
