"""Memory in large pages: a fork then copies one entry of a page table in place of 512.

A child that writes to a large page gets a copy of the small page that it writes to, as it would
anyway. Source: Documentation/admin-guide/mm/transhuge.rst and man 2 madvise.
"""

from __future__ import annotations

from ... import kernel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LARGE_PAGE = 2 * 1024**2
"""In bytes, where a small page has 4 KiB."""


class LargePages:
    """The places in this process's private memory where a large page has room.

    To fill one takes milliseconds, so that it pays only after a few forks.
    """

    def __init__(self) -> None:
        """Notes the places, while there is a /proc to look into."""
        self._left = [
            address
            for start, end in _private_mappings()
            for address in range(-(-start // LARGE_PAGE) * LARGE_PAGE, end, LARGE_PAGE)
            if address + LARGE_PAGE <= end
        ]

    def fill(self, count: int) -> int:
        """Has the kernel move what is in the next places into large pages, and says into how many.

        Places that it will not fill (nothing is in them, memory is scarce, or it is older than
        Linux 6.1) stay as they are, and do not count.
        """
        filled = 0
        while self._left and filled < count:
            filled += kernel.collapse(self._left.pop(), LARGE_PAGE)
        return filled


def _private_mappings() -> Iterator[tuple[int, int]]:
    """The (start, end) of what is writable and of no file; see man 5 proc_pid_maps."""
    with open("/proc/self/maps", encoding="utf-8", errors="replace") as lines:
        for line in lines:
            addresses, rights, _, _, inode, *_ = line.split()
            if rights == "rw-p" and inode == "0":
                start, _, end = addresses.partition("-")
                yield int(start, 16), int(end, 16)
