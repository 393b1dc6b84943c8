# pooling-layer-code:hard, seed 6
# 27 of 27: Croatian names, a nested helper, ties to the last cell
class LayerMaxPool:
    def fwd_pass(self, p):
        self.ulaz = p

        def područja(mapa):
            visina, širina = (mapa.shape[0] - 5) // 3 + 1, (mapa.shape[1] - 5) // 3 + 1
            return np.array([[mapa[3*i:3*i+5, 3*j:3*j+5].max() for j in range(širina)] for i in range(visina)])

        return np.stack([područja(mapa) for mapa in p])

    def bwd_pass(self, dq):
        gradijent = np.zeros(self.ulaz.shape)
        for kanal, redak, stupac in np.ndindex(*dq.shape):
            isječak = self.ulaz[kanal, 3*redak:3*redak+5, 3*stupac:3*stupac+5]
            gdje = np.argwhere(isječak == isječak.max())[-1]
            gradijent[kanal, 3*redak + gdje[0], 3*stupac + gdje[1]] += dq[kanal, redak, stupac]
        return gradijent


class LayerGlobalMeanPool:
    def fwd_pass(self, p):
        self.oblik = p.shape
        return p.sum(axis=2).sum(axis=1) / (p.shape[1] * p.shape[2])

    def bwd_pass(self, dq):
        _, visina, širina = self.oblik
        return np.ones(self.oblik) * (dq / (visina * širina)).reshape(-1, 1, 1)
