# im2row-code:easy, seed 2
# 4 of 7, windows-read-by-columns: the cells of a window column by column


def im2row(p, kh, kw):
    windows = np.lib.stride_tricks.sliding_window_view(p, (kh, kw))
    n, m = windows.shape[:2]
    return np.array([windows[i, j].flatten(order="F") for i in range(n) for j in range(m)])
