# %% Тренировочный лист, зерно (seed) 7805: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "7805", "language": "ru"}
# grader-problem: {"key": "1", "family": "receptive-field-code", "level": "standard", "seed": "7805", "draw": 1, "parameters": {"axes": 2, "keys": ["channels", "stride", "kernel", "padding"], "tuples": false, "pairs": false, "image": ["channels", "height", "width"], "columns": ["parameters", "field", "channels", "height", "width", "jump"], "layers_first": false}}
# grader-checksum: 74235548ec25e937

import numpy as np


# %% problem 1: Функция для размеров и рецептивных полей
# Задача 1. Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def receptive_fields(image, layers):
    """Размеры, рецептивные поля и параметры слоёв сети."""
    c, h, w = image
    field = jump = 1
    rows = []
    for layer in layers:
        params = 0
        if layer["kind"] == "relu":
            continue
        k, s = layer["kernel"], layer["stride"]
        pad = 0
        if layer["kind"] == "conv":
            pad = layer["padding"]
            params = (k * k * c + 1) * layer["channels"]
            c = layer["channels"]
        h = (h + 2 * pad - k) // s + 1
        w = (w + 2 * pad - k) // s + 1
        field += (k - 1) * jump
        jump *= s
        rows.append((params, field, c, h, w, jump))
    return rows
