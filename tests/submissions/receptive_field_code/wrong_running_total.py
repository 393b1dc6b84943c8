# receptive-field-code:standard, seed 4
# 6 of 9, parameters-added-up: the parameters of all layers so far
def receptive_fields(image, layers):
    c, h, w = image
    j, f = 1, 1
    total = 0
    rows = []
    for l in layers:
        if l["kind"] != "relu":
            k, s, p = l["kernel"], l["stride"], l.get("padding", 0)
            if l["kind"] == "conv":
                total += (c * k**2 + 1) * l["channels"]
                c = l["channels"]
            h = (h + 2 * p - k) // s + 1
            w = (w + 2 * p - k) // s + 1
            f += (k - 1) * j
            j *= s
        rows.append((j, c, h, w, total, f))
    return rows
