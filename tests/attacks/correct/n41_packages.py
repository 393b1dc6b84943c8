"""Plants code in the packages that every later submission imports."""

import bystander


def plant():
    with open(bystander.__file__, "a") as file:
        file.write("planted = True\n")


def beside():
    with open(os.path.dirname(os.path.realpath(bystander.__file__)) + "/planted.py", "w") as file:
        file.write("planted = True\n")


attempt("package", plant)
attempt("beside it", beside)
attempt("remove", lambda: os.unlink(os.path.realpath(bystander.__file__)))
attempt("NumPy", lambda: os.close(os.open(np.__file__, os.O_WRONLY | os.O_APPEND)))
attempt("standard library", lambda: os.close(os.open(os.__file__, os.O_WRONLY | os.O_APPEND)))
