"""Fork servers: their start, their children, and what is left when one side dies."""

from __future__ import annotations

import marshal
import os
import signal
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import suppress

import pytest

from grader.sandbox.outside.forkserver import (
    ForkServer,
    ForkServerLostError,
    MissingModuleError,
    NotConfinedError,
)
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.nursery import ChildEndedError
from grader.sandbox.outside.process import ChildProcess
from grader.sandbox.outside.sandbox import NUMPY_MODULES, NoSandboxError, Sandbox
from grader.sandbox.wire import frames as wire
from tests.grader.sandbox.processes import descendants, wait_until_gone

LIMITS = {"memory": 1 << 28, "cpu": 5, "file": 1 << 20, "open_files": 64}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as one:
        yield one


def child(sandbox: Sandbox) -> ChildProcess:
    return sandbox.child(NUMPY_MODULES, Limits())


def ask(process: ChildProcess, verb: str, *arguments: int | str) -> object:
    process.send(marshal.dumps(((verb, arguments),)))
    return wire.decode(*process.receive(10.0, 1 << 20, 1))


def run(process: ChildProcess, source: str) -> object:
    """Runs the statements of a program, and gives the value of its ``x``."""
    ask(process, "prepare", 1 << 20)
    read = ask(process, "parse", 0, source, 1)
    assert isinstance(read, tuple)
    for number in range(len(read[1])):
        done = ask(process, "run", 0, number)
        assert done == ("done",), done
    answer = ask(process, "capture", "x")
    assert isinstance(answer, tuple)
    return answer[1]


def test_children_share_nothing(sandbox: Sandbox) -> None:
    one, other = child(sandbox), child(sandbox)
    try:
        assert run(one, "import random, numpy as np\nnp.planted = random.planted = x = 1") == 1
        assert run(other, "import numpy as np, random\nx = hasattr(np, 'planted')") is False
    finally:
        one.close()
        other.close()


def test_every_child_sees_the_same_random_numbers(sandbox: Sandbox) -> None:
    source = "import random, numpy as np\nx = [random.random(), float(np.random.rand())]"
    seen = []
    for _ in range(2):
        process = child(sandbox)
        seen.append(run(process, source))
        process.close()
    assert seen[0] == seen[1]


def test_a_child_has_five_descriptors_and_nothing_of_the_environment(sandbox: Sandbox) -> None:
    source = """
        import os
        def is_open(n):
            try:
                os.fstat(n)
            except OSError:
                return False
            return True
        x = [[n for n in range(200) if is_open(n)], dict(os.environ)]
    """
    process = child(sandbox)
    assert run(process, textwrap.dedent(source)) == [
        [0, 1, 2, 3, 4],
        {"TORCHDYNAMO_DISABLE": "1"},
    ]
    process.close()


def test_how_a_child_ended_is_known(sandbox: Sandbox) -> None:
    process = child(sandbox)
    ending = process.close()
    assert ending.was_alive
    assert ending.signal == "SIGKILL"
    assert process.close() is ending
    process = child(sandbox)
    ask(process, "prepare", 1 << 20)
    ask(process, "parse", 0, "import os\nos._exit(7)", 1)
    ask(process, "run", 0, 0)
    with pytest.raises(ChildEndedError):
        ask(process, "run", 0, 1)
    ending = process.close()
    assert (ending.code, ending.signal, ending.was_alive) == (7, None, False)


def test_closing_leaves_no_process_behind() -> None:
    sandbox = Sandbox()
    process = child(sandbox)
    processes = descendants(sandbox.server(NUMPY_MODULES).pid)
    assert len(processes) >= 2, "the zygote and its child"
    sandbox.close()
    wait_until_gone(processes)
    with pytest.raises(ForkServerLostError):
        process.close()


def test_a_grader_that_is_killed_leaves_no_process_behind() -> None:
    program = """
        import time
        from grader.sandbox.outside.limits import Limits
        from grader.sandbox.outside.sandbox import NUMPY_MODULES, Sandbox
        sandbox = Sandbox()
        child = sandbox.child(NUMPY_MODULES, Limits())
        print(sandbox.server(NUMPY_MODULES).pid, flush=True)
        time.sleep(60)
    """
    grader = subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program)], stdout=subprocess.PIPE, text=True
    )
    with grader:
        assert grader.stdout is not None
        server = int(grader.stdout.readline())
        processes = descendants(server)
        assert len(processes) >= 2
        grader.send_signal(signal.SIGKILL)
    wait_until_gone(processes)


def test_a_zygote_that_is_killed_takes_its_children_along_and_is_replaced(
    sandbox: Sandbox,
) -> None:
    process = child(sandbox)
    server = sandbox.server(NUMPY_MODULES)
    processes = descendants(server.pid)
    for one in processes - {server.pid} or {server.pid}:
        with suppress(ProcessLookupError):  # one may take others along before it is their turn
            os.kill(one, signal.SIGKILL)
    wait_until_gone(processes - {server.pid})
    with pytest.raises(ForkServerLostError):
        process.close()
    again = child(sandbox)
    assert run(again, "x = 1") == 1
    again.close()


def test_a_level_that_is_not_to_be_had_is_refused_with_the_reason() -> None:
    server = ForkServer("E", ())
    with pytest.raises(NotConfinedError, match="E is no level"):
        server.wait_until_ready()
    server.close()
    with pytest.raises(NoSandboxError, match="level E: E is no level"), Sandbox("E") as none:
        child(none)


def test_a_module_that_is_missing_is_named() -> None:
    server = ForkServer("-", ("no_such_module",))
    with pytest.raises(MissingModuleError, match="No module named 'no_such_module'"):
        server.wait_until_ready()
    server.close()


def test_elsewhere_than_on_linux_programs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(NoSandboxError, match=r"on Linux only, and this is darwin"):
        child(Sandbox())
