# pooling-layer-code:easy, seed 1
# 14 of 14: the vector as a matrix with a row for each window
class LayerMaxPool:
    def fwd_pass(self, p):
        self.n = len(p)
        self.rows = p[: self.n // 4 * 4].reshape(-1, 4)
        return self.rows.max(axis=1)

    def bwd_pass(self, dq):
        grad = np.zeros(self.rows.shape)
        grad[np.arange(len(dq)), self.rows.argmax(axis=1)] = dq
        return np.concatenate([grad.ravel(), np.zeros(self.n - grad.size)])
