# %% Practice sheet, seed 1501: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1501", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "hard", "seed": "1501", "draw": 1, "parameters": {"x": [[2, 2, 2, 2, 1], [0, 0, 0, 1, 0], [0, 1, 1, 1, 1], [3, 0, 0, 1, 1], [2, 3, 0, 0, 3]], "w1": [[1, 1, 2], [1, 0, 0], [-1, 0, 0]], "w2": [[2, 0, 1], [0, 0, -1], [0, 2, 1]], "W": [[1, 1], [0, 2], [2, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 28299d4ea7e74fa3

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[2, 2, 2, 2, 1], [0, 0, 0, 1, 0], [0, 1, 1, 1, 1], [3, 0, 0, 1, 1], [2, 3, 0, 0, 3]])
w1 = np.array([[1, 1, 2], [1, 0, 0], [-1, 0, 0]])
w2 = np.array([[2, 0, 1], [0, 0, -1], [0, 2, 1]])
W = np.array([[1, 1], [0, 2], [2, 0]])
y = 3
rate = 1/10

filters = [w1, w2]
H = x.shape[0] - 2
maps = []
for f in filters:
    out = np.zeros((H, H))
    for r in range(H):
        for c in range(H):
            out[r, c] = np.sum(x[r:r+3, c:c+3] * f)
    maps.append(out)
acts = [np.maximum(0, m) for m in maps]
feat = np.array([m.max() for m in acts])
scores = W.dot(feat)
ex = np.exp(scores - scores.max())
prob = ex / ex.sum()
dscores = prob.copy()
dscores[y - 1] -= 1
dfeat = W.T.dot(dscores)
dacts, dmaps, dfil = [], [], []
grad_x = np.zeros(x.shape)
for k in range(2):
    mask = acts[k] == feat[k]
    da = mask * dfeat[k]
    dm = da * (maps[k] > 0)
    df = np.zeros((3, 3))
    for r in range(H):
        for c in range(H):
            df += dm[r, c] * x[r:r+3, c:c+3]
            grad_x[r:r+3, c:c+3] = dm[r, c] * filters[k]
    dacts.append(da); dmaps.append(dm); dfil.append(df)
new = [filters[k] - rate * dfil[k] for k in range(2)]
def forward(f):
    return max(0, max(np.sum(x[r:r+3, c:c+3] * f) for r in range(H) for c in range(H)))

q1 = maps[0]  # q₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = acts[0]  # r₁: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = maps[1]  # q₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = acts[1]  # r₂: 3 × 3 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = feat  # vector of length 2, exact, such as 3 or "1/2"
s = scores  # vector of length 3, exact, such as 3 or "1/2"
p = prob  # vector of length 3, decimals (error at most 0.005) or expressions
L = -np.log(prob[y - 1])  # decimal (error at most 0.005) or expression
ds = dscores  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.outer(dscores, feat)  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = dfeat  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = dacts[0]  # ∂L/∂r₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dr2 = dacts[1]  # ∂L/∂r₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq1 = dmaps[0]  # ∂L/∂q₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dq2 = dmaps[1]  # ∂L/∂q₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw1 = dfil[0]  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = dfil[1]  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = grad_x  # ∂L/∂x: 5 × 5 matrix, decimals (error at most 0.005) or expressions
w1_new = new[0]  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = new[1]  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [forward(new[0]), forward(new[1])]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
