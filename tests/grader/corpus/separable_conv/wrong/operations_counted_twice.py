# Zestaw ćwiczeniowy, ziarno (seed) 10: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "10", "language": "pl"}
# grader-problem: {"key": "1", "family": "separable-conv", "level": "hard", "seed": "10", "parameters": {"kernel": [[8, 16, -24], [4, 8, -12], [6, 12, -18]], "other": [[8, -2, 6], [12, -3, 9], [-12, 3, -11]], "input": [32, 96, 128], "channels": 72, "size": 5, "groups": 4}}
# grader-checksum: 82329068d635ea89

import numpy as np


# %% problem 1: Filtry separowalne i konwolucje depthwise separable
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

column = [4, 2, 3]
row = [2, 4, -6]
separable = "nie"
regular_params = 57600
regular_macs = 2 * 57600 * 96 * 128
grouped_params = 14400
grouped_macs = 2 * 14400 * 96 * 128
separable_params = 3104
separable_macs = 2 * 3104 * 96 * 128
