# receptive-field-code:easy, seed 4
# 9 of 9: columns by accumulate and cumprod, put together as an array
from itertools import accumulate


def receptive_fields(size, layers):
    if len(layers) == 0:
        return []
    s = np.array([layer[0] for layer in layers])
    k = np.array([layer[1] for layer in layers])
    jumps = np.cumprod(s)
    before = np.concatenate([[1], jumps[:-1]])
    fields = 1 + np.cumsum((k - 1) * before)
    sizes = list(accumulate(layers, lambda n, sk: (n - sk[1]) // sk[0] + 1, initial=size))[1:]
    return np.stack([sizes, jumps, fields], axis=1)
