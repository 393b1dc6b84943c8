# im2row-code:easy, seed 2
# 7 of 7: recursion over the places, Cyrillic names


def im2row(p, kh, kw):
    высота, ширина = p.shape

    def строки(сверху, слева):
        if сверху + kh > высота:
            return []
        if слева + kw > ширина:
            return строки(сверху + 1, 0)
        окно = p[сверху : сверху + kh, слева : слева + kw]
        return [окно.flatten()] + строки(сверху, слева + 1)

    return np.array(строки(0, 0))
