"""Large pages: what is in memory stays as it is, whether or not the kernel moves it."""

from __future__ import annotations

import mmap
import random
import sys

import pytest

from grader.sandbox import kernel
from grader.sandbox.inside.confinement.memory import LARGE_PAGE, LargePages

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is no /proc elsewhere")


def test_what_is_moved_into_large_pages_stays_as_it_is() -> None:
    with mmap.mmap(-1, 4 * LARGE_PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as memory:
        content = random.Random(5).randbytes(len(memory))
        memory[:] = content
        LargePages().fill(10_000)
        assert memory[:] == content


def test_a_place_is_tried_once_and_only_so_many_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def collapse(address: int, length: int) -> bool:
        assert length == LARGE_PAGE
        assert address % LARGE_PAGE == 0
        tried.append(address)
        return True

    monkeypatch.setattr(kernel, "collapse", collapse)
    with mmap.mmap(-1, 4 * LARGE_PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS):
        pages = LargePages()
        assert pages.fill(2) == 2
        assert len(tried) == 2
        pages.fill(10_000)
        assert pages.fill(1) == 0
    assert len(set(tried)) == len(tried) >= 3


def test_a_kernel_that_refuses_is_asked_on_for_the_next_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kernel, "collapse", lambda address, length: False)
    with mmap.mmap(-1, 4 * LARGE_PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS):
        pages = LargePages()
        assert pages.fill(1) == 0
        monkeypatch.setattr(kernel, "collapse", lambda address, length: True)
        assert pages.fill(1) == 0
