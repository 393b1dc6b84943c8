# %% Zestaw ćwiczeniowy, ziarno (seed) 777: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "777", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "777", "draw": 3, "parameters": {"input": [1, 32, 32], "layers": [{"kind": "conv", "name": "conv1", "channels": 5, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 13, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 7581fddbfe2812c1

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = (5, 28, 28)  # kształt (kanały, wysokość, szerokość)
conv1_params = 5*5*1*5 + 5  # liczba całkowita
conv1_rf = 5  # liczba całkowita, px
pool1_shape = (5, 14, 14)  # kształt (kanały, wysokość, szerokość)
pool1_params = 0  # liczba całkowita
pool1_rf = 6  # liczba całkowita, px
conv2_shape = (65, 12, 12)  # kształt (kanały, wysokość, szerokość)
conv2_params = 3*3*5*13 + 13  # liczba całkowita
conv2_rf = 10  # liczba całkowita, px
flatten_shape = (9360,)  # kształt (N,)
fc1_params = 9360*5 + 5  # liczba całkowita
fc1_rf = 32  # liczba całkowita, px
