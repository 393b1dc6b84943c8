# %% Zestaw ćwiczeniowy, ziarno (seed) 208: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "208", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "208", "draw": 2, "parameters": {"input": [3, 36, 36], "layers": [{"kind": "conv", "name": "conv1", "channels": 12, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 7, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 128}, {"kind": "affine", "name": "fc2", "features": 20}], "macs": false, "marks": 4, "told": false}}
# grader-checksum: dbd8b6f70a92b826

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

conv1_shape = tuple([12, 32, 32])  # kształt (kanały, wysokość, szerokość)
conv1_params = 912  # liczba całkowita
conv1_rf = 5  # liczba całkowita, px
pool1_shape = tuple([12, 16, 16])  # kształt (kanały, wysokość, szerokość)
pool1_params = 0  # liczba całkowita
pool1_rf = 6  # liczba całkowita, px
conv2_shape = tuple([32, 10, 10])  # kształt (kanały, wysokość, szerokość)
conv2_params = 18848  # liczba całkowita
conv2_rf = 18  # liczba całkowita, px
pool2_shape = tuple([32, 5, 5])  # kształt (kanały, wysokość, szerokość)
pool2_params = 0  # liczba całkowita
pool2_rf = 20  # liczba całkowita, px
flatten_shape = tuple([800])  # kształt (N,)
fc1_params = 102528  # liczba całkowita
fc1_rf = 36  # liczba całkowita, px
fc2_params = 2580  # liczba całkowita
