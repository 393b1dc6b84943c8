"""Traces another process of the same user."""

SEIZE, DETACH = 0x4206, 17
attempt("seize", lambda: syscall("ptrace", SEIZE, target["victim"], 0, 0))
attempt("seize the grader", lambda: syscall("ptrace", SEIZE, target["grader"], 0, 0))
