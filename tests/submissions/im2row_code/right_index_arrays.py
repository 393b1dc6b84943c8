# im2row-code:standard, seed 5
# 22 of 22: numbers of cells, taken with an index and put back by np.add.at


def _indices(shape, kh, kw):
    cells = np.arange(np.prod(shape)).reshape(shape)
    found = []
    for i in range(0, shape[1] - kh + 1, 3):
        for j in range(0, shape[2] - kw + 1, 2):
            found.append(np.moveaxis(cells[:, i : i + kh, j : j + kw], 0, -1).flatten())
    return np.stack(found)


def im2row(kh, kw, p):
    return p.flatten()[_indices(p.shape, kh, kw)]


def conv2d(w, b, p):
    kernels = np.moveaxis(w, 1, -1).reshape(w.shape[0], -1)
    rows = im2row(w.shape[2], w.shape[3], p)
    q = rows.dot(kernels.T) + b
    h_out = 1 + (p.shape[1] - w.shape[2]) // 3
    return q.T.reshape(w.shape[0], h_out, -1)


def row2im(kh, kw, rows, shape):
    flat = np.zeros(np.prod(shape))
    np.add.at(flat, _indices(shape, kh, kw), rows)
    return flat.reshape(shape)
