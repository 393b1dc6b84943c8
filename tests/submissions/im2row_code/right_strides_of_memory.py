# im2row-code:hard, seed 4
# 28 of 28: as_strided, keyword arguments, np.kron for the matrix


from numpy.lib.stride_tricks import as_strided


def im2col(p, kw, kh):
    q = np.ascontiguousarray(np.pad(p, pad_width=((0, 0), (2, 2), (1, 1)), mode="constant"))
    c, h, w = q.shape
    sc, sh, sw = q.strides
    oh, ow = h - kh + 1, (w - kw) // 3 + 1
    blocks = as_strided(q, shape=(c, kh, kw, oh, ow), strides=(sc, sh, sw, sh, 3 * sw))
    return blocks.reshape(c * kh * kw, oh * ow).copy()


def conv2d(p, w, b):
    oh = p.shape[1] + 4 - w.shape[2] + 1
    flat = w.reshape(w.shape[0], -1)
    cols = im2col(p, kh=w.shape[2], kw=w.shape[3])
    return (flat @ cols).reshape(w.shape[0], oh, -1) + b.reshape(-1, 1, 1)


def col2im(shape, columns, kw, kh):
    c, h, w = shape
    oh, ow = h + 4 - kh + 1, (w + 2 - kw) // 3 + 1
    blocks = np.asarray(columns).reshape(c, kh, kw, oh, ow)
    out = np.zeros((c, h + 4, w + 2))
    for a in range(oh):
        for d in range(ow):
            out[:, a : a + kh, 3 * d : 3 * d + kw] += blocks[:, :, :, a, d]
    return out[:, 2:-2, 1:-1]


def toeplitz(w, shape):
    kh, kw = w.shape
    h, wid = shape
    oh, ow = h - kh + 1, (wid - kw) // 3 + 1
    total = np.zeros((oh * ow, h * wid))
    for u in range(kh):
        down = np.eye(oh, h, k=u)
        across = np.zeros((ow, wid))
        for j in range(ow):
            across[j, 3 * j : 3 * j + kw] = w[u]
        total += np.kron(down, across)
    return total
