# im2row-code:easy, seed 2
# 6 of 7, library-windows: PyTorch's unfold


import torch


def im2row(p, kh, kw):
    x = torch.tensor(np.asarray(p, dtype=np.float64))[None, None]
    return torch.nn.functional.unfold(x, (kh, kw))[0].T.numpy()
