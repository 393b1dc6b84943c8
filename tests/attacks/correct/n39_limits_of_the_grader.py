"""Takes open files away from the grader and from another process."""

import resource

for name in ("victim", "grader"):

    def lower(pid=target[name]):
        soft, hard = resource.prlimit(pid, resource.RLIMIT_NOFILE)
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (soft - 1, hard))

    attempt(name, lower)
