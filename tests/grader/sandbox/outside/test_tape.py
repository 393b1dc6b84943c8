"""What programs answered is marked again without them, and otherwise they are run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.grading.batch import Conditions, mark_one
from grader.grading.grade import grade
from grader.grading.limits import LimitChanges, parse_limit
from grader.intake.submission import Submission, read_submission
from grader.marking.result import SheetResult
from grader.render.script import blank, model, script
from grader.report.as_json import as_data
from grader.sandbox.outside import tape as tapes
from grader.sandbox.outside.outcome import SandboxFault
from grader.sandbox.outside.sandbox import Sandbox
from grader.sandbox.outside.tape import OffTapeError, Player, Recorder
from grader.sheet.sheet import draw_sheet

ROOT = Path(__file__).parents[4]
KEYS = ("equivariance:easy", "conv1d-code:easy")
SHEET = draw_sheet("7", KEYS, "en")
RIGHT = script(SHEET, model)
LIMITS = LimitChanges((parse_limit("cpu=0.3s"), parse_limit("time=6s")))


def in_function(statement: str) -> str:
    """The right program with a statement before the first of its function."""
    text, number = re.subn(r"(    kernel = np.flip)", rf"    {statement}\n\1", RIGHT)
    assert number == 1
    return text


PROGRAMS = {
    "right": RIGHT,
    "blank": script(SHEET, blank),
    "wrong": RIGHT.replace("    kernel = np.flip(kernel)\n", ""),
    "crashing": in_function("raise ValueError(f'no vector: {vector}')"),
    "crashing where it is loaded": f"{RIGHT}\n1 / 0\n",
    "no Python": RIGHT.replace("    out = np.zeros", "    out == = np.zeros"),
    "looping": in_function("while len(vector): pass"),
    "ending itself": in_function("import os; os._exit(3)"),
    "leaving": f"{RIGHT}\nraise SystemExit(0)\n",
    "printing": in_function("print('a line', vector, flush=True)"),
    "printing much": f"{RIGHT}\nprint('x' * 200_000)\n",
    "by the clock": in_function("import time; vector = vector + 0 * time.time()"),
    "by chance": in_function("vector = vector + np.random.default_rng().integers(9)"),
    "by the hash of a text": in_function("vector = vector + hash('a') % 7"),
    "answering odd things": RIGHT.replace(
        "    return out", "    return {'a': [out, None, {1, 2}]}"
    ),
    "answering much": RIGHT.replace("    return out", "    return np.zeros((200, 300))"),
}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(thorough=True) as found:
        yield found


def submission(folder: Path, text: str, name: str = "submission.py") -> Submission:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_submission(path)


def recorded(of: Submission, sandbox: Sandbox) -> tuple[SheetResult, bytes]:
    recorder = Recorder(sandbox)
    result = grade(of, limits=LIMITS, sandbox=recorder)
    return result, recorder.tape


def played(of: Submission, tape: bytes, limits: LimitChanges = LIMITS) -> SheetResult | None:
    """The result by a tape; None where the program has to be run."""
    try:
        player = Player(tape)
        result = grade(of, limits=limits, sandbox=player)
    except SandboxFault:
        return None
    return None if player.is_off or result.has_grader_fault else result


@dataclass(frozen=True)
class Recorded:
    submission: Submission
    result: SheetResult
    tape: bytes


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory, sandbox: Sandbox) -> Recorded:
    of = submission(tmp_path_factory.mktemp("right"), RIGHT)
    return Recorded(of, *recorded(of, sandbox))


@pytest.mark.parametrize("program", PROGRAMS.values(), ids=PROGRAMS.keys())
def test_what_is_played_is_marked_as_what_was_run(
    tmp_path: Path, sandbox: Sandbox, program: str
) -> None:
    of = submission(tmp_path, program)
    result, tape = recorded(of, sandbox)
    assert tape
    assert played(of, tape) == result
    assert played(of, tape) == result  # as often as one likes


def test_another_process_with_other_hashes_plays_the_same(
    tmp_path: Path, sandbox: Sandbox, right: Recorded
) -> None:
    """Some programs one after another, in a process that may start no other."""
    wanted: dict[str, Any] = {}
    for name in ("right", "crashing", "ending itself", "printing", "by the hash of a text"):
        text = PROGRAMS[name]
        folder = tmp_path / name
        folder.mkdir()
        of = submission(folder, text)
        result, tape = recorded(of, sandbox)
        (folder / "tape").write_bytes(tape)
        wanted[name] = as_data(result)
    done = subprocess.run(
        [sys.executable, "-c", _PLAYING, str(tmp_path)],
        env={"PATH": "/usr/bin:/bin", "PYTHONHASHSEED": "77", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == json.loads(json.dumps(wanted))


_PLAYING = """
import json, os, sys
from pathlib import Path
os.fork = os.posix_spawn = None
import subprocess
subprocess.Popen = None
from tests.grader.sandbox.outside.test_tape import as_data, played, read_submission
told = {}
for folder in Path(sys.argv[1]).iterdir():
    result = played(read_submission(folder / "submission.py"), (folder / "tape").read_bytes())
    told[folder.name] = None if result is None else as_data(result)
print(json.dumps(told))
"""


def test_a_program_in_pytorch_is_played_too(tmp_path: Path, sandbox: Sandbox) -> None:
    of = submission(tmp_path, script(draw_sheet("7", ("torch-model-code:easy",), "en"), model))
    result, tape = recorded(of, sandbox)
    assert result.score == result.max_score
    assert played(of, tape) == result


# -- off the tape ----------------------------------------------------------------------------------


def test_another_program_is_off_the_tape(tmp_path: Path, right: Recorded) -> None:
    for name in ("wrong", "blank", "crashing"):
        assert played(submission(tmp_path, PROGRAMS[name]), right.tape) is None


def test_another_sheet_or_other_limits_are_off_the_tape(tmp_path: Path, right: Recorded) -> None:
    other = script(draw_sheet("8", KEYS, "en"), model)
    assert played(submission(tmp_path, other), right.tape) is None
    assert played(right.submission, right.tape, LimitChanges((parse_limit("cpu=0.4s"),))) is None


def test_other_questions_are_off_the_tape(right: Recorded, monkeypatch: pytest.MonkeyPatch) -> None:
    digest = tapes._of_requests
    monkeypatch.setattr(tapes, "_of_requests", lambda payload: digest(payload)[::-1])
    assert played(right.submission, right.tape) is None


def test_a_check_more_than_there_was_is_off_the_tape(right: Recorded) -> None:
    tape = msgspec.msgpack.decode(zlib.decompress(right.tape))
    form, level, own, modules, children, answers = tape
    for less in (children[:-1], [[asked, events[:-2]] for asked, events in children], []):
        short = zlib.compress(msgspec.msgpack.encode((form, level, own, modules, less, answers)))
        assert played(right.submission, short) is None


@pytest.mark.parametrize(
    "tape",
    [
        b"",
        b"x",
        zlib.compress(b""),
        zlib.compress(b"[]"),
        zlib.compress(msgspec.msgpack.encode([])),
    ],
)
def test_what_is_no_tape_is_refused(tape: bytes) -> None:
    with pytest.raises(OffTapeError, match="this is no tape of a program"):
        Player(tape)


def test_a_tape_of_another_form_is_refused(right: Recorded) -> None:
    _, *rest = msgspec.msgpack.decode(zlib.decompress(right.tape))
    with pytest.raises(OffTapeError, match="a tape of format 1 was expected"):
        Player(zlib.compress(msgspec.msgpack.encode([2, *rest])))


@settings(max_examples=25)
@given(place=st.integers(0, 10**6), byte=st.integers(1, 255))
def test_a_damaged_tape_plays_the_same_or_is_off(right: Recorded, place: int, byte: int) -> None:
    data = bytearray(right.tape)
    data[place % len(data)] ^= byte
    assert played(right.submission, bytes(data)) in (None, right.result)


def test_a_cut_tape_is_off(right: Recorded) -> None:
    for most in range(0, len(right.tape) - 4, 97):
        assert played(right.submission, right.tape[:most]) is None


# -- what is kept ----------------------------------------------------------------------------------


def test_of_a_program_that_answers_too_much_no_tape_is_made(
    tmp_path: Path, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tapes, "MOST_BYTES", 50)
    result, tape = recorded(submission(tmp_path, RIGHT), sandbox)
    assert tape == b""
    assert result.score == result.max_score


def test_a_file_is_marked_by_its_tape_and_run_where_that_is_off(
    right: Recorded, tmp_path: Path, sandbox: Sandbox
) -> None:
    path = tmp_path / "submission.py"
    path.write_text(RIGHT, encoding="utf-8")
    conditions = Conditions(sandbox.level, LIMITS, keeps_tapes=True)
    by_tape = mark_one(path, sandbox, conditions, tape=right.tape)
    assert by_tape.was_played
    off = mark_one(path, sandbox, conditions, tape=b"no tape")
    assert not off.was_played
    assert played(right.submission, off.tape) == right.result
    assert by_tape.data == off.data == as_data(right.result)
