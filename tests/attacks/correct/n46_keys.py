"""Puts a key into the kernel's keyring."""

attempt("ring", lambda: syscall("keyctl", 0, -3, 1))
attempt("key", lambda: syscall("add_key", b"user", b"planted", b"value", 5, -2))
