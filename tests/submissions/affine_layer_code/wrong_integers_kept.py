# affine-layer-code:easy, seed 4
# 15 of 16, integer-dtype-kept: outputs and gradients in an array of the input's type
class LayerAffine:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        q = np.zeros((p.shape[0], self.w.shape[1]), dtype=p.dtype)
        for n in range(len(p)):
            q[n] = p[n] @ self.w
        return q

    def bwd_pass(self, dq):
        self.dw = self.p.T @ dq / dq.shape[0]
        dp = np.zeros_like(self.p)
        for n in range(len(dp)):
            dp[n] = self.w @ dq[n]
        return dp
