"""Becomes root, or stays it, and reads what only root may."""

for name, change in (
    ("setresuid", lambda: os.setresuid(0, 0, 0)),
    ("setuid", lambda: os.setuid(0)),
    ("setgid", lambda: os.setgid(0)),
    ("setgroups", lambda: os.setgroups([0])),
):
    attempt(name, change)
