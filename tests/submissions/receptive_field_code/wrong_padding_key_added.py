# receptive-field-code:standard, seed 4
# 8 of 9, argument-changed: a padding is written into the poolings
def receptive_fields(image, layers):
    c, h, w = image
    j, f = 1, 1
    rows = []
    for l in layers:
        l.setdefault("padding", 0)
        l.setdefault("kernel", 1)
        l.setdefault("stride", 1)
        par = 0
        if l["kind"] == "conv":
            par = (c * l["kernel"] ** 2 + 1) * l["channels"]
            c = l["channels"]
        h = (h + 2 * l["padding"] - l["kernel"]) // l["stride"] + 1
        w = (w + 2 * l["padding"] - l["kernel"]) // l["stride"] + 1
        f += (l["kernel"] - 1) * j
        j *= l["stride"]
        rows.append((j, c, h, w, par, f))
    return rows
