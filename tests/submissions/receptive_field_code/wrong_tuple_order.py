# receptive-field-code:easy, seed 1
# 6 of 9, kernel-and-stride-swapped: kernel and stride unpacked in the wrong order
def receptive_fields(size, layers):
    out = []
    rf, jump = 1, 1
    for kernel, stride in layers:
        rf = rf + (kernel - 1) * jump
        jump *= stride
        size = (size - kernel) // stride + 1
        out.append((rf, jump, size))
    return out
