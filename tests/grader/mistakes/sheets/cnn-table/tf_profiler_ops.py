# %% Zestaw ćwiczeniowy, ziarno (seed) 465: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "465", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "465", "draw": 3, "parameters": {"input": [3, 35, 40], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 3, "stride": 1, "padding": 3, "dilation": 4, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 3d4dad78c76ab0f7

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = (16, 18, 20)  # kształt (kanały, wysokość, szerokość)
conv1_params = 1216  # liczba całkowita
conv1_rf = 5  # liczba całkowita, px
conv1_macs = 869760  # liczba całkowita, MAC
pool1_shape = (16, 8, 9)  # kształt (kanały, wysokość, szerokość)
pool1_params = 0  # liczba całkowita
pool1_rf = 9  # liczba całkowita, px
conv2_shape = (32, 6, 7)  # kształt (kanały, wysokość, szerokość)
conv2_params = 2336  # liczba całkowita
conv2_rf = 41  # liczba całkowita, px
conv2_macs = 194880  # liczba całkowita, MAC
conv3_shape = (56, 3, 4)  # kształt (kanały, wysokość, szerokość)
conv3_params = 16184  # liczba całkowita
conv3_rf = 49  # liczba całkowita, px
conv3_macs = 387744  # liczba całkowita, MAC
flatten_shape = (672,)  # kształt (N,)
fc1_params = 13460  # liczba całkowita
fc1_macs = 26900  # liczba całkowita, MAC
