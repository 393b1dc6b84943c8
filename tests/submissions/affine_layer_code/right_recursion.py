# affine-layer-code:hard, seed 7
# 31 of 31: recursion over the rows, the loss by logaddexp
class LayerAffine:
    def __init__(self, w, b):
        self.w = w
        self.b = b

    def fwd_pass(self, p):
        self.p = p

        def rows(n):
            if n == len(p):
                return []
            return [self.w @ p[n] + self.b] + rows(n + 1)

        return np.stack(rows(0))

    def bwd_pass(self, dq):
        def total(n):
            first = np.outer(dq[n], self.p[n])
            return first if n == 0 else first + total(n - 1)

        self.dw = total(len(dq) - 1)
        self.db = np.add.reduce(dq, axis=0)
        return np.dot(dq, self.w)


class LossSoftmax:
    def fwd_pass(self, s, y):
        self.log_p = s - np.logaddexp.reduce(s, axis=1, keepdims=True)
        self.y = y
        return -sum(row[c] for row, c in zip(self.log_p, y))

    def bwd_pass(self):
        p = np.exp(self.log_p)
        return p - (np.arange(p.shape[1]) == self.y[:, None])
