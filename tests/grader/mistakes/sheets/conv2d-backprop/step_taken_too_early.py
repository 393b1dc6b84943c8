# %% List za vježbu, sjeme (seed) 577: isto sjeme uvijek daje isti list.
# Ovi redci govore o kojem je listu riječ: molimo da ih ne mijenjate.
# grader-sheet: {"format": 1, "seed": "577", "language": "hr"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "577", "draw": 1, "parameters": {"x": [[3, 0, 2, 1, 2], [0, 2, 0, 3, 2], [2, 1, 1, 1, 2], [0, 2, 1, 0, 1], [1, 0, 2, 3, 2]], "w1": [[-1, 1, 0], [0, 0, 2], [-1, 0, 1]], "w2": [[-1, 1, -1], [2, 0, 0], [0, 0, 2]], "W": [[1, 0], [2, -1], [0, 1]], "y": 1, "rate": "1/10", "exact": false}}
# grader-checksum: 546cea5c4a570eb7

import numpy as np


# %% problem 1: Unatražni prolaz kroz konvoluciju i globalno sažimanje maksimalnom vrijednošću
# Zadatak 1. Svaki ... zamijenite svojim odgovorom: brojem, izrazom u Pythonu ili tekstom poput "1/2"; matrica je lista svojih redaka.

# Podaci, spremni za računanje:
x = np.array([[3, 0, 2, 1, 2], [0, 2, 0, 3, 2], [2, 1, 1, 1, 2], [0, 2, 1, 0, 1], [1, 0, 2, 3, 2]])
w1 = np.array([[-1, 1, 0], [0, 0, 2], [-1, 0, 1]])
w2 = np.array([[-1, 1, -1], [2, 0, 0], [0, 0, 2]])
W = np.array([[1, 0], [2, -1], [0, 1]])
y = 1
rate = 1/10

def xcorr(img, ker):
    n = img.shape[0] - ker.shape[0] + 1
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            out[i, j] = np.sum(img[i:i + ker.shape[0], j:j + ker.shape[1]] * ker)
    return out


def full(dq, ker):
    return xcorr(np.pad(dq, 2), ker[::-1, ::-1])


q1 = xcorr(x, w1)  # q₁: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r1 = np.maximum(q1, 0)  # r₁: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
q2 = xcorr(x, w2)  # q₂: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
r2 = np.maximum(q2, 0)  # r₂: matrica 3 × 3, točne vrijednosti, npr. 3 ili "1/2"; boduje se svaki element zasebno
h = np.array([r1.max(), r2.max()])  # vektor duljine 2, točne vrijednosti, npr. 3 ili "1/2"
s = W @ h  # vektor duljine 3, točne vrijednosti, npr. 3 ili "1/2"
p = np.exp(s) / np.exp(s).sum()  # vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
L = -np.log(p[y - 1])  # decimalni broj (pogreška najviše 0.005) ili izraz
onehot = np.eye(len(s))[y - 1]
ds = p - onehot  # ∂L/∂s: vektor duljine 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dW = np.outer(ds, h)  # ∂L/∂W: matrica 3 × 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dh = W.T @ ds  # ∂L/∂h: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr1 = dh[0] * (np.arange(r1.size) == r1.argmax()).reshape(r1.shape)  # ∂L/∂r₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dr2 = dh[1] * (np.arange(r2.size) == r2.argmax()).reshape(r2.shape)  # ∂L/∂r₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq1 = dr1 * (q1 > 0)  # ∂L/∂q₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dq2 = dr2 * (q2 > 0)  # ∂L/∂q₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw1 = xcorr(x, dq1)  # ∂L/∂w₁: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dw2 = xcorr(x, dq2)  # ∂L/∂w₂: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w1_new = w1 - rate * dw1  # w₁′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
w2_new = w2 - rate * dw2  # w₂′: matrica 3 × 3, decimalni brojevi (pogreška najviše 0.005) ili izrazi
dx = full(dq1, w1_new) + full(dq2, w2_new)  # ∂L/∂x: matrica 5 × 5, decimalni brojevi (pogreška najviše 0.005) ili izrazi
h_new = np.array([np.maximum(xcorr(x, w1_new), 0).max(), np.maximum(xcorr(x, w2_new), 0).max()])  # h′: vektor duljine 2, decimalni brojevi (pogreška najviše 0.005) ili izrazi
