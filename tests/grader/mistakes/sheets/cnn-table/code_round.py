# %% Zestaw ćwiczeniowy, ziarno (seed) 1802: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "1802", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "1802", "draw": 2, "parameters": {"input": [3, 34, 60], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 40, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 64, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 50}], "macs": true, "marks": 3, "told": false}}
# grader-checksum: 443a50f9a9eecde2

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zadanie 1. Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

layers = [("conv1", 5, 2, 2, 1, 1, 16), ("pool1", 3, 2, 0, 1, 1, None), ("conv2", 3, 1, 2, 2, 2, 40), ("conv3", 3, 2, 1, 1, 1, 64)]  # name, kernel, stride, padding, dilation, groups, filters (None: pooling)
dims, field, gap = list((3, 34, 60)), 1, 1
shapes, pars, fields, ops = {}, {}, {}, {}
def out_size(n, k, s, p, d):
    return round((n + 2 * p - d * (k - 1) - 1) / s + 1)
for name, k, s, p, d, g, m in layers:
    c = dims[0]
    dims = [m or c] + [out_size(n, k, s, p, d) for n in dims[1:]]
    shapes[name] = tuple(dims)
    pars[name] = (k * k * c // g + 1) * m if m else 0
    ops[name] = k * k * c // g * m * dims[1] * dims[2] if m else 0
    field += d * (k - 1) * gap; gap *= s
    fields[name] = field
n_in = dims[0] * dims[1] * dims[2]
flat_len = n_in
for name, f in [('fc1', 50)]:
    pars[name] = n_in * f + f
    ops[name] = n_in * f
    fields[name] = 60
    n_in = f

conv1_shape = shapes["conv1"]  # kształt (kanały, wysokość, szerokość)
conv1_params = pars["conv1"]  # liczba całkowita
conv1_rf = fields["conv1"]  # liczba całkowita, px
conv1_macs = ops["conv1"]  # liczba całkowita, MAC
pool1_shape = shapes["pool1"]  # kształt (kanały, wysokość, szerokość)
pool1_params = pars["pool1"]  # liczba całkowita
pool1_rf = fields["pool1"]  # liczba całkowita, px
conv2_shape = shapes["conv2"]  # kształt (kanały, wysokość, szerokość)
conv2_params = pars["conv2"]  # liczba całkowita
conv2_rf = fields["conv2"]  # liczba całkowita, px
conv2_macs = ops["conv2"]  # liczba całkowita, MAC
conv3_shape = shapes["conv3"]  # kształt (kanały, wysokość, szerokość)
conv3_params = pars["conv3"]  # liczba całkowita
conv3_rf = fields["conv3"]  # liczba całkowita, px
conv3_macs = ops["conv3"]  # liczba całkowita, MAC
flatten_shape = (flat_len,)  # kształt (N,)
fc1_params = pars["fc1"]  # liczba całkowita
fc1_macs = ops["fc1"]  # liczba całkowita, MAC
