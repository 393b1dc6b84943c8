# receptive-field-code:standard, seed 3
# 9 of 9: Cyrillic names, a generator behind the function and a match statement
def _строки(слои, изображение):
    каналы, высота, ширина = изображение
    поле = шаг_входа = 1
    for слой in слои:
        веса = 0
        match слой:
            case {"kind": "relu"}:
                yield поле, каналы, высота, ширина, веса, шаг_входа
                continue
            case {"kind": "conv", "channels": выход, "kernel": ядро}:
                веса = выход * (каналы * ядро**2 + 1)
                каналы = выход
            case {"kernel": ядро}:
                pass
        шаг, дополнение = слой["stride"], слой.get("padding", 0)
        высота, ширина = ((n + 2 * дополнение - ядро) // шаг + 1 for n in (высота, ширина))
        поле, шаг_входа = поле + (ядро - 1) * шаг_входа, шаг_входа * шаг
        yield поле, каналы, высота, ширина, веса, шаг_входа


def receptive_fields(image, layers):
    return list(_строки(layers, image))
