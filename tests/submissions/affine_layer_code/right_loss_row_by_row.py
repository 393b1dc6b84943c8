# affine-layer-code:hard, seed 2
# 31 of 31: every image by itself, the gradient kept by the forward pass
class LayerAffine:
    def __init__(self, b, w):
        self.b, self.w = b, w

    def fwd_pass(self, p):
        self.p = p
        q = np.zeros((p.shape[0], self.w.shape[1]))
        for i in range(p.shape[1]):
            q += p[:, [i]] * self.w[i]
        q += self.b
        return q

    def bwd_pass(self, dq):
        self.dw = np.zeros(self.w.shape)
        for i in range(self.w.shape[0]):
            self.dw[i] = (self.p[:, [i]] * dq).sum(axis=0)
        self.db = dq.sum(0)
        return np.inner(dq, self.w)


class LossSoftmax:
    def fwd_pass(self, s, y):
        loss = 0.0
        self.ds = np.empty(s.shape)
        for n, (row, c) in enumerate(zip(s, y)):
            top = max(row)
            e = [np.exp(v - top) for v in row]
            loss += np.log(sum(e)) + top - row[c]
            self.ds[n] = np.array(e) / sum(e)
            self.ds[n, c] -= 1
        return loss

    def bwd_pass(self):
        return self.ds
