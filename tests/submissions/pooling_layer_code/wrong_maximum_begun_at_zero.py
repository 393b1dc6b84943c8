# pooling-layer-code:easy, seed 4
# 11 of 14, maximum-begun-at-zero: the search for the largest value begins at 0
class LayerMaxPool:
    def fwd_pass(self, p):
        self.p = p
        out = []
        for i in range(0, len(p) - 1, 2):
            best = 0
            for x in p[i:i+2]:
                if x > best:
                    best = x
            out.append(best)
        return np.array(out)

    def bwd_pass(self, dq):
        dp = np.zeros(len(self.p))
        for i, g in enumerate(dq):
            dp[2*i + int(np.argmax(self.p[2*i:2*i+2]))] = g
        return dp
