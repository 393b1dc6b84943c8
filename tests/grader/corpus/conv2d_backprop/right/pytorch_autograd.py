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

torch.set_default_dtype(torch.float64)
x = torch.tensor([[3, 3, 0, 2, 0], [2, 1, 0, 3, 0], [0, 1, 1, 2, 2], [0, 2, 0, 0, 3], [2, 2, 3, 0, 0.]], requires_grad=True)
w1 = torch.tensor([[0, 0, 0], [0, 2, 1], [1, -1, 2.]], requires_grad=True)
w2 = torch.tensor([[0, 0, -1], [0, 2, 0], [-1, 1, 2.]], requires_grad=True)
W = torch.tensor([[1, 1], [2, 0], [0, 2.]], requires_grad=True)


def w_przod(w1, w2):
    q = F.conv2d(x[None, None], torch.stack([w1, w2])[:, None])[0]
    qa, qb = q[0], q[1]
    ra, rb = qa.relu(), qb.relu()
    return qa, ra, qb, rb, torch.stack([ra.max(), rb.max()])


q_1, r_1, q_2, r_2, hh = w_przod(w1, w2)
ss = W @ hh
koszt = F.cross_entropy(ss[None], torch.tensor([0]))
for t in (q_1, r_1, q_2, r_2, hh, ss):
    t.retain_grad()
koszt.backward()
q1 = q_1.tolist()
r1 = r_1.tolist()
q2 = q_2.tolist()
r2 = r_2.tolist()
h = hh.tolist()
s = ss.tolist()
p = ss.softmax(0).tolist()
L = koszt.item()
ds = ss.grad.tolist()
dW = W.grad.numpy()
dh = hh.grad.numpy()
dr1 = r_1.grad.numpy()
dr2 = r_2.grad.numpy()
dq1 = q_1.grad.numpy()
dq2 = q_2.grad.numpy()
dw1 = w1.grad.numpy()
dw2 = w2.grad.numpy()
dx = x.grad.numpy()
with torch.no_grad():
    w1_new = (w1 - w1.grad / 10)
    w2_new = (w2 - w2.grad / 10)
    h_new = w_przod(w1_new, w2_new)[-1].numpy()
w1_new = w1_new.numpy()
w2_new = w2_new.numpy()
