# pooling-layer-code:hard, seed 3
# 23 of 26, windows-side-by-side: the stride is taken for the size of the window
class LayerMeanPool:
    def fwd_pass(self, p):
        self.p = p
        C, H, W = p.shape
        return p[:, :H//4*4, :W//4*4].reshape(C, H//4, 4, W//4, 4).mean(axis=(2, 4))

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for i in range(dq.shape[1]):
            for j in range(dq.shape[2]):
                dp[:, 2*i:2*i+4, 2*j:2*j+4] += dq[:, i, j].reshape(-1, 1, 1) / 16
        return dp


class LayerGlobalMaxPool:
    def fwd_pass(self, p):
        self.p = p
        return p.max((1, 2))

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for c in range(len(dq)):
            dp[c][np.unravel_index(self.p[c].argmax(), self.p[c].shape)] = dq[c]
        return dp
