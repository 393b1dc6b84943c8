# receptive-field-code:standard, seed 3
# 6 of 9, one-place-wrong: a key that poolings do not have
def receptive_fields(image, layers):
    c, h, w = image
    f = 1
    j = 1
    rows = []
    for l in layers:
        par = 0
        if l["kind"] != "relu":
            k, s, p = l["kernel"], l["stride"], l["padding"]
            if l["kind"] == "conv":
                par = l["channels"] * (c * k * k + 1)
                c = l["channels"]
            h = (h + 2 * p - k) // s + 1
            w = (w + 2 * p - k) // s + 1
            f = f + (k - 1) * j
            j = j * s
        rows.append((f, c, h, w, par, j))
    return rows
