# im2row-code:easy, seed 5
# 7 of 7: a view of all windows, reshaped


def im2col(p, kw, kh):
    views = np.lib.stride_tricks.sliding_window_view(p, (kh, kw))
    return views.reshape(-1, kh * kw).T
