"""Mounts a file system over its own folder."""

USER, MOUNTS = 0x10000000, 0x00020000


def mount():
    try:
        syscall("unshare", USER | MOUNTS)
    except OSError:
        pass
    return syscall("mount", b"none", b".", b"tmpfs", 0, b"")


attempt("mount", mount)
