# affine-layer-code:standard, seed 1
# 31 of 31: Cyrillic names, a class above both, tensordot
class Слой:
    вход = None

    def fwd_pass(self, p):
        self.вход = np.array(p, dtype=np.float64)
        return self.вперёд()

    def bwd_pass(self, dq):
        return self.назад(np.array(dq, dtype=np.float64))


class LayerAffine(Слой):
    def __init__(self, w, b):
        self.веса, self.смещение = w, b

    def вперёд(self):
        return np.tensordot(self.вход, self.веса, axes=([1], [0])) + self.смещение

    def назад(self, g):
        self.dw = np.tensordot(self.вход, g, axes=([0], [0]))
        self.db = np.ones(len(g)) @ g
        return np.tensordot(g, self.веса, axes=([1], [1]))


class LayerReLU(Слой):
    def вперёд(self):
        return (self.вход + abs(self.вход)) / 2

    def назад(self, g):
        q = g.copy()
        q[self.вход <= 0] = 0
        return q
