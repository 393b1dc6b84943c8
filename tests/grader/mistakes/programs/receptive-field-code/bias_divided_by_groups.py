# %% Zestaw ćwiczeniowy, ziarno (seed) 7876: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "7876", "language": "pl"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "hard", "seed": "7876", "draw": 1, "parameters": {"axes": 2, "keys": ["dilation", "channels", "groups", "padding", "kernel", "stride"], "tuples": false, "pairs": true, "image": ["channels", "height", "width"], "columns": ["parameters", "field-height", "field-width", "channels", "height", "width"], "layers_first": true}}
# grader-checksum: 2ea80caadcad28e6

import numpy as np


# %% problem 1: Funkcja obliczająca rozmiary i pola recepcyjne
# Zadanie 1. Zastąp każde ... swoim kodem. Funkcje pomocnicze i importy są dozwolone.

def receptive_fields(layers, image):
    """Rozmiary, pola recepcyjne i parametry warstw sieci."""
    c, h, w = image
    fh, fw, jh, jw = 1, 1, 1, 1
    pelne = False
    wynik = []
    for war in layers:
        par = 0
        if war["kind"] == "fc":
            par = (c * h * w + 1) * war["channels"]
            c, h, w = war["channels"], 1, 1
            fh, fw = image[1:]
            pelne = True
        elif war["kind"] != "relu":
            (kh, kw), (sh, sw) = war["kernel"], war["stride"]
            ph = pw = 0
            dh = dw = 1
            if war["kind"] == "conv":
                ph, pw = war["padding"]
                dh, dw = war["dilation"]
                m = war["channels"]
                par = (kh * kw * c * m + m) // war["groups"]
                c = m
            h = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
            w = (w + 2 * pw - dw * (kw - 1) - 1) // sw + 1
            if not pelne:
                fh += dh * (kh - 1) * jh
                fw += dw * (kw - 1) * jw
                jh *= sh
                jw *= sw
        wynik.append((par, fh, fw, c, h, w))
    return wynik
