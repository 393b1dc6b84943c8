"""Fills the folder that it works in."""


def fill():
    for number in range(3):
        with open(f"large{number}", "wb") as file:
            for _ in range(8):
                file.write(bytes(2**20))


def many():
    for number in range(300):
        open(f"small{number}", "w").close()


attempt("24 MB", fill)
for number in range(3):
    try:
        os.unlink(f"large{number}")
    except OSError:
        pass
attempt("300 files", many)
