# %% Zestaw ćwiczeniowy, ziarno (seed) 298: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "298", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "298", "draw": 2, "parameters": {"input": [3, 36, 36], "layers": [{"kind": "conv", "name": "conv1", "channels": 5, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 15, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 89a9546e47f7fa72

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = tuple([5, 32, 32])  # kształt (kanały, wysokość, szerokość)
conv1_params = 389120  # liczba całkowita
conv1_rf = 5  # liczba całkowita, px
pool1_shape = tuple([5, 16, 16])  # kształt (kanały, wysokość, szerokość)
pool1_params = 0  # liczba całkowita
pool1_rf = 6  # liczba całkowita, px
conv2_shape = tuple([15, 14, 14])  # kształt (kanały, wysokość, szerokość)
conv2_params = 135240  # liczba całkowita
conv2_rf = 10  # liczba całkowita, px
flatten_shape = tuple([2940])  # kształt (N,)
fc1_params = 14705  # liczba całkowita
fc1_rf = 36  # liczba całkowita, px
