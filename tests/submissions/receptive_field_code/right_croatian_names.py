# receptive-field-code:standard, seed 2
# 9 of 9: Croatian names, a table of functions by kind
def veličina(n, jezgra, korak, nadopuna):
    return (n + 2 * nadopuna - jezgra) // korak + 1


def receptive_fields(image, layers):
    kanali, visina, širina = image
    polje, faktor = 1, 1
    retci = []

    def prođi(sloj):
        nonlocal visina, širina, polje, faktor
        k, s, p = sloj["kernel"], sloj["stride"], sloj.get("padding", 0)
        visina = veličina(visina, jezgra=k, korak=s, nadopuna=p)
        širina = veličina(širina, k, s, p)
        polje += (k - 1) * faktor
        faktor *= s

    for sloj in layers:
        parametri = 0
        vrsta = sloj["kind"]
        if vrsta == "conv":
            parametri = (kanali * sloj["kernel"] ** 2 + 1) * sloj["channels"]
            kanali = sloj["channels"]
        if vrsta in ("conv", "pool"):
            prođi(sloj)
        retci.append([faktor, parametri, polje, kanali, visina, širina])
    return retci
