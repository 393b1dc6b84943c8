# Zestaw ćwiczeniowy, ziarno (seed) 5: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "5", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "5", "parameters": {"input": [1, 56, 56], "layers": [{"kind": "conv", "name": "conv1", "channels": 7, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 16, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false}}
# grader-checksum: 61273f39d5f544cd

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

def conv(n, k):
    return n - k + 1


conv1_shape = (7, conv(56, 7), conv(56, 7))
conv1_params = 7 * 7 * 7 + 7
conv1_rf = 7
pool1_shape = (7, 25, 25)
pool1_params = 0
pool1_rf = 8
conv2_shape = (16, conv(25, 3), conv(25, 3))
conv2_params = 3 * 3 * 7 * 16 + 16
conv2_rf = 12
flatten_shape = (16 * 23 * 23,)
fc1_shape = (5,)
fc1_params = 16 * 23 * 23 * 5 + 5
fc1_rf = 56

# blanks
conv1_shape = ...
conv1_params = ...
conv1_rf = ...
pool1_shape = ...
pool1_params = ...
pool1_rf = ...
conv2_shape = ...
conv2_params = ...
conv2_rf = ...
flatten_shape = ...
fc1_shape = ...
fc1_params = ...
fc1_rf = ...
