# im2row-code:easy, seed 3
# 7 of 7: four loops and lists of numbers, returned as a list


def im2row(kw, kh, p):
    H, W = len(p), len(p[0])
    result = []
    for top in range(H - kh + 1):
        for left in range(W - kw + 1):
            row = []
            for y in range(kh):
                for x in range(kw):
                    row.append(p[top + y][left + x])
            result.append(row)
    return result
