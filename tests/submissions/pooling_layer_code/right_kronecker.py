# pooling-layer-code:standard, seed 3
# 13 of 13: einsum over six axes, and a Kronecker product on the way back
class LayerMeanPool:
    def fwd_pass(self, p):
        self.shape = c, h, w = p.shape
        m, n = h // 2, w // 4
        return np.einsum("cmknl->cmn", p[:, : 2 * m, : 4 * n].reshape(c, m, 2, n, 4)) / 8

    def bwd_pass(self, dq):
        dp = np.zeros(self.shape)
        spread = np.kron(dq, np.full((1, 2, 4), 1 / 8))
        dp[:, : spread.shape[1], : spread.shape[2]] = spread
        return dp
