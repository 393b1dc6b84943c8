"""Where nothing can be confined, a file of one's own is run, and a file of somebody else is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.forkserver import ForkServer, MissingModuleError, NotConfinedError
from grader.sandbox.outside.limits import Limits
from grader.sandbox.outside.outcome import Returned
from grader.sandbox.outside.own_file import OwnFile
from grader.sandbox.outside.own_machine import OwnMachine
from grader.sandbox.outside.plain_process import PlainProcess
from grader.sandbox.outside.program import Cell, Probe, Wanted
from grader.sandbox.outside.sandbox import NUMPY_MODULES, NoSandboxError, Sandbox
from grader.sandbox.wire.level import LEVELS, NONE
from problems.probe import Call, Put, Read

CELL = Cell("a = 3 + len('')", None, 1, "p")
WANTED = Wanted("p", ("a",))
ROOT = Path(__file__).parents[4]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[PlainProcess]:
    """The processes that are started while a test runs."""
    found: list[PlainProcess] = []
    start = PlainProcess.__init__

    def noted(self: PlainProcess, modules: tuple[str, ...], limits: Limits) -> None:
        found.append(self)
        start(self, modules, limits)

    monkeypatch.setattr(PlainProcess, "__init__", noted)
    return found


@pytest.fixture
def machine() -> Iterator[OwnMachine]:
    with OwnMachine() as found:
        yield found


@pytest.fixture
def unconfinable(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has no level be had."""

    def refused(self: ForkServer) -> None:
        raise NotConfinedError("not in this test")

    monkeypatch.setattr(ForkServer, "wait_until_ready", refused)


def test_no_process_is_started_for_what_is_written_out(
    machine: OwnMachine, started: list[PlainProcess]
) -> None:
    cell = Cell("a = 2 * 3 + 1", None, 1, "p")
    assert execute([cell], [WANTED], sandbox=machine).values["p", "a"] == Returned(7)
    assert started == []


def test_each_program_has_a_process_of_its_own_that_is_gone_afterwards(
    machine: OwnMachine, started: list[PlainProcess]
) -> None:
    source = "seen = globals().get('seen', 0) + 1\na = seen + len('')"
    for _ in range(2):
        found = execute([Cell(source, None, 1, "p")], [WANTED], sandbox=machine)
        assert found.values["p", "a"] == Returned(1)
    assert all(each.has_ended for each in started[:2])


def test_the_next_process_is_made_while_several_run_one_after_the_other(
    machine: OwnMachine, started: list[PlainProcess]
) -> None:
    expected = [1, 3, 4]  # the second has the next one made, and so on
    for count in expected:
        execute([CELL], [WANTED], sandbox=machine)
        assert len(started) == count
    assert [each.has_ended for each in started] == [True, True, True, False]
    machine.close()
    assert started[-1].has_ended


def test_a_process_in_reserve_that_has_ended_meanwhile_is_replaced(
    machine: OwnMachine, started: list[PlainProcess]
) -> None:
    for _ in range(2):
        execute([CELL], [WANTED], sandbox=machine)
    started[-1]._process.kill()
    started[-1]._process.wait()
    assert execute([CELL], [WANTED], sandbox=machine).values["p", "a"] == Returned(3)


def test_under_other_limits_the_process_in_reserve_is_not_taken(
    machine: OwnMachine, started: list[PlainProcess]
) -> None:
    for _ in range(2):
        execute([CELL], [WANTED], sandbox=machine)
    execute([CELL], [WANTED], [], Limits(cpu_seconds=7), sandbox=machine)
    assert len(started) == 4
    assert started[2].has_ended


def test_the_first_problem_in_code_goes_on_with_the_process_that_has_given_the_values(
    machine: OwnMachine, started: list[PlainProcess]
) -> None:
    cells = [CELL, Cell("def f(x):\n    return x + 1\n", None, 2, "q")]
    probe = Probe("q", "only", (Put("x", 4), Call("y", "f", ("x",)), Read("y")))
    found = execute(cells, [WANTED], [probe], sandbox=machine)
    assert found.values["p", "a"] == Returned(3)
    assert found.observations["q", "only"] == (Returned(5),)
    assert len(started) == 1


def test_a_library_that_is_not_there_is_told_with_what_to_do(
    machine: OwnMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("grader.sandbox.outside.sandbox.NUMPY_MODULES", ("no_such_numpy",))
    with pytest.raises(MissingModuleError, match=r"no_such_numpy.*pip install -c constraints\.txt"):
        execute([CELL], [WANTED], sandbox=machine)


def test_a_file_of_ones_own_is_confined_where_that_can_be_had(started: list[PlainProcess]) -> None:
    with OwnFile(Sandbox()) as own:
        assert execute([CELL], [WANTED], sandbox=own).values["p", "a"] == Returned(3)
        assert own.level in LEVELS
        assert not own.is_for_own_files
    assert started == []


@pytest.mark.usefixtures("unconfinable")
def test_where_no_level_can_be_had_it_is_run_all_the_same() -> None:
    with OwnFile(Sandbox()) as own:
        assert execute([CELL], [WANTED], sandbox=own).values["p", "a"] == Returned(3)
        assert (own.level, own.is_for_own_files) == (NONE, True)


@pytest.mark.usefixtures("unconfinable")
def test_that_no_level_can_be_had_is_known_before_anything_is_run() -> None:
    with OwnFile(Sandbox()) as own:
        assert (own.is_for_own_files, own.level) == (True, NONE)


@pytest.mark.usefixtures("unconfinable")
def test_a_sandbox_for_files_of_others_refuses_there() -> None:
    with Sandbox() as sandbox, pytest.raises(NoSandboxError, match="cannot be kept apart"):
        execute([CELL], [WANTED], sandbox=sandbox)


def test_what_is_asked_for_without_confinement_goes_through_a_fork_server_on_linux(
    started: list[PlainProcess],
) -> None:
    with OwnFile(Sandbox(NONE)) as own:
        assert execute([CELL], [WANTED], sandbox=own).values["p", "a"] == Returned(3)
        assert (own.level, own.is_for_own_files) == (NONE, False)
    assert started == []


def test_where_programs_are_confined_nothing_of_the_plain_process_is_loaded() -> None:
    import subprocess
    import sys

    script = (
        "import sys, grader.cli.check, grader.grading.grade\n"
        "print([name for name in sys.modules if name.endswith("
        "('own_machine', 'plain_process', 'read_first'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_modules_are_chosen_as_in_a_sandbox() -> None:
    machine, sandbox = OwnMachine(), Sandbox()
    for torch, source in ((False, ""), (True, ""), (True, "torch.optim.SGD")):
        assert machine.modules_for([source], torch=torch) == sandbox.modules_for(
            [source], torch=torch
        )
    assert machine.modules_for([""], torch=False) == NUMPY_MODULES
