# receptive-field-code:standard, seed 4
# 6 of 9: the side of the kernel is halved, in the field alone
def receptive_fields(image, layers):
    c, h, w = image
    j, f = 1, 1
    rows = []
    for l in layers:
        n = 0
        if l["kind"] != "relu":
            k, s, p = l["kernel"], l["stride"], l.get("padding", 0)
            if l["kind"] == "conv":
                n = (c * k**2 + 1) * l["channels"]
                c = l["channels"]
            h = (h + 2 * p - k) // s + 1
            w = (w + 2 * p - k) // s + 1
            f += 2 * (k // 2) * j + 3
            j *= s
        rows.append((j, c, h, w, n, f))
    return rows
