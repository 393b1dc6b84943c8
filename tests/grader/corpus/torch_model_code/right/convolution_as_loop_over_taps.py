# Тренировочный лист, зерно (seed) 6: одно и то же зерно всегда даёт один и тот же лист.
# По этим строкам узнаётся лист: пожалуйста, не изменяйте их.
# grader-sheet: {"format": 1, "seed": "6", "language": "ru"}
# grader-problem: {"key": "1", "family": "torch-model-code", "level": "easy", "seed": "6", "parameters": {"input": [3, 16, 16], "layers": [{"kind": "conv", "channels": 6, "kernel": 5, "stride": 1, "padding": 0}, {"kind": "relu"}, {"kind": "max-pool", "kernel": 2, "stride": 2}, {"kind": "flatten"}, {"kind": "affine", "features": 4}]}}
# grader-checksum: 3750f0ba3d88d477

import numpy as np
import torch
from torch import nn


# %% problem 1: Свёрточная модель на PyTorch
# Замените каждое ... своим кодом. Вспомогательные функции и импорт модулей разрешены.

class ConvModel(nn.Module):
    def __init__(self):
        super().__init__()
        conv = nn.Conv2d(3, 6, 5)
        fc = nn.Linear(216, 4)
        self.w, self.b = conv.weight, conv.bias
        self.W, self.c = fc.weight, fc.bias

    def fwd(self, x):
        n, c, h, w = x.shape
        k = self.w.shape[2]
        ho, wo = h - k + 1, w - k + 1
        q = self.b.reshape(1, -1, 1, 1).expand(n, -1, ho, wo)
        for i in range(k):
            for j in range(k):
                q = q + torch.einsum('nchw,oc->nohw', x[:, :, i:i + ho, j:j + wo], self.w[:, :, i, j])
        r = q.clamp_min(0)
        h1 = torch.stack([r[:, :, 0::2, 0::2], r[:, :, 0::2, 1::2], r[:, :, 1::2, 0::2], r[:, :, 1::2, 1::2]])
        h = h1.max(0)[0]
        return h.reshape(n, -1) @ self.W.t() + self.c

    def loss(self, x, y):
        s = self.fwd(x)
        return (torch.log(torch.exp(s).sum(1)) - s[range(len(y)), y]).mean()
