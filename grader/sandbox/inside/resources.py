"""Limits of resources that a process sets itself, as far as the system has them.

Loaded by path in the child, or in what it is forked from.
"""

from __future__ import annotations

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

has_limits = resource is not None
"""Whether the system has limits at all."""


def own_sizes() -> dict[str, int]:
    """How large this process is, in bytes, by the names of /proc/self/status. Raises OSError."""
    found = {}
    with open("/proc/self/status", encoding="ascii", errors="replace") as lines:  # noqa: PTH123  (pathlib costs the zygote)
        for line in lines:
            name, _, rest = line.partition(":")
            if name in ("VmSize", "VmData"):
                found[name] = int(rest.split()[0]) * 1024
    return found


def set_limits(limits: Iterable[tuple[str, int]]) -> None:
    """Sets limits by the ends of their names (man 2 setrlimit), none of which is ever raised."""
    for name, value in limits:
        kind = getattr(resource, f"RLIMIT_{name}")
        _, most = resource.getrlimit(kind)
        hard = value + 1 if name == "CPU" else value  # SIGXCPU, and SIGKILL a second later
        if most != resource.RLIM_INFINITY:
            hard = min(hard, most)
        resource.setrlimit(kind, (min(value, hard), hard))
