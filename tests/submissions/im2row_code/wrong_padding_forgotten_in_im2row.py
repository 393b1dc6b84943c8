# im2row-code:hard, seed 3
# 23 of 28, padding-forgotten: im2row does not pad, so that conv2d ends in an error and shows nothing


def im2row(kw, kh, p):
    C, H, W = p.shape
    rows = []
    for i in range(0, H - kh + 1, 2):
        for j in range(0, W - kw + 1, 3):
            rows.append(p[:, i:i+kh, j:j+kw].flatten())
    return np.array(rows)


def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    q = im2row(kw, kh, p) @ w.reshape(O, -1).T + b
    oh = (p.shape[1] + 4 - kh) // 2 + 1
    ow = (p.shape[2] + 2 - kw) // 3 + 1
    return q.T.reshape(O, oh, ow)


def row2im(kw, kh, rows, shape):
    C, H, W = shape
    p = np.zeros((C, H + 4, W + 2))
    n = 0
    for i in range(0, H + 4 - kh + 1, 2):
        for j in range(0, W + 2 - kw + 1, 3):
            p[:, i:i+kh, j:j+kw] += rows[n].reshape(C, kh, kw)
            n += 1
    return p[:, 2:H+2, 1:W+1]


def toeplitz(shape, w):
    H, W = shape
    kh, kw = w.shape
    T = []
    for i in range(0, H - kh + 1, 2):
        for j in range(0, W - kw + 1, 3):
            row = np.zeros((H, W))
            row[i:i+kh, j:j+kw] = w
            T.append(row.flatten())
    return np.array(T)
