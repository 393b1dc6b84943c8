# %% Zestaw ćwiczeniowy, ziarno (seed) 777: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "777", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "777", "draw": 3, "parameters": {"input": [3, 64, 92], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 5, "stride": 1, "padding": 3, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 72, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 20}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 571fb0400a8de3db

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = (8, 32, 46)  # kształt (kanały, wysokość, szerokość)
conv1_params = 608  # liczba całkowita
conv1_rf = 5  # liczba całkowita, px
conv1_macs = 3532800  # liczba całkowita, MAC
pool1_shape = (8, 15, 22)  # kształt (kanały, wysokość, szerokość)
pool1_params = 0  # liczba całkowita
pool1_rf = 9  # liczba całkowita, px
conv2_shape = (48, 13, 20)  # kształt (kanały, wysokość, szerokość)
conv2_params = 4848  # liczba całkowita
conv2_rf = 41  # liczba całkowita, px
conv2_macs = 1584000  # liczba całkowita, MAC
conv3_shape = (72, 7, 10)  # kształt (kanały, wysokość, szerokość)
conv3_params = 31176  # liczba całkowita
conv3_rf = 49  # liczba całkowita, px
conv3_macs = 8087040  # liczba całkowita, MAC
flatten_shape = (5040,)  # kształt (N,)
fc1_params = 100820  # liczba całkowita
fc1_macs = 100800  # liczba całkowita, MAC
