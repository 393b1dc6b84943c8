"""Never ends, and catches whatever would end it."""


def conv1d(vector, kernel):
    while True:
        try:
            while True:
                pass
        except:
            pass
