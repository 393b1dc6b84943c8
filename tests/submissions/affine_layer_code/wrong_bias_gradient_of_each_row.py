# affine-layer-code:easy, seed 6
# 16 of 17, bias-gradient-of-each-datum: the gradient of the bias is not summed
class LayerAffine:
    def __init__(self, b, w):
        self.b = b
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.dot(p, self.w.T) + self.b

    def bwd_pass(self, dq):
        self.dw = np.dot(dq.T, self.p)
        self.db = dq * 1
        return np.dot(dq, self.w)
