"""Members are counted, and what they unpack to, before there is too much of either."""

from __future__ import annotations

import os
import tarfile
import zlib
from pathlib import Path

import pytest

from grader.intake.error import SubmissionError
from grader.intake.handed_in import read_handed_in
from grader.intake.member import Meter
from tests.grader.intake.archives import MEGABYTE, SOLUTION, either, packed, peak_of, refused


@either
def test_more_members_than_are_looked_at_are_refused(tmp_path: Path, archive: str) -> None:
    files = {"a.py": SOLUTION, **{f"{number}.txt": b"" for number in range(999)}}
    assert read_handed_in(packed(tmp_path / archive, files)).name == "a.py"
    files["one more.txt"] = b""
    refused(packed(tmp_path / archive, files), "has more than 1000 files and folders")


@either
def test_a_bomb_is_refused_before_it_takes_much_memory(tmp_path: Path, archive: str) -> None:
    name = archive if archive.endswith(".zip") else "a.tar.bz2"
    path = packed(tmp_path / name, {"a.py": SOLUTION, "zeros.bin": bytes(65 * MEGABYTE)})
    assert path.stat().st_size < 100_000
    says = "unpacks to over 64 MB, more than 100 times its own size"
    assert peak_of(lambda: refused(path, says)) < 40 * MEGABYTE


def test_what_unpacks_to_very_much_is_refused_however_well_it_is_packed(tmp_path: Path) -> None:
    path = tmp_path / "a.tar.gz"
    filler = os.urandom(MEGABYTE)
    entry = tarfile.TarInfo("data.bin")
    entry.size = 130 * MEGABYTE
    packer = zlib.compressobj(1, wbits=31)
    with path.open("wb") as file:
        file.write(packer.compress(entry.tobuf(tarfile.GNU_FORMAT)))
        for _ in range(2):
            file.write(packer.compress(filler + bytes(64 * MEGABYTE)))
        file.write(packer.flush())
    assert path.stat().st_size * 100 > 130 * MEGABYTE
    refused(path, "unpacks to more than 128 MB")


def test_a_meter_minds_the_ratio_only_of_what_is_large() -> None:
    Meter(packed=1).add(64 * MEGABYTE)
    meter = Meter(packed=MEGABYTE)
    meter.add(99 * MEGABYTE)
    meter.add(MEGABYTE)
    with pytest.raises(SubmissionError, match="more than 100 times its own size"):
        meter.add(1)


def test_a_meter_stops_at_its_limit_whatever_the_ratio() -> None:
    meter = Meter(packed=100 * MEGABYTE)
    meter.add(128 * MEGABYTE)
    with pytest.raises(SubmissionError, match="unpacks to more than 128 MB"):
        meter.add(1)
