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
    каналы, высота, ширина = image
    поле, шаг = 1, 1
    ответ = []
    for слой in layers:
        параметры = 0
        вид = слой["kind"]
        if вид != "relu":
            k = слой["kernel"]
            s = слой["stride"]
            p = слой.get("padding", 0)
            высота = (высота + 2 * p - k) // s + 1
            ширина = (ширина + 2 * p - k) // s + 1
            поле = поле + (k - 1) * шаг
            шаг = шаг * s
        if вид == "conv":
            новые = слой["channels"]
            параметры = k * k * каналы * новые + 1
            каналы = новые
        ответ.append((параметры, поле, каналы, высота, ширина, шаг))
    return ответ
