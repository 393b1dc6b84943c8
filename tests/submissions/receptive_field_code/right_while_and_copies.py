# receptive-field-code:standard, seed 1
# 9 of 9: a while loop over a copy of the list, from which layers are taken
def receptive_fields(layers, image):
    todo = list(layers)
    c, h, w = image
    rf = 1
    step = 1
    out = list()
    while todo:
        l = todo.pop(0)
        n_params = 0
        if l["kind"] != "relu":
            k = l["kernel"]
            s = l["stride"]
            p = l.get("padding", 0)
            if l["kind"] == "conv":
                n_params = l["channels"] * c * k * k + l["channels"]
                c = l["channels"]
            h = int((h + 2 * p - k) / s) + 1
            w = int((w + 2 * p - k) / s) + 1
            rf = rf + (k - 1) * step
            step = step * s
        out.append((c, h, w, n_params, rf, step))
    return out
