"""What was left blank where it is written may be something else once the program has run."""

from __future__ import annotations

import textwrap
from types import FunctionType
from typing import Any

import pytest

from grader.sandbox.inside.blanks import is_blank, is_filled, wraps_blank

PRELUDE = """
import functools
class Module: __module__ = "torch.nn.modules.module"
def work(self=None): return 1
def stub(self=None): ...
def wrap(work):
    def around(stub):
        @functools.wraps(stub)
        def inner(*values): return work(*values)
        return inner
    return around
def fill(kind):
    kind.forward = work
    return kind
"""


def made(source: str) -> Any:
    """What a program makes of the name ``it``."""
    names: dict[str, Any] = {"__name__": "submission"}
    exec(PRELUDE + textwrap.dedent(source), names)  # noqa: S102
    return names["it"]


def is_left(function: FunctionType) -> bool | None:
    """The stubs, which have no constant but ``None`` and no name; ``...`` is dropped."""
    if function.__module__ != "submission":
        return None
    return not function.__code__.co_names and function.__code__.co_consts[-1:] != (1,) and (
        not function.__code__.co_freevars
    )  # fmt: skip


@pytest.mark.parametrize(
    ("source", "blank", "wraps"),
    [
        ("it = stub", True, True),
        ("it = functools.partial(stub)", True, True),
        ("it = work", False, False),
        ("it = wrap(work)(stub)", False, True),
        ("it = wrap(stub)(work)", False, False),
        ("it = len", False, False),
        ("it = 5", False, False),
    ],
)
def test_a_function_is_blank_if_all_that_runs_is(source: str, blank: bool, wraps: bool) -> None:
    assert is_blank(made(source), is_left) is blank
    assert wraps_blank(made(source), is_left) is wraps


@pytest.mark.parametrize(
    "source",
    [
        "class it(Module): 'doc'\nit.forward = work",
        "class it(Module): 'doc'\nit.__init__ = work\nit.forward = work",
        "class it(Module): 'doc'\nit.forward = functools.partialmethod(work)\nit.loss = work",
        "class Mine(Module):\n    def __init__(self): self.a = 1\nclass it(Mine): pass",
        "class Mine(Module):\n    forward = work\nclass Second(Mine): pass\nclass it(Second): ...",
        "@fill\nclass it(Module): ...",
        "class it(Module):\n    def forward(self): ...\nit.forward = work",
        "import fractions\nclass it(fractions.Fraction): pass",
    ],
)  # fmt: skip
def test_a_class_that_inherits_or_is_given_its_methods_is_filled(source: str) -> None:
    assert is_filled(made(source), is_left)


@pytest.mark.parametrize(
    "source",
    [
        "class it: ...",
        "class it(Module): 'doc'",
        "import abc\nclass it(abc.ABC): pass",
        "class it(Module):\n    def __init__(self): ...\n    forward = stub",
        "class it(Module):\n    def __init__(self): ...\n    forward = work",
        "class Mine(Module):\n    forward = stub\nclass it(Mine): pass",
        "class it(Module): limit = 5",
    ],
)
def test_a_class_that_has_nothing_but_blanks_is_not(source: str) -> None:
    assert not is_filled(made(source), is_left)
