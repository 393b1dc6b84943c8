# im2row-code:hard, seed 3
# 28 of 28: zeros made by hand, nested helpers, the matrix by windows of numbers


def _pad(p):
    c, h, w = p.shape
    big = np.zeros((c, h + 4, w + 2), dtype=p.dtype)
    big[:, 2:-2, 1:-1] = p
    return big


def im2row(kw, kh, p):
    win = np.lib.stride_tricks.sliding_window_view(_pad(p), (kh, kw), axis=(1, 2))
    win = win[:, ::2, ::3]                       # C, H', W', kh, kw
    return win.transpose(1, 2, 0, 3, 4).reshape(win.shape[1] * win.shape[2], -1)


def conv2d(w, b, p):
    n, c, kh, kw = w.shape
    rows = im2row(kw, kh, p)
    out = np.matmul(rows, w.reshape(n, -1).T) + b
    hh = (p.shape[1] + 4 - kh) // 2 + 1
    ww = (p.shape[2] + 2 - kw) // 3 + 1
    return np.moveaxis(out.reshape(hh, ww, n), -1, 0)


def row2im(kw, kh, rows, shape):
    c, h, w = shape
    big = np.zeros((c, h + 4, w + 2))
    places = [(y, x) for y in range(0, h + 4 - kh + 1, 2) for x in range(0, w + 2 - kw + 1, 3)]
    for row, (y, x) in zip(rows, places):
        big[:, y:y + kh, x:x + kw] += row.reshape(c, kh, kw)
    return big[:, 2:2 + h, 1:1 + w]


def toeplitz(shape, w):
    H, W = shape
    kh, kw = w.shape
    numbers = np.arange(H * W).reshape(H, W)
    win = np.lib.stride_tricks.sliding_window_view(numbers, (kh, kw))[::2, ::3]
    idx = win.reshape(-1, kh * kw)
    T = np.zeros((len(idx), H * W))
    T[np.arange(len(idx))[:, None], idx] = w.ravel()
    return T
