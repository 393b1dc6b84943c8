# pooling-layer-code:standard, seed 1
# 11 of 14, sides-of-window-exchanged: windows of 2 x 3 where 3 x 2 are asked for
class LayerMaxPool:
    def fwd_pass(self, p):
        self.p = p
        C, H, W = p.shape
        q = np.zeros((C, H // 2, W // 3))
        for i in range(H // 2):
            for j in range(W // 3):
                q[:, i, j] = p[:, 2*i:2*i+2, 3*j:3*j+3].max(axis=(1, 2))
        return q

    def bwd_pass(self, dq):
        dp = np.zeros(self.p.shape)
        for c in range(dq.shape[0]):
            for i in range(dq.shape[1]):
                for j in range(dq.shape[2]):
                    win = self.p[c, 2*i:2*i+2, 3*j:3*j+3]
                    a, b = np.unravel_index(win.argmax(), win.shape)
                    dp[c, 2*i+a, 3*j+b] += dq[c, i, j]
        return dp
