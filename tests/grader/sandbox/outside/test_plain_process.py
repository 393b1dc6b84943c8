"""A program in a process that nothing confines is held to its limits, and leaves nothing behind."""

from __future__ import annotations

import marshal
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from grader.sandbox.outside import plain_process
from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.forkserver import MissingModuleError
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.nursery import ChildEndedError, TimedOutError
from grader.sandbox.outside.outcome import (
    Ended,
    Execution,
    Missing,
    OverLimit,
    Raised,
    Returned,
    SandboxFault,
)
from grader.sandbox.outside.own_machine import OwnMachine
from grader.sandbox.outside.plain_process import PlainProcess, _ending
from grader.sandbox.outside.program import Cell, Probe, Wanted
from grader.sandbox.wire import frames as wire
from problems.probe import Call, Put, Read

LIMITS = Limits(call_seconds=1.0)
Start = Callable[..., PlainProcess]


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts processes that end with the test."""
    started: list[PlainProcess] = []

    def begun(modules: tuple[str, ...] = (), limits: Limits = LIMITS) -> PlainProcess:
        started.append(PlainProcess(modules, limits))
        started[-1].begin()
        return started[-1]

    yield begun
    for each in started:
        each.close()


def ask(process: PlainProcess, *requests: tuple[str, tuple[Any, ...]], seconds: float = 5.0) -> Any:
    """The last answer to some requests."""
    process.send(marshal.dumps(requests))
    answers: list[bytes] = []
    while len(answers) < len(requests):
        answers += process.receive(seconds, 2**24, len(requests))
    return wire.decode(answers[-1])


def parse(process: PlainProcess, source: str) -> None:
    ask(process, ("prepare", (2**20,)), ("parse", (0, source, 1)))


def run(source: str, *names: str, limits: Limits = LIMITS) -> Execution:
    """The source, which has to be run for it, in a plain process."""
    cell = Cell(f"{source}\nlen('')", None, 1, "p")
    with OwnMachine() as machine:
        return execute([cell], [Wanted("p", names)], [], limits, sandbox=machine)


def value(source: str, limits: Limits = LIMITS) -> object:
    """What the program gives the name ``a``."""
    return run(source, "a", limits=limits).values["p", "a"]


def test_a_value_comes_back() -> None:
    source = "import numpy as np\na = [np.arange(3) * 2, 'č', 2.5]"
    found = value(source)
    assert isinstance(found, Returned)
    assert np.array_equal(found.value[0], [0, 2, 4])
    assert found.value[1:] == ["č", 2.5]


def test_probes_call_what_the_program_defines() -> None:
    cells = [Cell("def f(x):\n    return x + 1\n", None, 1, "p")]
    probes = [Probe("p", "only", (Put("x", 4), Call("y", "f", ("x",)), Read("y")))]
    with OwnMachine() as machine:
        found = execute(cells, [], probes, LIMITS, sandbox=machine)
    assert found.observations["p", "only"] == (Returned(5),)


def test_an_input_larger_than_a_pipe_and_its_value_come_through() -> None:
    cells = [Cell("def f(x):\n    return x[::-1]\n", None, 1, "p")]
    large = np.arange(300_000.0)
    probes = [Probe("p", "only", (Put("x", large), Call("y", "f", ("x",)), Read("y")))]
    with OwnMachine() as machine:
        (found,) = execute(cells, [], probes, Limits(), sandbox=machine).observations["p", "only"]
    assert isinstance(found, Returned)
    assert np.array_equal(found.value, large[::-1])


def test_an_endless_loop_costs_its_answer_and_is_told_with_its_place() -> None:
    found = run("a = 3 + len('')\nwhile True:\n    a += 1\nb = 4", "a", "b")
    assert found.values["p", "b"] == Returned(4)
    assert found.limits_met == ("time",)
    (incident,) = found.incidents
    assert incident.outcome == OverLimit("time", "1 s", "line 2")


def test_a_call_that_hangs_is_stopped_in_the_loop_that_it_never_leaves() -> None:
    cells = [Cell("def f(x):\n    while x:\n        x += 1\n", None, 1, "p")]
    probes = [Probe("p", "only", (Put("x", 4), Call("y", "f", ("x",)), Read("y")))]
    with OwnMachine() as machine:
        (found,) = execute(cells, [], probes, LIMITS, sandbox=machine).observations["p", "only"]
    assert found == OverLimit("time", "1 s", "line 2")


def test_where_there_is_no_signal_to_ask_with_a_loop_is_stopped_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(signal, "SIGUSR1")
    found = run("a = 3 + len('')\nwhile True:\n    a += 1\nb = 4", "b")
    assert found.values["p", "b"] == Returned(4)
    assert found.limits_met == ("time",)


@pytest.mark.parametrize(
    ("source", "outcome"),
    [
        ("import os\nos._exit(3)", Ended("exit", "exit code 3", "line 2")),
        ("import os\nos.kill(os.getpid(), 11)", Ended("crash", "SIGSEGV or SIGABRT", "line 2")),
        ("import os\nos.kill(os.getpid(), 9)", Ended("crash", "SIGKILL", "line 2")),
        (
            "import os\nfor pipe in range(3, 9):\n    try:\n        os.write(pipe, b'x' * 99)\n"
            "    except OSError:\n        pass",
            Ended("crash", "the program wrote into the grader's channel", "line 2"),
        ),
        (
            "import os\nos.closerange(3, 9)",
            Ended("crash", "the program closed the grader's channel", "line 2"),
        ),
    ],
)
def test_how_a_program_ends_itself_is_told(source: str, outcome: Ended) -> None:
    found = run(f"{source}\nb = 4", "b")
    assert found.values["p", "b"] == Returned(4)
    (incident,) = found.incidents
    assert incident.outcome == outcome


def test_what_is_printed_is_kept_up_to_its_limit() -> None:
    found = run("print('x' * 5000)\na = 1", "a", limits=Limits(log_bytes=300))
    assert found.values["p", "a"] == Returned(1)
    assert (found.printed.text, found.printed.total_bytes) == ("x" * 300, 5001)


def test_a_program_that_prints_more_than_a_pipe_holds_goes_on() -> None:
    found = run("for _ in range(300):\n    print('x' * 5000)\na = 1", "a")
    assert found.values["p", "a"] == Returned(1)
    assert found.printed.total_bytes == 300 * 5001


def test_a_value_over_the_limit_is_told() -> None:
    assert value("a = 'x' * 3000", Limits(result_bytes=2000)) == OverLimit("result", "1.95312 KiB")


@pytest.mark.parametrize("name", ["grader", "problems.family", "reference", "wire", "_sandbox"])
def test_the_graders_own_packages_are_not_there(name: str) -> None:
    top = name.partition(".")[0]
    found = value(f"try:\n    import {name}\nexcept ImportError as error:\n    a = str(error)")
    assert found in [Returned(f"No module named {each!r}") for each in (top, name)]


def test_installed_packages_are_there() -> None:
    assert value("import click\na = click.__name__") == Returned("click")


def test_a_program_has_nothing_to_read_and_a_folder_of_its_own_that_goes_with_it() -> None:
    source = (
        "import os, sys\nopen('left.txt', 'w').write('x')\n"
        "a = [os.getcwd(), os.listdir(), sys.stdin.read()]"
    )
    found = value(source)
    assert isinstance(found, Returned)
    folder, there, told = found.value
    assert (there, told) == (["left.txt"], "")
    assert Path(folder) != Path.cwd()
    assert not Path(folder).exists()


def test_the_environment_leads_to_no_other_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/no/such/folder")
    monkeypatch.setenv("PYTHONSTARTUP", "no_such_file.py")
    monkeypatch.setenv("HOME_OF_THIS_TEST", "here")
    source = (
        "import os\na = [os.environ.get(name) for name in "
        "('PYTHONPATH', 'PYTHONSTARTUP', 'PYTHONHASHSEED', 'HOME_OF_THIS_TEST', 'MPLBACKEND')]"
    )
    assert value(source) == Returned([None, None, "0", "here", "Agg"])


def test_what_a_program_has_started_is_ended_with_it() -> None:
    source = "import subprocess, sys\na = subprocess.Popen([sys.executable, '-c', 'input()'], "
    found = value(source + "stdin=subprocess.PIPE).pid")
    assert isinstance(found, Returned)
    until = time.monotonic() + 5
    while time.monotonic() < until and is_alive(found.value):
        time.sleep(0.05)
    assert not is_alive(found.value)


def is_alive(pid: int) -> bool:
    try:
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_a_process_that_is_no_more_is_noticed_though_its_pipe_is_held_open(start: Start) -> None:
    process = start()
    parse(process, "import os, time\nif not os.fork():\n    time.sleep(60)\nos._exit(4)")
    began = time.monotonic()
    with pytest.raises(ChildEndedError):
        ask(process, *(("run", (0, number)) for number in range(3)), seconds=20)
    assert process.close()[:2] == (4, None)
    assert time.monotonic() - began < 10


def test_a_process_ends_when_nobody_asks_any_more(start: Start) -> None:
    process = start()
    assert process._process.stdin is not None
    process._process.stdin.close()
    assert process._process.wait(5) == 81


def test_an_answer_that_does_not_come_is_not_waited_for_longer_than_told(start: Start) -> None:
    process = start()
    parse(process, "import time\ntime.sleep(60)")
    began = time.monotonic()
    with pytest.raises(TimedOutError):
        ask(process, ("run", (0, 0)), ("run", (0, 1)), seconds=0.3)
    assert 0.3 <= time.monotonic() - began < 3
    assert process.spent.charged >= 0.3


def test_a_module_that_is_not_there_is_told(start: Start) -> None:
    with pytest.raises(MissingModuleError, match="No module named 'no_such_module'"):
        start(("no_such_module",))


def test_a_process_that_does_not_start_is_our_fault_and_its_words_are_told(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plain_process, "DRIVER", "/no/such/driver.py")
    with pytest.raises(SandboxFault, match=r"did not start; it said: .*can't open file"):
        start()


def test_its_folder_and_pipes_are_gone_when_it_is_closed(start: Start) -> None:
    process = start()
    folder = process._folder
    assert folder.is_dir()
    assert process.close() == process.close()
    assert not folder.exists()
    assert not any(thread.is_alive() for thread in process._threads)
    assert all(
        pipe is not None and pipe.closed
        for pipe in (process._process.stdin, process._process.stdout, process._process.stderr)
    )


def test_processor_time_is_limited_where_the_system_can(start: Start) -> None:
    process = start(limits=Limits(cpu_seconds=1))
    parse(process, "while True:\n    pass")
    with pytest.raises(ChildEndedError):
        ask(process, ("run", (0, 0)), seconds=20)
    assert process.close().signal in ("SIGXCPU", "SIGKILL")


def test_memory_is_limited_where_the_system_can() -> None:
    limits = Limits(memory_bytes=64 * 1024**2)
    found = run("import numpy as np\na = np.ones(10**8)", "a", limits=limits)
    assert isinstance(found.values["p", "a"], OverLimit)
    assert found.limits_met == ("memory",)


@pytest.mark.parametrize(
    ("code", "ending"),
    [
        (0, (0, None)),
        (3, (3, None)),
        (-11, (None, "SIGSEGV")),
        (-99, (None, "signal 99")),
        (0xC0000005, (None, "SIGSEGV")),
        (0xC00000FD, (None, "SIGSEGV")),
        (0xC0000409, (None, "SIGABRT")),
    ],
)
def test_what_a_system_says_of_an_end_is_told_in_one_way(
    code: int, ending: tuple[int | None, str | None]
) -> None:
    assert _ending(code, was_alive=False)[:2] == ending


def test_an_error_is_told_with_its_line() -> None:
    found = value("a = 1 / len('')")
    assert isinstance(found, Raised)
    assert (found.type, found.place) == ("ZeroDivisionError", "line 1")


def test_a_name_that_is_not_given_is_missing() -> None:
    assert isinstance(value("b = 3"), Missing)
