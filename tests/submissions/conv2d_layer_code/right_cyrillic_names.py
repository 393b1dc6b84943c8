# conv2d-layer-code:standard, seed 4
# 17 of 17: Cyrillic names, keyword arguments, a generator of places
class LayerConv2d:
    def __init__(self, w, b):
        self.ядра, self.смещения = w, b

    def окна(self, дополненный, высота, ширина):
        for строка in range(высота):
            for столбец in range(ширина):
                yield строка, столбец, дополненный[:, строка:строка + 3, столбец:столбец + 3]

    def fwd_pass(self, p):
        self.вход = np.pad(array=p, pad_width=((0, 0), (1, 1), (1, 1)), mode="constant")
        _, высота, ширина = p.shape
        выход = np.empty(shape=(self.ядра.shape[0], высота, ширина))
        for строка, столбец, окно in self.окна(self.вход, ширина=ширина, высота=высота):
            выход[:, строка, столбец] = (self.ядра * окно).sum(axis=(1, 2, 3)) + self.смещения
        return выход

    def bwd_pass(self, dq):
        dp = np.zeros(self.вход.shape)
        self.dw = np.zeros(self.ядра.shape)
        for строка, столбец, окно in self.окна(self.вход, *dq.shape[1:]):
            g = dq[:, строка, столбец][:, None, None, None]
            self.dw += g * окно
            dp[:, строка:строка + 3, столбец:столбец + 3] += (g * self.ядра).sum(axis=0)
        self.db = dq.sum(axis=2).sum(axis=1)
        return dp[:, 1:-1, 1:-1]
