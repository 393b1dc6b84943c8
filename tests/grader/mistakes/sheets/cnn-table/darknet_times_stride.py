# %% Zestaw ćwiczeniowy, ziarno (seed) 321: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "321", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "321", "draw": 2, "parameters": {"input": [3, 42, 42], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 20, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 99e68083658186df

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = (16, 40, 40)  # kształt (kanały, wysokość, szerokość)
conv1_params = 448  # liczba całkowita
conv1_rf = 3  # liczba całkowita, px
pool1_shape = (16, 20, 20)  # kształt (kanały, wysokość, szerokość)
pool1_params = 0  # liczba całkowita
pool1_rf = 6  # liczba całkowita, px
conv2_shape = (20, 18, 18)  # kształt (kanały, wysokość, szerokość)
conv2_params = 15700  # liczba całkowita
conv2_rf = 12  # liczba całkowita, px
pool2_shape = (20, 9, 9)  # kształt (kanały, wysokość, szerokość)
pool2_params = 0  # liczba całkowita
pool2_rf = 24  # liczba całkowita, px
flatten_shape = (1620,)  # kształt (N,)
fc1_params = 829952  # liczba całkowita
fc1_rf = 42  # liczba całkowita, px
fc2_params = 2565  # liczba całkowita
