"""How a remark names what stands on the sheet: a blank by its name, what is given by its symbol.

What is given in the text of a sheet has words of the family's own.
"""

from __future__ import annotations

from grader.messages.remark import Datum
from problems.quantity import Given, symbol_of
from problems.working import Working


def as_on_sheet(working: Working, name: str) -> str | Datum:
    r"""``$\frac{\partial L}{\partial q}$`` for ``dq``, where the sheet gives it so.

    Data that stand in its text have words. All else keeps its name: a blank, a layer.
    """
    given = next((one for one in working if isinstance(one, Given) and one.name == name), None)
    if given is not None and given.meaning:
        return Datum(given.meaning, given.of)
    if given is None or given.symbol in (name, symbol_of(name)):
        return name
    return f"${given.symbol}$"
