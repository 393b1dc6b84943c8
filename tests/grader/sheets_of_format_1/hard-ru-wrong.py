# Тренировочный лист, зерно (seed) 112: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "112", "language": "ru"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "hard", "seed": "112", "parameters": {"input": [3, 61, 78], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 2, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 3, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 48, "kernel": 3, "stride": 1, "padding": 2, "dilation": 2, "groups": 2}, {"kind": "conv", "name": "conv3", "channels": 56, "kernel": 3, "stride": 2, "padding": 1, "dilation": 1, "groups": 1}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 10}], "macs": true}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "hard", "seed": "112", "parameters": {"x": [[0, 3, 0, 2, 2], [2, 0, 3, 3, 1], [0, 1, 1, 0, 1], [3, 0, 1, 1, 0], [1, 1, 1, 1, 0]], "w1": [[0, 0, 0], [0, 0, 1], [1, 0, -1]], "w2": [[0, 0, -1], [-1, 0, 0], [0, 1, 0]], "W": [[2, -1], [1, 2], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "hard", "seed": "112", "parameters": {"kernel": [[9, -27, -36], [9, -27, -36], [6, -18, -24]], "other": [[-9, 6, 0], [-12, 8, 0], [3, -2, 0]], "input": [24, 60, 92], "channels": 48, "size": 5, "groups": 4}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "hard", "seed": "112", "parameters": {"flip": false, "stride": 3, "padding": 1, "dilation": 3, "mode": "edge"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "hard", "seed": "112", "parameters": {"kernel": 4, "stride": 2, "padding": 0, "bias": true}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "hard", "seed": "112", "parameters": {"input": [1, 26, 29], "layers": [{"kind": "conv", "channels": 5, "kernel": 5, "stride": 2, "padding": 1}, {"kind": "relu"}, {"kind": "mean-pool", "kernel": 3, "stride": 2}, {"kind": "conv", "channels": 16, "kernel": 3, "stride": 1, "padding": 1}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 28}, {"kind": "relu"}, {"kind": "affine", "features": 11}]}}
# grader-checksum: 2b5a502b3a95e892

import numpy as np
import torch
from torch import nn


# %% problem 1: Таблица свёрточной сети
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

conv1_shape = (8, 31, 39)  # форма (C, H, W)
conv1_params = 609  # целое число
conv1_rf = 5  # целое число, px
conv1_macs = 725400  # целое число, MAC
pool1_shape = (8, 15, 19)  # форма (C, H, W)
pool1_params = 0  # целое число
pool1_rf = 9  # целое число, px
conv2_shape = (48, 15, 19)  # форма (C, H, W)
conv2_params = 1776  # целое число
conv2_rf = 25  # целое число, px
conv2_macs = 492481  # целое число, MAC
conv3_shape = (56, 8, 10)  # форма (C, H, W)
conv3_params = 24248  # целое число
conv3_rf = 33  # целое число, px
conv3_macs = 1935360  # целое число, MAC
flatten_shape = (4480,)  # форма (N,)
fc1_shape = (10,)  # форма (N,)
fc1_params = 44810  # целое число
fc1_macs = 44801  # целое число, MAC


# %% problem 2: Обратный проход через свёртку и глобальный max-пулинг
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

q1 = [[2, 4, 1], [3, -1, 2], [1, 1, 1]]  # q₁: матрица 3 × 3, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
r1 = [[2, 4, 1], [3, 0, 2], [1, 1, 1]]  # r₁: матрица 3 × 3, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
q2 = [[-1, -1, -5], [-3, -3, -1], [-3, 1, -1]]  # q₂: матрица 3 × 3, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
r2 = [[0, 0, 0], [0, 0, 0], [0, 1, 0]]  # r₂: матрица 3 × 3, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
h = [4, 1]  # вектор длины 2, точные значения, например 3 или "1/2"
s = [7, 6, 8]  # вектор длины 3, точные значения, например 3 или "1/2"
p = [0.2447, 0.09003, 0.6652]  # вектор длины 3, десятичные числа (погрешность не более 0.005) или выражения
L = 0.4076  # десятичное число (погрешность не более 0.005) или выражение
ds = [0.2447, 0.09003, -0.3348]  # ∂L/∂s: вектор длины 3, десятичные числа (погрешность не более 0.005) или выражения
dW = [[0.9789, 0.2447], [0.3601, 0.09003], [-1.339, -0.3348]]  # ∂L/∂W: матрица 3 × 2, десятичные числа (погрешность не более 0.005) или выражения
dh = [-0.09003, -0.06467]  # ∂L/∂h: вектор длины 2, десятичные числа (погрешность не более 0.005) или выражения
dr1 = [[0, -0.09003, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂r₁: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
dr2 = [[0, 0, 0], [0, 0, 0], [0, -0.06467, 0]]  # ∂L/∂r₂: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
dq1 = [[0, -0.09003, 0], [0, 0, 0], [0, 0, 0]]  # ∂L/∂q₁: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
dq2 = [[0, 0, 0], [0, 0, 0], [0, -0.06467, 0]]  # ∂L/∂q₂: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
dw1 = [[-0.2701, 0, -0.1801], [0, -0.2701, -0.2701], [-0.09003, -0.09003, 0]]  # ∂L/∂w₁: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
dw2 = [[-0.06467, -0.06467, 0], [1, -0.06467, -0.06467], [-0.06467, -0.06467, -0.06467]]  # ∂L/∂w₂: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
dx = [[0, 0, 0, 0, 0], [0, 0, 0, -0.09003, 0], [0, -0.09003, 0, 0.1547, 0], [0, 0.06467, 0, 0, 0], [0, 0, -0.06467, 0, 1]]  # ∂L/∂x: матрица 5 × 5, десятичные числа (погрешность не более 0.005) или выражения
w1_new = [[0.02701, 0, 0.01801], [0, 0.02701, 1.027], [1.009, 0.009003, -1]]  # w₁′: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
w2_new = [[0.006467, 1.006, -1], [-1, 0.006467, 0.006467], [0.006467, 1.006, 0.006467]]  # w₂′: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
h_new = [4.297, 1.045]  # h′: вектор длины 2, десятичные числа (погрешность не более 0.005) или выражения


# %% problem 3: Разделимые ядра и свёртки depthwise separable
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

column = [4, 3, 2]  # вектор длины 3, точные значения, например 3 или "1/2"
row = [3, -9, -12]  # вектор длины 3, точные значения, например 3 или "1/2"
separable = 'yes'  # одно из: да, нет
regular_params = 28800  # целое число
regular_macs = 158976001  # целое число, MAC
grouped_params = 7200  # целое число
grouped_macs = 39744001  # целое число, MAC
separable_params = 1752  # целое число
separable_macs = 9671040  # целое число, MAC


# %% problem 4: Функция взаимной корреляции 1D
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Взаимная корреляция 1D вектора с ядром; оба — одномерные массивы."""
    vector = np.pad(vector, 1, mode="edge")
    span = (len(kernel) - 1) * 3 + 1
    out = np.zeros((len(vector) - span) // 3 + 1)
    for i in range(len(out)):
        start = 3 * i
        out[i] = np.sum(vector[start : start + span : 3] * kernel)
    return out


# %% problem 5: Класс слоя свёртки 1D: ядро размера 4
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        q = np.zeros((len(p) - 4) // 2 + 1)
        for i in range(len(q)):
            crop = p[2 * i : 2 * i + 4]
            q[i] = self.b + np.dot(self.w, crop)
        return q

    def bwd_pass(self, dq):
        p = self.p
        dp = np.zeros(len(p))
        self.dw = np.zeros(4)
        for i in range(len(dq)):
            dp[2 * i : 2 * i + 4] += self.w * dq[i]
            self.dw += p[2 * i : 2 * i + 4] * dq[i]
        self.db = np.sum(dq)
        return dp


# %% problem 6: Свёрточная модель на PyTorch
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class ConvModel(nn.Module):
    """Свёрточная модель для изображений формы 1 × 26 × 29; число классов: 11."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 5, kernel_size=5, stride=2, padding=1)
        self.conv2 = nn.Conv2d(5, 16, kernel_size=3, stride=1, padding=1)
        self.fc1 = nn.Linear(96, 28)
        self.fc2 = nn.Linear(28, 11)

    def fwd(self, x):
        h = self.conv1(x)
        h = torch.relu(h)
        h = nn.functional.avg_pool2d(h, 3, stride=2)
        h = self.conv2(h)
        h = torch.relu(h)
        h = nn.functional.max_pool2d(h, 2, stride=2)
        h = h.flatten(1)
        h = self.fc1(h)
        h = torch.relu(h)
        h = self.fc2(h)
        return h

    def loss(self, x, y):
        return nn.functional.cross_entropy(self.fwd(x), y)
