# affine-layer-code:easy, seed 1
# 16 of 16: sums of products by letters
class LayerAffine:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.p = p
        return np.einsum("ni,io->no", p, self.w)

    def bwd_pass(self, dq):
        self.dw = np.einsum("ni,no->io", self.p, dq) / self.p.shape[0]
        return np.einsum("no,io->ni", dq, self.w)
