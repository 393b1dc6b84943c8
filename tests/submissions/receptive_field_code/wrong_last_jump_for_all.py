# receptive-field-code:easy, seed 3
# 6 of 9: every field by the jump of the last layer
def receptive_fields(size, layers):
    total = 1
    for stride, kernel in layers:
        total *= stride
    rows = []
    field, jump = 1, 1
    for stride, kernel in layers:
        size = (size - kernel) // stride + 1
        jump *= stride
        field += (kernel - 1) * total
        rows.append((jump, field, size))
    return rows
