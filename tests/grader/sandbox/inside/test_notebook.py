"""What every kernel has is there in a notebook, and costs no mark; a file has none of it."""

from __future__ import annotations

import pytest

from grader.sandbox.outside.execution import execute
from grader.sandbox.outside.outcome import Execution, Raised, Returned
from grader.sandbox.outside.program import Cell, Wanted


def notebook(*sources: str) -> Execution:
    """What comes of ``a`` in a notebook of these cells."""
    cells = [Cell(source, f"cell {n}", 1, "p") for n, source in enumerate(sources, start=1)]
    return execute(cells, [Wanted("p", ("a",))])


@pytest.mark.parametrize(
    ("sources", "value"),
    [
        (("a = 3\ndisplay(a, 'text')\na",), 3),
        (("def f(x):\n    display(x)\n    return x\na = f(3)",), 3),
        (("class K:\n    def __repr__(self): raise ValueError\na = 3\ndisplay(K())",), 3),
        (("a = 3\nget_ipython().run_line_magic('matplotlib', 'inline')\nexit",), 3),
        (("get_ipython().config.x = 1\na = 'IPKernelApp' in get_ipython().config",), True),
        (("a = 'ZMQ' in type(get_ipython()).__name__",), True),
        (("a = 3\nexit()\nquit()\nexit(1)",), 3),
        (("a = 3", "quit", "a = a + 1"), 4),
        (("6 * 7", "a = _"), 42),
        (("6 * 7", "8\na = 9", "a = _ + Out[1]"), 84),
        (("1", "2", "3", "a = [_, __, ___]"), [3, 2, 1]),
        (("1", "for _ in range(9): pass", "2", "a = _"), 8),
        (("5", "print('x')", "a = _"), 5),
        (("a = len(In) + len(Out)",), 1),
        (("import asyncio\na = await asyncio.sleep(0, 5)",), 5),
        (("async def f(): return 4\nt = f()", "a = await t"), 4),
        (("async def f(): return 4", "await f()", "a = _"), 4),
        (("from IPython.display import display, HTML\ndisplay(HTML('x'))\na = 1",), 1),
        (("import IPython\nIPython.display.clear_output(wait=True)\na = 1",), 1),
        (("from IPython import get_ipython\nget_ipython().system('ls')\na = 1",), 1),
        (
            (
                "from IPython.core.interactiveshell import InteractiveShell\n"
                "InteractiveShell.ast_node_interactivity = 'all'\na = 1",
            ),
            1,
        ),
    ],
)  # fmt: skip
def test_what_a_kernel_has_is_there(sources: tuple[str, ...], value: object) -> None:
    execution = notebook(*sources)
    assert execution.values["p", "a"] == Returned(value)
    assert execution.incidents == ()


def test_what_is_displayed_is_printed() -> None:
    assert notebook("a = 1\ndisplay([1, 2], 'b')").printed.text == "[1, 2]\n'b'\n"


def test_an_error_in_what_is_awaited_costs_the_statement() -> None:
    found = notebook("async def f(): return 1 / 0\na = await f()").values["p", "a"]
    assert found == Raised("ZeroDivisionError", "division by zero", "cell 1, line 1")


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("a = display(3)", "NameError"),
        ("a = get_ipython()", "NameError"),
        ("a = _", "NameError"),
        ("async def f(): return 1\na = await f()", "SyntaxError"),
    ],
)
def test_a_file_has_none_of_it(source: str, kind: str) -> None:
    found = execute([Cell(source, None, 1, "p")], [Wanted("p", ("a",))]).values["p", "a"]
    assert isinstance(found, Raised)
    assert found.type == kind


@pytest.mark.parametrize("border", ["# In[3]:", "# In[ ]:", "get_ipython().magic('a')"])
def test_a_file_that_a_tool_has_made_of_a_notebook_has_it(border: str) -> None:
    cell = Cell(f"{border}\na = 3\ndisplay(a)", None, 1, "p")
    execution = execute([cell], [Wanted("p", ("a",))])
    assert (execution.values["p", "a"], execution.incidents) == (Returned(3), ())
