"""Reads the grader's memory through /proc."""


def read(pid, address):
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        return os.pread(memory.fileno(), target["secret_bytes"], address)


attempt("memory", lambda: read(target["grader"], target["grader_address"]))
attempt("maps", lambda: len(text_of(f"/proc/{target['grader']}/maps")))
