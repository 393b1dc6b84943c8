# pooling-layer-code:easy, seed 3
# 13 of 13: np.add.reduceat forward and np.repeat backward
class LayerMeanPool:
    def fwd_pass(self, p):
        self.size = p.size
        whole = p.size - p.size % 6
        return np.add.reduceat(p[:whole], np.arange(0, whole, 6)) / 6

    def bwd_pass(self, dq):
        out = np.zeros(self.size)
        spread = np.repeat(dq, 6) / 6
        out[: spread.size] = spread
        return out
