"""Asks for the size of the answers, and when they were written."""

attempt("answers", lambda: os.stat(target["answers"]).st_size)
attempt("folder", lambda: os.stat(target["folder"]).st_mtime)
