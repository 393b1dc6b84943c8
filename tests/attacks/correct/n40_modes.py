"""Changes modes, times, owners and attributes of files that it may not write."""

attempt("chmod", lambda: os.chmod(target["notes"], 0o600))
attempt("chmod of the answers", lambda: os.chmod(target["answers"], 0o666))
attempt("times", lambda: os.utime(target["notes"], (0, 0)))
attempt("owner", lambda: os.chown(target["notes"], os.getuid(), os.getgid()))
attempt("attribute", lambda: os.setxattr(target["notes"], "user.mark", b"1"))
attempt("log", lambda: os.fchmod(1, 0o600))
