# receptive-field-code:easy, seed 3
# 9 of 9: each field counted back to the input, each size by windows that fit
def seen_from(layers):
    cells = 1
    for stride, kernel in layers[::-1]:
        cells = (cells - 1) * stride + kernel
    return cells


def receptive_fields(size, layers):
    result = []
    for depth in range(1, len(layers) + 1):
        part = layers[:depth]
        jump = int(np.prod([stride for stride, _ in part]))
        n = size
        for stride, kernel in part:
            n = len(range(0, n - kernel + 1, stride))
        result.append((jump, seen_from(part), n))
    return result
