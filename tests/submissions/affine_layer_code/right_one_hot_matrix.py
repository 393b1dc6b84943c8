# affine-layer-code:hard, seed 1
# 31 of 31: one-hot rows, probabilities only on the way back, a helper outside
def shifted(s):
    return s - np.max(s, axis=1)[:, np.newaxis]


class LayerAffine:
    def __init__(self, b, w):
        self.b, self.w = b.reshape(1, -1), w

    def fwd_pass(self, p):
        self.saved = p.copy()
        return (self.w @ p.T).T + self.b

    def bwd_pass(self, dq):
        self.dw = (self.saved.T @ dq).T
        self.db = dq.sum(axis=0)
        return (self.w.T @ dq.T).T


class LossSoftmax:
    def fwd_pass(self, s, y):
        self.s = np.array(s, dtype=float)
        self.hot = np.eye(s.shape[1])[y]
        z = shifted(self.s)
        logs = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
        return -(self.hot * logs).sum() / len(y)

    def bwd_pass(self):
        e = np.exp(shifted(self.s))
        return (e / e.sum(axis=1, keepdims=True) - self.hot) / len(self.hot)
