# Zestaw ćwiczeniowy, ziarno (seed) 2: to samo ziarno daje zawsze ten sam zestaw.
# Te wiersze mówią, który to zestaw: nie zmieniaj ich.
# grader-sheet: {"format": 1, "seed": "2", "language": "pl"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "2", "parameters": {"x": [[3, 3, 0, 2, 0], [2, 1, 0, 3, 0], [0, 1, 1, 2, 2], [0, 2, 0, 0, 3], [2, 2, 3, 0, 0]], "w1": [[0, 0, 0], [0, 2, 1], [1, -1, 2]], "w2": [[0, 0, -1], [0, 2, 0], [-1, 1, 2]], "W": [[1, 1], [2, 0], [0, 2]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 1d24ad32f81242e0

import numpy as np


# %% problem 1: Propagacja wsteczna przez konwolucję i globalny max pooling
# Zastąp każde ... swoją odpowiedzią: liczbą, wyrażeniem Pythona albo tekstem takim jak "1/2"; macierz to lista jej wierszy.

import torch
import torch.nn.functional as F

x = torch.tensor([[3, 3, 0, 2, 0], [2, 1, 0, 3, 0], [0, 1, 1, 2, 2], [0, 2, 0, 0, 3], [2, 2, 3, 0, 0]]).float().requires_grad_()
w1 = torch.tensor([[0, 0, 0], [0, 2, 1], [1, -1, 2]]).float().requires_grad_()
w2 = torch.tensor([[0, 0, -1], [0, 2, 0], [-1, 1, 2]]).float().requires_grad_()
W = torch.tensor([[1, 1], [2, 0], [0, 2]]).float().requires_grad_()
q1 = F.conv2d(x[None, None], w1[None, None])[0, 0]
q2 = F.conv2d(x[None, None], w2[None, None])[0, 0]
r1 = F.relu(q1)
r2 = F.relu(q2)
h = torch.stack((r1.max(), r2.max()))
s = torch.matmul(W, h)
p = torch.softmax(s, dim=0)
L = -p[0].log()
for t in (q1, q2, r1, r2, h, s):
    t.retain_grad()
L.backward()
ds = s.grad
dW = W.grad
dh = h.grad
dr1 = r1.grad
dr2 = r2.grad
dq1 = q1.grad
dq2 = q2.grad
dw1 = w1.grad
dw2 = w2.grad
dx = x.grad
w1_new = w1 - 0.1 * dw1
w2_new = w2 - 0.1 * dw2
h_new = [F.conv2d(x[None, None], w[None, None]).relu().max() for w in (w1_new, w2_new)]
