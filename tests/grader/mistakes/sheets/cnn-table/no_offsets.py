# %% Zestaw ćwiczeniowy, ziarno (seed) 777: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "777", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "777", "draw": 3, "parameters": {"input": [1, 62, 62], "layers": [{"kind": "conv", "name": "conv1", "channels": 6, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 20, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 128}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: 9ce121652bd9e530

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = (6, 58, 58)  # kształt (kanały, wysokość, szerokość)
conv1_params = 5*5*1*6  # liczba całkowita
conv1_rf = 5  # liczba całkowita, px
pool1_shape = (6, 29, 29)  # kształt (kanały, wysokość, szerokość)
pool1_params = 0  # liczba całkowita
pool1_rf = 6  # liczba całkowita, px
conv2_shape = (20, 27, 27)  # kształt (kanały, wysokość, szerokość)
conv2_params = 7*7*6*20  # liczba całkowita
conv2_rf = 18  # liczba całkowita, px
pool2_shape = (20, 9, 9)  # kształt (kanały, wysokość, szerokość)
pool2_params = 0  # liczba całkowita
pool2_rf = 22  # liczba całkowita, px
flatten_shape = (1620,)  # kształt (N,)
fc1_params = 1620*128  # liczba całkowita
fc1_rf = 62  # liczba całkowita, px
fc2_params = 128*20  # liczba całkowita
