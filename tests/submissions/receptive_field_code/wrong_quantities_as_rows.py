# receptive-field-code:easy, seed 3
# 6 of 9, table-by-columns: three lists, one for each quantity
def receptive_fields(size, layers):
    jumps, fields, sizes = [], [], []
    jump = field = 1
    for stride, kernel in layers:
        field += (kernel - 1) * jump
        jump *= stride
        size = (size - kernel) // stride + 1
        jumps.append(jump)
        fields.append(field)
        sizes.append(size)
    return jumps, fields, sizes
