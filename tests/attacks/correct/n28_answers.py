"""Reads the answers, which everybody on the machine may read, and a key, which only one user may."""

attempt("answers", lambda: text_of(target["answers"]))
attempt("key", lambda: text_of(target["key"]))
attempt("descriptor", lambda: os.read(os.open(target["answers"], os.O_RDONLY), 99))
attempt("from numpy", lambda: np.fromfile(target["answers"], dtype="S1"))
attempt("climbing", lambda: text_of("../../../../../../.." + target["answers"]))
