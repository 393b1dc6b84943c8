# receptive-field-code:easy, seed 1
# 6 of 9, kernel-not-reduced: the kernel size times the jump, without the minus 1
def receptive_fields(size, layers):
    out = []
    rf, jump = 1, 1
    for stride, kernel in layers:
        rf = rf + kernel * jump
        jump *= stride
        size = (size - kernel) // stride + 1
        out.append((rf, jump, size))
    return out
