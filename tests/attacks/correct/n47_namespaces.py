"""Makes namespaces of its own, in which it would be root."""

USER, NETWORK = 0x10000000, 0x40000000
attempt("join", lambda: syscall("setns", os.open("/proc/self/ns/uts", os.O_RDONLY), 0))
attempt("network", lambda: syscall("unshare", USER | NETWORK))
