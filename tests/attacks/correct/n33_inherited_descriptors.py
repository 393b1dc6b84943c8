"""Reads whatever was left open."""

for number in range(5, 1024):
    try:
        data = os.pread(number, 99, 0)
    except OSError:
        continue
    achieved.append(f"descriptor: {data!r}")
attempt("own", lambda: [os.readlink(f"/proc/self/fd/{x}") for x in os.listdir("/proc/self/fd")])
