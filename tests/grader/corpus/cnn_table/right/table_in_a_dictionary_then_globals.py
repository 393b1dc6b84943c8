# Zestaw ćwiczeniowy, ziarno (seed) 5: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "5", "language": "pl"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "easy", "seed": "5", "parameters": {"input": [1, 56, 56], "layers": [{"kind": "conv", "name": "conv1", "channels": 7, "kernel": 7, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 16, "kernel": 3, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 5}], "macs": false}}
# grader-checksum: 61273f39d5f544cd

import numpy as np


# %% problem 1: Tabela sieci konwolucyjnej
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

warstwy = [("conv1", "conv", 7, 7, 1), ("pool1", "pool", None, 2, 2), ("conv2", "conv", 16, 3, 1)]
c, n, rf, j = 1, 56, 1, 1
tabela = {}
for nazwa, rodzaj, kanaly, k, s in warstwy:
    params = 0
    if rodzaj == "conv":
        params = kanaly * (c * k * k + 1)
        c = kanaly
    n = (n - k) // s + 1
    rf += (k - 1) * j
    j *= s
    tabela |= {f"{nazwa}_shape": (c, n, n), f"{nazwa}_params": params, f"{nazwa}_rf": rf}
tabela["flatten_shape"] = (c * n * n,)
tabela["fc1_shape"] = (5,)
tabela["fc1_params"] = c * n * n * 5 + 5
tabela["fc1_rf"] = 56
for nazwa, wartosc in tabela.items():
    print(f"{nazwa:15} {wartosc}")
globals().update(tabela)
