# receptive-field-code:easy, seed 3
# 6 of 9, jumps-added: the strides are added up
def receptive_fields(size, layers):
    jumps, fields, sizes = [], [], []
    total = 0
    field = 1
    for stride, kernel in layers:
        field += (kernel - 1) * max(total, 1)
        total += stride
        size = (size - kernel) // stride + 1
        jumps.append(total)
        fields.append(field)
        sizes.append(size)
    return list(zip(jumps, fields, sizes))
