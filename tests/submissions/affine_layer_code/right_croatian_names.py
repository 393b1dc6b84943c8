# affine-layer-code:standard, seed 3
# 31 of 31: Croatian names, the mask kept in place of the input
class LayerAffine:
    def __init__(self, težine, pomak):
        self.težine, self.pomak = težine, pomak

    def fwd_pass(self, grupa):
        self.grupa = grupa
        return np.array([self.težine.dot(podatak) + self.pomak for podatak in grupa])

    def bwd_pass(self, dq):
        veličina = dq.shape[0]
        self.dw = sum(np.outer(g, podatak) for g, podatak in zip(dq, self.grupa)) / veličina
        self.db = dq.mean(0)
        return np.array([g.dot(self.težine) for g in dq])


class LayerReLU:
    def fwd_pass(self, p):
        self.maska = p > 0
        return p * self.maska

    def bwd_pass(self, dq):
        return dq * self.maska
