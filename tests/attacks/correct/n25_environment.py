"""Reads its own environment in every way there is."""

for name, value in os.environ.items():
    if value.startswith("secret"):
        achieved.append(f"environ: {value}")
attempt("proc", lambda: [x for x in text_of("/proc/self/environ").split("\0") if "secret" in x])
