"""Unsubscribes from the end of its parent."""

SET_DEATH_SIGNAL, SET_DUMPABLE, SET_SECCOMP, SET_NO_NEW_PRIVS = 1, 4, 22, 38
attempt("death signal", lambda: syscall("prctl", SET_DEATH_SIGNAL, 0, 0, 0, 0))
attempt("dumpable", lambda: syscall("prctl", SET_DUMPABLE, 1, 0, 0, 0))
