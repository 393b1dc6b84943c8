# receptive-field-code:easy, seed 3
# 6 of 9, columns-in-another-order: size, field, jump, as a neighbour's sheet has them
def receptive_fields(size, layers):
    result = []
    field, jump = 1, 1
    for stride, kernel in layers:
        size = (size - kernel) // stride + 1
        field = field + (kernel - 1) * jump
        jump = jump * stride
        result.append((size, field, jump))
    return result
