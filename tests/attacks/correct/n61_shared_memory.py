"""Writes into the folders that everybody on the machine may write into."""


def write(path):
    with open(path, "wb") as file:
        file.write(bytes(2**20))


for path in target["outside"]:
    attempt(os.path.dirname(path), lambda: write(path))


def segment():
    made = syscall("shmget", 0, 4096, 0o600)
    syscall("shmctl", made, 0, 0)


attempt("segment", segment)
