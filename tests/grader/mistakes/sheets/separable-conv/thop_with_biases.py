# %% Zestaw ćwiczeniowy, ziarno (seed) 777: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "777", "language": "pl"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "777", "draw": 1, "parameters": {"kernel": [[24, 12, 36], [-18, -9, -27], [6, 3, 9]], "other": [[3, 1, 2], [6, 6, 4], [9, 9, 6]], "input": [6, 88, 116], "channels": 32, "size": 5, "groups": 2}}
# grader-checksum: e864ef5c6a6431ad

import numpy as np


# %% problem 1: Filtry separowalne i konwolucje depthwise separable
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

# Dane, gotowe do obliczeń:
kernel = np.array([[24, 12, 36], [-18, -9, -27], [6, 3, 9]])
in_shape = (6, 88, 116)
out_shape = (32, 88, 116)
other = np.array([[3, 1, 2], [6, 6, 4], [9, 9, 6]])

column = [12, -9, 3]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
row = [2, 1, 3]  # wektor długości 3, dokładne wartości, np. 3 albo "1/2"
separable = "nie"  # jedno z: "tak", "nie"
regular_params = 4832  # liczba całkowita
regular_macs = 49325056  # liczba całkowita, MAC
grouped_params = 2432  # liczba całkowita
grouped_macs = 24825856  # liczba całkowita, MAC
separable_params = 380  # liczba całkowita
separable_macs = 3879040  # liczba całkowita, MAC
