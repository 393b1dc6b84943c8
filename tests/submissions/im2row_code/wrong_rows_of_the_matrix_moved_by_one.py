# im2row-code:hard, seed 7
# 25 of 28, matrix-rows-moved-by-one: each row of the matrix one further, as the lecture prints it


def im2row(p, kh, kw):
    q = np.pad(p, ((0, 0), (1, 1), (2, 2)))
    rows = []
    for i in range(q.shape[1] - kh + 1):
        for j in range(0, q.shape[2] - kw + 1, 2):
            rows.append(q[:, i:i+kh, j:j+kw].transpose(1, 2, 0).ravel())
    return np.array(rows)


def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    q = w.transpose(0, 2, 3, 1).reshape(O, -1) @ im2row(p, kh, kw).T + b[:, None]
    return q.reshape(O, p.shape[1] + 2 - kh + 1, -1)


def row2im(shape, rows, kh, kw):
    C, H, W = shape
    q = np.zeros((C, H + 2, W + 4))
    k = 0
    for i in range(H + 2 - kh + 1):
        for j in range(0, W + 4 - kw + 1, 2):
            q[:, i:i+kh, j:j+kw] += rows[k].reshape(kh, kw, C).transpose(2, 0, 1)
            k += 1
    return q[:, 1:-1, 2:-2]


def toeplitz(w, shape):
    H, W = shape
    kh, kw = w.shape
    n = (H - kh + 1) * (W - kw + 1)
    first = np.zeros(shape)
    first[:kh, :kw] = w
    first = first.ravel()
    return np.array([np.concatenate([np.zeros(k), first[:H * W - k]]) for k in range(n)])
