# %% Practice sheet, seed 1508: the same seed gives the same sheet.
# These lines say which sheet this is: please leave them as they are.
# grader-sheet: {"format": 1, "seed": "1508", "language": "en"}
# grader-problem: {"key": "1", "family": "conv2d-backprop", "level": "standard", "seed": "1508", "draw": 1, "parameters": {"x": [[1, 2, 1, 2], [3, 0, 2, 2], [1, 0, 1, 0], [2, 1, 0, 2]], "w1": [[1, 0, -1], [0, 1, 0], [0, 2, -1]], "w2": [[-1, 0, 1], [-1, 1, 0], [2, 0, 0]], "W": [[0, 1], [-1, 2], [1, 0]], "y": 3, "rate": "1/10", "exact": false}}
# grader-checksum: 7d8e8c917dea025f

import numpy as np


# %% problem 1: Backpropagation through convolution and global max-pooling
# Problem 1. Replace each ... by your answer: a number, a Python expression, or a text such as "1/2"; a matrix is a list of its rows.

# The data, ready to compute with:
x = np.array([[1, 2, 1, 2], [3, 0, 2, 2], [1, 0, 1, 0], [2, 1, 0, 2]])
w1 = np.array([[1, 0, -1], [0, 1, 0], [0, 2, -1]])
w2 = np.array([[-1, 0, 1], [-1, 1, 0], [2, 0, 0]])
W = np.array([[0, 1], [-1, 2], [1, 0]])
y = 3
rate = 1/10

def softmax(t):
    e = np.exp(t - t.max())
    return e / e.sum()
def corr(a, b):
    m = len(a) - len(b) + 1
    return np.array([[np.sum(a[i:i+len(b), j:j+len(b)] * b) for j in range(m)] for i in range(m)])
qa, qb = corr(x, w1), corr(x, w2)
ra, rb = np.maximum(qa, 0), np.maximum(qb, 0)
hv = np.array([ra.max(), rb.max()])
sv = W @ hv
prob = softmax(sv)          # last layer of the model
crit = softmax(prob)        # inside the criterion
gprob = crit - np.eye(len(prob))[y - 1]
gs = (np.diag(prob) - np.outer(prob, prob)) @ gprob
gh = W.T @ gs
def place(r, g):
    z = np.zeros(r.shape); z[np.unravel_index(r.argmax(), r.shape)] = g; return z
pa, pb = place(ra, gh[0]), place(rb, gh[1])
ga, gb = corr(x, pa * (qa > 0)), corr(x, pb * (qb > 0))
gx = corr(np.pad(pa * (qa > 0), 2), w1[::-1, ::-1]) + corr(np.pad(pb * (qb > 0), 2), w2[::-1, ::-1])

q1 = qa  # q₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r1 = ra  # r₁: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
q2 = qb  # q₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
r2 = rb  # r₂: 2 × 2 matrix, exact, such as 3 or "1/2"; marked entry by entry
h = hv  # vector of length 2, exact, such as 3 or "1/2"
s = sv  # vector of length 3, exact, such as 3 or "1/2"
p = prob  # vector of length 3, decimals (error at most 0.005) or expressions
L = -np.log(crit[y - 1])  # decimal (error at most 0.005) or expression
ds = gs  # ∂L/∂s: vector of length 3, decimals (error at most 0.005) or expressions
dW = np.outer(gs, hv)  # ∂L/∂W: 3 × 2 matrix, decimals (error at most 0.005) or expressions
dh = gh  # ∂L/∂h: vector of length 2, decimals (error at most 0.005) or expressions
dr1 = pa  # ∂L/∂r₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dr2 = pb  # ∂L/∂r₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq1 = pa * (qa > 0)  # ∂L/∂q₁: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dq2 = pb * (qb > 0)  # ∂L/∂q₂: 2 × 2 matrix, decimals (error at most 0.005) or expressions
dw1 = ga  # ∂L/∂w₁: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dw2 = gb  # ∂L/∂w₂: 3 × 3 matrix, decimals (error at most 0.005) or expressions
dx = gx  # ∂L/∂x: 4 × 4 matrix, decimals (error at most 0.005) or expressions
w1_new = w1 - rate * ga  # w₁′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
w2_new = w2 - rate * gb  # w₂′: 3 × 3 matrix, decimals (error at most 0.005) or expressions
h_new = [max(0, corr(x, w1 - rate * ga).max()), max(0, corr(x, w2 - rate * gb).max())]  # h′: vector of length 2, decimals (error at most 0.005) or expressions
