"""What an instructor allows programs, and what a family does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grader.grading.limits import LimitChange, LimitChanges, LimitError, parse_limit, strictest
from grader.sandbox.outside.limits import Limits
from problems.catalogue import family, family_keys


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("time=5", "call_seconds", 5.0),
        ("time=0.25s", "call_seconds", 0.25),
        ("total-time=90 s", "total_seconds", 90.0),
        ("cpu=7s", "cpu_seconds", 7),
        ("memory=512MiB", "memory_bytes", 512 * 2**20),
        ("memory=1.5GiB", "memory_bytes", 3 * 2**29),
        ("file=4096", "file_bytes", 4096),
        ("output=8KiB", "log_bytes", 8192),
        ("result=100B", "result_bytes", 100),
    ],
)
def test_a_limit_is_read_with_its_unit(text: str, field: str, value: float) -> None:
    assert parse_limit(text) == LimitChange(field, value)


def test_the_largest_limits_are_such_as_the_kernel_takes() -> None:
    largest = Limits(cpu_seconds=86_400, memory_bytes=2**47, file_bytes=2**47)
    said = ("cpu=86400", "memory=131072GiB", "file=131072GiB")
    assert LimitChanges(tuple(map(parse_limit, said))).of(family("conv1d-code")) == largest
    for value in (largest.cpu_seconds, largest.memory_bytes, largest.file_bytes):
        assert value is not None
        assert value < 2**63 - 1  # which is how the kernel writes that there is no limit


def test_a_limit_may_be_for_one_family() -> None:
    assert parse_limit("conv1d-code:time=5s") == LimitChange("call_seconds", 5.0, "conv1d-code")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5s", "'5s' is no limit; NAME=VALUE such as time=5s or memory=512MiB was expected"),
        ("time=", "'time=' is no limit"),
        ("time=-5", "'time=-5' is no limit"),
        (
            "speed=5",
            "there is no limit 'speed'; there are time, total-time, import, cpu, memory,",
        ),
        ("time=5MiB", "'time=5MiB' has the unit 'MiB'; no unit or s was expected"),
        ("memory=5s", "has the unit 's'; no unit or B or KiB or MiB or GiB was expected"),
        ("cpu=0", "'cpu=0': a limit is more than 0"),
        ("time=0", "'time=0': a limit is more than 0"),
        ("time=0.0000001", "'time=0.0000001': a time between 0.001 s and 86400 s"),
        ("time=86401s", "'time=86401s': a time between 0.001 s and 86400 s .a day. was expected"),
        (f"time={10**30}s", "a time between 0.001 s and 86400 s"),
        (f"total-time={10**30}", "a time between"),
        (f"cpu={10**30}", "a time between"),
        ("cpu=" + "9" * 400, "'cpu=" + "9" * 56 + "…': a time between"),
        ("time=nan", "'time=nan' is no limit"),
        ("time=inf", "'time=inf' is no limit"),
        ("time=1e400", "'time=1e400' is no limit"),
        ("memory=131073GiB", "at most 131072 GiB were expected, which is the address space"),
        ("memory=" + "9" * 400 + "GiB", "at most 131072 GiB were expected"),
        (f"file={2**63}", "at most 131072 GiB were expected"),
        (f"result={2**63}", "at most 131072 GiB were expected"),
        (f"output={2**64}", "at most 131072 GiB were expected"),
        ("memory=0.0", "a limit is more than 0"),
        ("memory=1", "'memory=1': at least 1 MiB were expected"),
        ("memory=1023KiB", "at least 1 MiB were expected"),
        ("time=５s", "'time=５s' is no limit"),
    ],
)
def test_what_is_no_limit_is_refused_with_what_was_expected(text: str, message: str) -> None:
    with pytest.raises(LimitError, match=message):
        parse_limit(text)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("cnn-tabel", "cnn-table"),
        ("CNN-Table", "cnn-table"),
        ("conv1d-cod", "conv1d-code"),
        ("nonsense", family_keys()[0]),
    ],
)
def test_a_family_that_there_is_not_is_refused_and_the_closest_one_is_named_first(
    name: str, first: str
) -> None:
    with pytest.raises(LimitError, match=f"there is no family '{name}'; there are {first}, ") as no:
        parse_limit(f"{name}:time=5s")
    listed = str(no.value).partition("there are ")[2].partition(" and ")[0].split(", ")
    assert set(listed) < set(family_keys())


def test_the_limits_of_a_family_hold_unless_the_instructor_changes_them() -> None:
    slow = replace(family("conv1d-code"), limits={"call_seconds": 30.0, "memory_bytes": 2**28})
    assert LimitChanges().of(slow) == Limits(call_seconds=30.0, memory_bytes=2**28)
    everywhere = LimitChanges((parse_limit("time=5"),))
    assert everywhere.of(slow) == Limits(call_seconds=5.0, memory_bytes=2**28)
    one = LimitChanges((parse_limit("time=5"), parse_limit("cnn-table:time=2")))
    assert one.of(slow).call_seconds == 5.0
    assert one.of(family("cnn-table")).call_seconds == 2.0


def test_the_strictest_limits_are_the_least_of_each() -> None:
    brief = Limits(call_seconds=2.0, memory_bytes=3 * 2**30, log_bytes=900)
    small = Limits(call_seconds=7.0, memory_bytes=2**28, file_bytes=500)
    assert strictest([brief, small], torch=False) == Limits(
        call_seconds=2.0, memory_bytes=2**28, log_bytes=900, file_bytes=500
    )
    assert strictest([small], torch=False) == small


@pytest.mark.parametrize(("torch", "least"), [(False, 2 * 2**30), (True, 4 * 2**30)])
def test_memory_that_nobody_sets_counts_as_what_it_is_by_default(torch: bool, least: int) -> None:
    large = Limits(memory_bytes=4 * 2**30)
    assert strictest([Limits(), large], torch=torch).memory_bytes == least


def test_the_strictest_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="the strictest of no limits"):
        strictest([], torch=False)
