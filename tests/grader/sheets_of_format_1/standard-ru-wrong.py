# Тренировочный лист, зерно (seed) 108: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "108", "language": "ru"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "108", "parameters": {"input": [1, 22, 22], "layers": [{"kind": "conv", "name": "conv1", "channels": 8, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 5, "stride": 1, "padding": 2, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 3, "stride": 3}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 128}, {"kind": "affine", "name": "fc2", "features": 5}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "standard", "seed": "108", "parameters": {"x": [[2, 0, 2, 2], [2, 1, 0, 1], [1, 0, 2, 2], [3, 1, 2, 3]], "w1": [[0, 1, 0], [-1, 0, 0], [0, 1, 0]], "w2": [[2, -1, 0], [0, 0, 1], [0, 0, 0]], "W": [[-1, 2], [1, 1], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "standard", "seed": "108", "parameters": {"kernel": [[3, -6, 6], [-1, 2, -2], [-2, 4, -4]], "other": [[0, 0, 0], [-4, 2, -4], [2, -1, 2]], "input": [12, 96, 132], "channels": 64, "size": 5, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "standard", "seed": "108", "parameters": {"flip": true, "stride": 2, "padding": 1, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "standard", "seed": "108", "parameters": {"kernel": 7, "stride": 1, "padding": 3, "bias": false}}
# grader-problem: {"key": "6", "family": "torch-model-code", "level": "standard", "seed": "108", "parameters": {"input": [3, 14, 14], "layers": [{"kind": "conv", "channels": 8, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 14, "kernel": 3, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 62}, {"kind": "relu"}, {"kind": "affine", "features": 7}]}}
# grader-checksum: 45bd516f32af6158

import numpy as np
import torch
from torch import nn


# %% problem 1: Таблица свёрточной сети
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

conv1_shape = (8, 18, 18)  # форма (C, H, W)
conv1_params = 209  # целое число
conv1_rf = 5  # целое число, px
pool1_shape = (8, 9, 9)  # форма (C, H, W)
pool1_params = 0  # целое число
pool1_rf = 6  # целое число, px
conv2_shape = (32, 9, 9)  # форма (C, H, W)
conv2_params = 6432  # целое число
conv2_rf = 15  # целое число, px
pool2_shape = (32, 3, 3)  # форма (C, H, W)
pool2_params = 0  # целое число
pool2_rf = 18  # целое число, px
flatten_shape = (288,)  # форма (N,)
fc1_shape = (128,)  # форма (N,)
fc1_params = 36992  # целое число
fc1_rf = 22  # целое число, px
fc2_shape = (5,)  # форма (N,)
fc2_params = 646  # целое число
fc2_rf = 22  # целое число, px


# %% problem 2: Обратный проход через свёртку и глобальный max-пулинг
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

q1 = [[-2, 3], [1, 2]]  # q₁: матрица 2 × 2, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
r1 = [[0, 3], [1, 2]]  # r₁: матрица 2 × 2, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
q2 = [[4, -1], [5, 4]]  # q₂: матрица 2 × 2, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
r2 = [[4, 0], [5, 4]]  # r₂: матрица 2 × 2, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
h = [3, 6]  # вектор длины 2, точные значения, например 3 или "1/2"
s = [7, 8, 6]  # вектор длины 3, точные значения, например 3 или "1/2"
p = [0.2447, 0.6652, 0.09003]  # вектор длины 3, десятичные числа (погрешность не более 0.005) или выражения
L = 2.408  # десятичное число (погрешность не более 0.005) или выражение
ds = [0.2447, 0.6652, -0.91]  # ∂L/∂s: вектор длины 3, десятичные числа (погрешность не более 0.005) или выражения
dW = [[0.7342, 1.224], [1.996, 3.326], [-2.73, -4.55]]  # ∂L/∂W: матрица 3 × 2, десятичные числа (погрешность не более 0.005) или выражения
dh = [-1.399, 1.155]  # ∂L/∂h: вектор длины 2, десятичные числа (погрешность не более 0.005) или выражения
dr1 = [[0, -1.399], [0, 0]]  # ∂L/∂r₁: матрица 2 × 2, десятичные числа (погрешность не более 0.005) или выражения
dr2 = [[0, 0], [1.155, 0]]  # ∂L/∂r₂: матрица 2 × 2, десятичные числа (погрешность не более 0.005) или выражения
dq1 = [[0, -1.399], [0, 0]]  # ∂L/∂q₁: матрица 2 × 2, десятичные числа (погрешность не более 0.005) или выражения
dq2 = [[0, 1], [1.155, 0]]  # ∂L/∂q₂: матрица 2 × 2, десятичные числа (погрешность не более 0.005) или выражения
dw1 = [[0, -2.799, -2.799], [-1.399, 0, -1.399], [0, -2.799, -2.799]]  # ∂L/∂w₁: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
dw2 = [[2.309, 1.155, 0], [1.155, 0, 2.309], [3.464, 1.155, 2.309]]  # ∂L/∂w₂: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
dx = [[0, 0, -1.399, 0], [2.309, 0.2447, 0, 0], [0, 0, -0.2447, 0], [0, 0, 0, 0]]  # ∂L/∂x: матрица 4 × 4, десятичные числа (погрешность не более 0.005) или выражения
w1_new = [[0, 1.28, 0.2799], [-0.8601, 0, 0.1399], [0, 1.28, 0.2799]]  # w₁′: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
w2_new = [[1.769, -1.115, 0], [-0.1155, 0, 1.769], [-0.3464, -0.1155, -0.2309]]  # w₂′: матрица 3 × 3, десятичные числа (погрешность не более 0.005) или выражения
h_new = [5.519, 2.499]  # h′: вектор длины 2, десятичные числа (погрешность не более 0.005) или выражения


# %% problem 3: Разделимые ядра и свёртки depthwise separable
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

column = [3, -1, -1]  # вектор длины 3, точные значения, например 3 или "1/2"
row = [1, -2, 3]  # вектор длины 3, точные значения, например 3 или "1/2"
separable = 'no'  # одно из: да, нет
regular_params = 19200  # целое число
regular_macs = 243302400  # целое число, MAC
separable_params = 1068  # целое число
separable_macs = 13533696  # целое число, MAC


# %% problem 4: Функция свёртки 1D
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Свёртка 1D вектора с ядром; оба — одномерные массивы."""
    kernel = np.flip(kernel)
    vector = np.pad(vector, 1, mode="constant")
    span = len(kernel)
    out = np.zeros((len(vector) - span) // 2 + 1)
    for i in range(len(out)):
        start = 2 * i
        out[i] = np.sum(vector[start : start + span] * kernel)
    return out


# %% problem 5: Класс слоя свёртки 1D: ядро размера 7
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        p = np.pad(p, 3)
        q = np.zeros(len(p) - 7 + 1)
        for i in range(len(q)):
            crop = p[i : i + 7]
            q[i] = np.dot(self.w, crop)
        return q

    def bwd_pass(self, dq):
        p = np.pad(self.p, 3)
        dp = np.zeros(len(p))
        self.dw = np.zeros(7)
        for i in range(len(dq)):
            dp[i : i + 7] += self.w * dq[i]
            self.dw += p[i : i + 7] * dq[i]
        dp = dp[3 : len(p) - 3]
        return dp


# %% problem 6: Свёрточная модель на PyTorch
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class ConvModel(nn.Module):
    """Свёрточная модель для изображений формы 3 × 14 × 14; число классов: 7."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(3, 8, kernel_size=3, stride=1, padding=0)
        self.conv2 = nn.Conv2d(8, 14, kernel_size=3, stride=1, padding=0)
        self.fc1 = nn.Linear(56, 62)
        self.fc2 = nn.Linear(62, 7)

    def fwd(self, x):
        h = self.conv1(x)
        h = torch.relu(h)
        h = nn.functional.max_pool2d(h, 2, stride=2)
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
