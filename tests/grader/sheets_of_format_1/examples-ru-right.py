# Тренировочный лист, зерно (seed) 116: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "116", "language": "ru"}
# grader-problem: {"key": "1", "family": "cnn-table", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "name": "conv1", "channels": 16, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool1", "kernel": 2, "stride": 2}, {"kind": "conv", "name": "conv2", "channels": 32, "kernel": 5, "stride": 1, "padding": 0, "dilation": 1, "groups": 1}, {"kind": "pool", "name": "pool2", "kernel": 2, "stride": 2}, {"kind": "flatten", "name": "flatten"}, {"kind": "affine", "name": "fc1", "features": 512}, {"kind": "affine", "name": "fc2", "features": 10}], "macs": false}}
# grader-problem: {"key": "2", "family": "conv2d-backprop", "level": "standard", "seed": "example lecture", "parameters": {"x": [[0, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], "w1": [[0, 0, 0], [-1, 1, 0], [0, 0, 0]], "w2": [[0, 0, 0], [0, 1, 0], [0, -1, 0]], "W": [[1, 0], [0, 1]], "y": 2, "rate": "1", "exact": true}}
# grader-problem: {"key": "3", "family": "separable-conv", "level": "standard", "seed": "example lecture", "parameters": {"kernel": [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], "other": [[0, 1, 0], [1, -4, 1], [0, 1, 0]], "input": [3, 128, 128], "channels": 16, "size": 3, "groups": 1}}
# grader-problem: {"key": "4", "family": "conv1d-code", "level": "standard", "seed": "example lecture", "parameters": {"flip": true, "stride": 1, "padding": 0, "dilation": 1, "mode": "zero"}}
# grader-problem: {"key": "5", "family": "conv1d-layer-code", "level": "standard", "seed": "example lecture", "parameters": {"kernel": 1, "stride": 1, "padding": 0, "bias": false}}
# grader-problem: {"key": "6", "family": "conv1d-layer-code", "level": "standard", "seed": "example lecture-kernel-of-3", "parameters": {"kernel": 3, "stride": 1, "padding": 1, "bias": false}}
# grader-problem: {"key": "7", "family": "torch-model-code", "level": "standard", "seed": "example lecture", "parameters": {"input": [1, 28, 28], "layers": [{"kind": "conv", "channels": 16, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "conv", "channels": 32, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 512}, {"kind": "relu"}, {"kind": "affine", "features": 10}]}}
# grader-checksum: 4e3616fa5d269891

import numpy as np
import torch
from torch import nn


# %% problem 1: Таблица свёрточной сети
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

conv1_shape = (16, 24, 24)  # форма (C, H, W)
conv1_params = 416  # целое число
conv1_rf = 5  # целое число, px
pool1_shape = (16, 12, 12)  # форма (C, H, W)
pool1_params = 0  # целое число
pool1_rf = 6  # целое число, px
conv2_shape = (32, 8, 8)  # форма (C, H, W)
conv2_params = 12832  # целое число
conv2_rf = 14  # целое число, px
pool2_shape = (32, 4, 4)  # форма (C, H, W)
pool2_params = 0  # целое число
pool2_rf = 16  # целое число, px
flatten_shape = (512,)  # форма (N,)
fc1_shape = (512,)  # форма (N,)
fc1_params = 262656  # целое число
fc1_rf = 28  # целое число, px
fc2_shape = (10,)  # форма (N,)
fc2_params = 5130  # целое число
fc2_rf = 28  # целое число, px


# %% problem 2: Обратный проход через свёртку и глобальный max-пулинг
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

q1 = [[1, -1], [0, 1]]  # q₁: матрица 2 × 2, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
r1 = [[1, 0], [0, 1]]  # r₁: матрица 2 × 2, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
q2 = [[1, -1], [0, 1]]  # q₂: матрица 2 × 2, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
r2 = [[1, 0], [0, 1]]  # r₂: матрица 2 × 2, точные значения, например 3 или "1/2"; баллы за каждый элемент отдельно
h = [1, 1]  # вектор длины 2, точные значения, например 3 или "1/2"
s = [1, 1]  # вектор длины 2, точные значения, например 3 или "1/2"
p = ["1/2", "1/2"]  # вектор длины 2, точные значения, например 3 или "1/2"
L = "log(2)"  # десятичное число (погрешность не более 0.005) или выражение
ds = ["1/2", "-1/2"]  # ∂L/∂s: вектор длины 2, точные значения, например 3 или "1/2"
dW = [["1/2", "1/2"], ["-1/2", "-1/2"]]  # ∂L/∂W: матрица 2 × 2, точные значения, например 3 или "1/2"
dh = ["1/2", "-1/2"]  # ∂L/∂h: вектор длины 2, точные значения, например 3 или "1/2"
dr1 = [["1/2", 0], [0, 0]]  # ∂L/∂r₁: матрица 2 × 2, точные значения, например 3 или "1/2"
dr2 = [["-1/2", 0], [0, 0]]  # ∂L/∂r₂: матрица 2 × 2, точные значения, например 3 или "1/2"
dq1 = [["1/2", 0], [0, 0]]  # ∂L/∂q₁: матрица 2 × 2, точные значения, например 3 или "1/2"
dq2 = [["-1/2", 0], [0, 0]]  # ∂L/∂q₂: матрица 2 × 2, точные значения, например 3 или "1/2"
dw1 = [[0, 0, 0], [0, "1/2", 0], [0, 0, "1/2"]]  # ∂L/∂w₁: матрица 3 × 3, точные значения, например 3 или "1/2"
dw2 = [[0, 0, 0], [0, "-1/2", 0], [0, 0, "-1/2"]]  # ∂L/∂w₂: матрица 3 × 3, точные значения, например 3 или "1/2"
dx = [[0, 0, 0, 0], ["-1/2", 0, 0, 0], [0, "1/2", 0, 0], [0, 0, 0, 0]]  # ∂L/∂x: матрица 4 × 4, точные значения, например 3 или "1/2"
w1_new = [[0, 0, 0], [-1, "1/2", 0], [0, 0, "-1/2"]]  # w₁′: матрица 3 × 3, точные значения, например 3 или "1/2"
w2_new = [[0, 0, 0], [0, "3/2", 0], [0, -1, "1/2"]]  # w₂′: матрица 3 × 3, точные значения, например 3 или "1/2"
h_new = ["1/2", 2]  # h′: вектор длины 2, точные значения, например 3 или "1/2"


# %% problem 3: Разделимые ядра и свёртки depthwise separable
# Замените каждое ... своим ответом: числом, выражением на Python или текстом вроде "1/2"; матрица — это список её строк.

column = [1, 2, 1]  # вектор длины 3, точные значения, например 3 или "1/2"
row = [-1, 0, 1]  # вектор длины 3, точные значения, например 3 или "1/2"
separable = 'no'  # одно из: да, нет
regular_params = 432  # целое число
regular_macs = 7077888  # целое число, MAC
separable_params = 75  # целое число
separable_macs = 1228800  # целое число, MAC


# %% problem 4: Функция свёртки 1D
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

def conv1d(vector, kernel):
    """Свёртка 1D вектора с ядром; оба — одномерные массивы."""
    kernel = np.flip(kernel)
    span = len(kernel)
    out = np.zeros(len(vector) - span + 1)
    for i in range(len(out)):
        out[i] = np.sum(vector[i : i + span] * kernel)
    return out


# %% problem 5: Класс слоя свёртки 1D: один вес
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        q = self.w * p
        return q

    def bwd_pass(self, dq):
        dp = self.w * dq
        self.dw = np.dot(dq, self.p)
        return dp


# %% problem 6: Класс слоя свёртки 1D: ядро размера 3
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class LayerConv1d:
    """Слой свёртки 1D (взаимной корреляции) с обратным проходом."""

    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        p = np.pad(p, 1)
        q = np.zeros(len(p) - 3 + 1)
        for i in range(len(q)):
            crop = p[i : i + 3]
            q[i] = np.dot(self.w, crop)
        return q

    def bwd_pass(self, dq):
        p = np.pad(self.p, 1)
        dp = np.zeros(len(p))
        self.dw = np.zeros(3)
        for i in range(len(dq)):
            dp[i : i + 3] += self.w * dq[i]
            self.dw += p[i : i + 3] * dq[i]
        dp = dp[1 : len(p) - 1]
        return dp


# %% problem 7: Свёрточная модель на PyTorch
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class ConvModel(nn.Module):
    """Свёрточная модель для изображений формы 1 × 28 × 28; число классов: 10."""

    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 16, kernel_size=5, stride=1, padding=0)
        self.conv2 = nn.Conv2d(16, 32, kernel_size=5, stride=1, padding=0)
        self.fc1 = nn.Linear(512, 512)
        self.fc2 = nn.Linear(512, 10)

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
