# im2row-code:standard, seed 3
# 19 of 22, overlaps-averaged: overlaps averaged on the way back


def im2col(kh, kw, p):
    C, H, W = p.shape
    cols = []
    for i in range(0, H - kh + 1):
        for j in range(0, W - kw + 1, 2):
            cols.append(p[:, i:i+kh, j:j+kw].ravel())
    return np.array(cols).T


def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    q = w.reshape(O, -1) @ im2col(kh, kw, p) + b[:, None]
    return q.reshape(O, p.shape[1] - kh + 1, (p.shape[2] - kw) // 2 + 1)


def col2im(kh, kw, columns, shape):
    C, H, W = shape
    p, times = np.zeros(shape), np.zeros(shape)
    n = 0
    for i in range(0, H - kh + 1):
        for j in range(0, W - kw + 1, 2):
            p[:, i:i+kh, j:j+kw] += columns[:, n].reshape(C, kh, kw)
            times[:, i:i+kh, j:j+kw] += 1
            n += 1
    times[times == 0] = 1
    return p / times
