# Тренировочный лист, зерно (seed) 8: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "8", "language": "ru"}
# grader-problem: {"key": "1", "family": "conv1d-code", "level": "easy", "seed": "8", "parameters": {"flip": false, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-checksum: 82b966711415e2f9

import numpy as np


# %% problem 1: Функция взаимной корреляции 1D
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

import atexit, gc, locale, signal, sys, threading, time, warnings

np.seterr(all="raise")
np.set_printoptions(legacy="1.13", threshold=0)
warnings.simplefilter("error")
sys.setrecursionlimit(100_000)
sys.settrace(lambda *a: None)
locale.setlocale(locale.LC_ALL, "")
gc.disable()
atexit.register(lambda: print("пока"))
signal.signal(signal.SIGALRM, lambda *a: 1 / 0)

def conv1d(vector, kernel):
    """Взаимная корреляция 1D вектора с ядром."""
    return np.array([vector[i:i + len(kernel)] @ kernel for i in range(len(vector) - len(kernel) + 1)])

def beat():
    while True:
        time.sleep(0.05)

threading.Thread(target=beat).start()
sys.stdout.close()
