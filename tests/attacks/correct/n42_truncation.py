"""Empties a file that it opens to read only."""

attempt("open", lambda: os.open(target["notes"], os.O_RDONLY | os.O_TRUNC))
attempt("truncate", lambda: os.truncate(target["notes"], 0))
attempt("rename", lambda: os.rename(target["notes"], target["made"]))
