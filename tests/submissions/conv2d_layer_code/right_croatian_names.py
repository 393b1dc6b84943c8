# conv2d-layer-code:standard, seed 3
# 16 of 16: Croatian names, both gradients as cross-correlations of padded maps
def unakrsna_korelacija(ulaz, jezgra):
    visina, širina = jezgra.shape
    izlaz = np.zeros((ulaz.shape[0] - visina + 1, ulaz.shape[1] - širina + 1))
    for redak in range(izlaz.shape[0]):
        for stupac in range(izlaz.shape[1]):
            isječak = ulaz[redak:redak + visina, stupac:stupac + širina]
            izlaz[redak, stupac] = (isječak * jezgra).sum()
    return izlaz


class LayerConv2d:
    def __init__(self, w):
        self.w = w

    def fwd_pass(self, p):
        self.ulaz = p
        return np.array([
            sum(unakrsna_korelacija(np.pad(mapa, 1), kriška) for mapa, kriška in zip(p, jezgra))
            for jezgra in self.w
        ])

    def bwd_pass(self, dq):
        self.dw = np.array([
            [unakrsna_korelacija(np.pad(mapa, 1), gradijent) for mapa in self.ulaz]
            for gradijent in dq
        ])
        zrcaljene = self.w[:, :, ::-1, ::-1]
        return np.array([
            sum(unakrsna_korelacija(np.pad(g, 1), zrcaljene[i, kanal]) for i, g in enumerate(dq))
            for kanal in range(len(self.ulaz))
        ])
