# receptive-field-code:hard, seed 1
# 9 of 10, only-channels-kept: the fully connected layer takes channels alone
def receptive_fields(image, layers):
    h, w, c = image
    H, W = h, w
    rh = rw = jh = jw = 1
    res = []
    for l in layers:
        par = 0
        if l["kind"] == "conv":
            kh, kw = l["kernel"]
            par = l["channels"] * (c // l["groups"] * kh * kw + 1)
            c = l["channels"]
        elif l["kind"] == "fc":
            par = l["channels"] * (c + 1)
            c, h, w = l["channels"], 1, 1
            rh, rw = H, W
        if l["kind"] in ("conv", "pool"):
            kh, kw = l["kernel"]
            sh, sw = l["stride"]
            ph, pw = l.get("padding", (0, 0))
            dh, dw = l.get("dilation", (1, 1))
            h = (h + 2 * ph - dh * (kh - 1) - 1) // sh + 1
            w = (w + 2 * pw - dw * (kw - 1) - 1) // sw + 1
            rh += dh * (kh - 1) * jh
            rw += dw * (kw - 1) * jw
            jh *= sh
            jw *= sw
        res.append((h, w, c, par, rh, rw))
    return res
