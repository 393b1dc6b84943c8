# %% Zestaw ćwiczeniowy, ziarno (seed) 7876: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "7876", "language": "pl"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "hard", "seed": "7876", "draw": 1, "parameters": {"axes": 2, "keys": ["dilation", "channels", "groups", "padding", "kernel", "stride"], "tuples": false, "pairs": true, "image": ["channels", "height", "width"], "columns": ["parameters", "field-height", "field-width", "channels", "height", "width"], "layers_first": true}}
# grader-checksum: 2ea80caadcad28e6

import numpy as np


# %% problem 1: Funkcja obliczająca rozmiary i pola recepcyjne
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def rozmiar(n, k, s, p, d):
    return (n + 2 * p - d * (k - 1) - 1) // s + 1


def receptive_fields(layers, image):
    """Rozmiary, pola recepcyjne i parametry warstw sieci."""
    kanaly, wys, szer = image
    pole_wys, pole_szer = 1, 1
    skok_wys, skok_szer = 1, 1
    byla_fc = False
    tabela = []
    for warstwa in layers:
        parametry = 0
        rodzaj = warstwa["kind"]
        if rodzaj == "fc":
            parametry = kanaly * wys * szer * warstwa["channels"] + warstwa["channels"]
            kanaly, wys, szer = warstwa["channels"], 1, 1
            pole_wys, pole_szer = image[1], image[2]
            byla_fc = True
        if rodzaj == "conv" or rodzaj == "pool":
            k1, k2 = warstwa["kernel"]
            s1, s2 = warstwa["stride"]
            p1, p2 = warstwa["padding"] if rodzaj == "conv" else (0, 0)
            d1, d2 = warstwa["dilation"] if rodzaj == "conv" else (1, 1)
            if rodzaj == "conv":
                parametry = (k1 * k2 * (kanaly // warstwa["groups"]) + 1) * warstwa["channels"]
                kanaly = warstwa["channels"]
            wys = rozmiar(wys, k1, s1, p1, d1)
            szer = rozmiar(szer, k2, s2, p2, d2)
            if not byla_fc:
                pole_wys += (k1 - 1) * d1 * skok_wys
                pole_szer += (k2 - 1) * d2 * skok_wys
                skok_wys *= s1
                skok_szer *= s2
        tabela.append((parametry, pole_wys, pole_szer, kanaly, wys, szer))
    return tabela
