"""Raises its own limits as far as they go."""

import resource


def most(kind):
    soft, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (hard, hard))
    return resource.getrlimit(kind)


attempt("seconds", lambda: most(resource.RLIMIT_CPU))
attempt("memory", lambda: most(resource.RLIMIT_AS))
attempt("nice", lambda: os.nice(1))
attempt("cores", lambda: os.sched_setaffinity(0, {0}))
