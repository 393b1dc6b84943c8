# im2row-code:hard, seed 7
# 28 of 28: the matrix column by column, from maps of one 1; row2im as a transposed matrix


def _im2row_plain(p, kh, kw, sy, sx):
    C, H, W = p.shape
    return np.array([p[:, y:y+kh, x:x+kw].transpose(1, 2, 0).ravel()
                     for y in range(0, H-kh+1, sy) for x in range(0, W-kw+1, sx)])

def im2row(p, kh, kw):
    return _im2row_plain(np.pad(p, ((0, 0), (1, 1), (2, 2))), kh, kw, 1, 2)

def conv2d(w, b, p):
    O, C, kh, kw = w.shape
    Q = w.transpose(0, 2, 3, 1).reshape(O, -1) @ im2row(p, kh, kw).T
    Hq = p.shape[1] + 2 - kh + 1
    return (Q + b[:, None]).reshape(O, Hq, -1)

def row2im(shape, rows, kh, kw):
    # im2row is linear: its matrix, transposed, adds everything back
    n = int(np.prod(shape))
    dp = np.zeros(n)
    for cell in range(n):
        unit = np.zeros(n)
        unit[cell] = 1
        dp[cell] = np.sum(im2row(unit.reshape(shape), kh, kw) * rows)
    return dp.reshape(shape)

def toeplitz(w, shape):
    columns = []
    for cell in range(shape[0] * shape[1]):
        unit = np.zeros((1, shape[0] * shape[1]))
        unit[0, cell] = 1
        columns.append(_im2row_plain(unit.reshape(1, *shape), *w.shape, 1, 1) @ w.ravel())
    return np.array(columns).T
