# im2row-code:standard, seed 2
# 22 of 22: Croatian names, while loops, einsum for the product


korak_v, korak_s = 3, 2


def im2row(p, kh, kw):
    kanali, visina, širina = p.shape
    redci = []
    i = 0
    while i + kh <= visina:
        j = 0
        while j + kw <= širina:
            isječak = p[:, i:i + kh, j:j + kw]
            redci.append(isječak.reshape(-1))
            j += korak_s
        i += korak_v
    return np.vstack(redci)


def conv2d(w, b, p):
    broj, kanali, kh, kw = w.shape
    jezgre = w.reshape(broj, kanali * kh * kw)
    izlaz = np.einsum("ik,ok->oi", im2row(p, kh, kw), jezgre)
    visina = (p.shape[1] - kh) // korak_v + 1
    širina = (p.shape[2] - kw) // korak_s + 1
    return izlaz.reshape(broj, visina, širina) + b[:, np.newaxis, np.newaxis]


def row2im(rows, shape, kh, kw):
    mape = np.zeros(shape)
    redak = 0
    i = 0
    while i + kh <= shape[1]:
        j = 0
        while j + kw <= shape[2]:
            mape[:, i:i + kh, j:j + kw] += rows[redak].reshape(shape[0], kh, kw)
            redak += 1
            j += korak_s
        i += korak_v
    return mape
