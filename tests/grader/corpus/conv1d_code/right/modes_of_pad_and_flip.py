# Zestaw ćwiczeniowy, ziarno (seed) 3: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "3", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "hard", "seed": "3", "parameters": {"flip": true, "stride": 3, "padding": 3, "dilation": 2, "mode": "mirror"}}
# grader-checksum: 5dbc91add7c954a8

import numpy as np


# %% problem 1: Funkcja konwolucji 1D
# Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def conv1d(vector, kernel):
    """Konwolucja 1D wektora z filtrem."""
    # uzupełnienie: lustro z powtórzoną wartością skrajną = "symmetric" (nie "reflect"!)
    x = np.pad(vector, (3, 3), mode="symmetric")
    # rozrzedzony filtr: zera pomiędzy
    szeroki = np.zeros(2 * (len(kernel) - 1) + 1)
    szeroki[::2] = kernel
    szeroki = np.flip(szeroki)
    y = []
    for i in range(0, len(x) - len(szeroki) + 1, 3):
        y.append(x[i:i + len(szeroki)] @ szeroki)
    return np.array(y)
