# affine-layer-code:hard, seed 3
# 30 of 31, state-shared-by-layers: probabilities and classes in variables of the module
class LayerAffine:
    def __init__(self, b, w):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p
        return p.dot(self.w) + self.b

    def bwd_pass(self, dq):
        self.dw = self.p.T.dot(dq)
        self.db = dq.sum(axis=0)
        return dq.dot(self.w.T)


kept = {}


class LossSoftmax:
    def fwd_pass(self, s, y):
        z = s - np.max(s, axis=1, keepdims=True)
        logs = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
        kept["p"], kept["y"] = np.exp(logs), y
        return -np.mean([logs[n, c] for n, c in enumerate(y)])

    def bwd_pass(self):
        ds = kept["p"] * 1.0
        for n, c in enumerate(kept["y"]):
            ds[n, c] -= 1
        return ds / len(ds)
