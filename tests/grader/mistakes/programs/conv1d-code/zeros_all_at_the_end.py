# %% Zestaw ćwiczeniowy, ziarno (seed) 80538: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "80538", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "standard", "seed": "80538", "draw": 1, "parameters": {"flip": true, "stride": 2, "padding": 3, "dilation": 1, "mode": "zero"}}
# grader-checksum: 2548f11a729a2652

import numpy as np


# %% problem 1: Funkcja konwolucji 1D
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem."""
    p = 3
    x = np.zeros(len(vector) + 2 * p)
    x[:len(vector)] = vector
    odwrocony = kernel[::-1]
    m = len(odwrocony)
    wyniki = np.zeros((len(x) - m) // 2 + 1)
    for nr in range(wyniki.size):
        wyniki[nr] = np.vdot(x[2 * nr:2 * nr + m], odwrocony)
    return wyniki
