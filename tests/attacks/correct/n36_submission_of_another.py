"""Copies what another student has handed in."""

import runpy

attempt("text", lambda: text_of(target["other"]))
attempt("run", lambda: runpy.run_path(target["other"])["conv1d"])
