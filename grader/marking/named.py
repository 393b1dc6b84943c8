"""How a remark names what stands on the sheet: a blank by its name, what is given by its symbol."""

from __future__ import annotations

from problems.quantity import Given, symbol_of
from problems.working import Working


def as_on_sheet(working: Working, name: str) -> str:
    r"""``$\frac{\partial L}{\partial q}$`` for ``dq``, where the sheet gives it so.

    All else keeps its name: a blank, a layer, a number that has no symbol.
    """
    given = next((one for one in working if isinstance(one, Given) and one.name == name), None)
    if given is None or given.symbol in (name, symbol_of(name)):
        return name
    return f"${given.symbol}$"
