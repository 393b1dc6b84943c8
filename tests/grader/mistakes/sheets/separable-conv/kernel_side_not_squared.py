# %% Zestaw ćwiczeniowy, ziarno (seed) 641: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "641", "language": "pl"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "easy", "seed": "641", "draw": 1, "parameters": {"kernel": [[1, -1, -2], [2, -2, -4], [0, 0, 0]], "other": [[0, 3, 1], [0, 2, 1], [0, 2, 1]], "input": [3, 20, 20], "channels": 12, "size": 3, "groups": 1}}
# grader-checksum: 443d98bb078c5159

import numpy as np


# %% problem 1: Filtry separowalne i konwolucje depthwise separable
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
kernel = np.array([[1, -1, -2], [2, -2, -4], [0, 0, 0]])
in_shape = (3, 20, 20)
out_shape = (12, 20, 20)
other = np.array([[0, 3, 1], [0, 2, 1], [0, 2, 1]])

column = [1, 2, 0]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
row = [1, -1, -2]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
separable = "nie"  # jedno z: "tak", "nie"
regular_params = 324  # liczba całkowita
regular_macs = 129600  # liczba całkowita, MAC
separable_params = 45  # liczba całkowita
separable_macs = 18000  # liczba całkowita, MAC
