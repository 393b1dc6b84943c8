"""A debugger that nobody sits at returns at once, and an event loop needs no sockets."""

from __future__ import annotations

import os

import pytest

from grader.sandbox.inside.substitutes import PipeEnd
from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import Execution, Raised, Returned
from grader.sandbox.outside.program import Cell, Probe, Wanted
from problems.probe import Call, Put, Read


def run(source: str) -> Execution:
    return execute([Cell(source, None, 1, "p")], [Wanted("p", ("a",))])


@pytest.mark.parametrize(
    "source",
    [
        "breakpoint()\na = 3",
        "import sys\nsys.breakpointhook()\na = 3",
        "import pdb\npdb.set_trace()\na = 3",
        "import pdb; pdb.set_trace(header='look')\na = 3",
        "from pdb import set_trace\nset_trace()\na = 3",
        "def f():\n    import pdb; pdb.set_trace()\n    return 3\na = f()",
        "import pdb\npdb.Pdb().set_trace()\na = 3",
        "name = 'pdb'\n__import__(name)\nimport sys\nsys.modules[name].set_trace()\na = 3",
    ],
)  # fmt: skip
def test_a_breakpoint_that_was_left_in_does_nothing(source: str) -> None:
    execution = run(source)
    assert (execution.values["p", "a"], execution.incidents) == (Returned(3), ())
    assert execution.printed.text == ""


ASYNCHRONOUS = """
import asyncio
async def square(x):
    await asyncio.sleep(0)
    return x * x
async def squares(x):
    return await asyncio.gather(*[square(one) for one in x])
"""


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("a = asyncio.run(squares([1, 2]))", [1, 4]),
        ("a = [asyncio.run(square(x)) for x in (1, 2)]", [1, 4]),
        ("loop = asyncio.new_event_loop()\na = loop.run_until_complete(square(3))", 9),
        ("async def main(): return await asyncio.to_thread(abs, -3)\na = asyncio.run(main())", 3),
        (
            "async def main():\n    try:\n        await asyncio.wait_for(asyncio.sleep(9), 0.01)\n"
            "    except TimeoutError:\n        return 'late'\na = asyncio.run(main())",
            "late",
        ),
        ("with asyncio.Runner() as runner:\n    a = runner.run(square(2))", 4),
    ],
)  # fmt: skip
def test_coroutines_run(source: str, value: object) -> None:
    execution = run(ASYNCHRONOUS + source)
    assert (execution.values["p", "a"], execution.incidents) == (Returned(value), ())


def test_a_function_that_runs_an_event_loop_can_be_called_many_times() -> None:
    source = f"{ASYNCHRONOUS}def f(x):\n    return asyncio.run(squares(x))\n"
    calls = [step for n in range(40) for step in (Call(f"r{n}", "f", ("x",)), Read(f"r{n}"))]
    probe = Probe("p", "f", (Put("x", [2, 3]), *calls))
    execution = execute([Cell(source, None, 1, "p")], (), [probe])
    assert set(map(repr, execution.observations["p", "f"])) == {repr(Returned([4, 9]))}


def test_what_a_coroutine_raises_is_told_as_such() -> None:
    found = run("import asyncio\nasync def f(): return 1 / 0\na = asyncio.run(f())").values[
        "p", "a"
    ]
    assert found == Raised("ZeroDivisionError", "division by zero", "line 2")


def test_the_ends_of_a_pipe_do_not_block_and_are_closed_once() -> None:
    source, sink = map(PipeEnd, os.pipe())
    with pytest.raises(BlockingIOError):
        source.recv(1)
    assert sink.send(b"ab") == len(b"ab")
    assert source.recv(9) == b"ab"
    for end in (source, sink, source):
        end.close()
        assert end.fileno() == -1
