# %% Zestaw ćwiczeniowy, ziarno (seed) 419: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "419", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "419", "draw": 3, "parameters": {"input": [3, 32, 41], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 7, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 4}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: bf5f00b538d94a22

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = (8, 15, 15)  # kształt (kanały, wysokość, szerokość)
conv1_params = 1184  # liczba całkowita
conv1_rf = 7  # liczba całkowita, px
conv1_macs = 264600  # liczba całkowita, MAC
pool1_shape = (8, 7, 7)  # kształt (kanały, wysokość, szerokość)
pool1_params = 0  # liczba całkowita
pool1_rf = 11  # liczba całkowita, px
conv2_shape = (40, 5, 5)  # kształt (kanały, wysokość, szerokość)
conv2_params = 2040  # liczba całkowita
conv2_rf = 43  # liczba całkowita, px
conv2_macs = 50000  # liczba całkowita, MAC
conv3_shape = (64, 3, 3)  # kształt (kanały, wysokość, szerokość)
conv3_params = 23104  # liczba całkowita
conv3_rf = 51  # liczba całkowita, px
conv3_macs = 207360  # liczba całkowita, MAC
flatten_shape = (576,)  # kształt (N,)
fc1_params = 28850  # liczba całkowita
fc1_macs = 28800  # liczba całkowita, MAC
