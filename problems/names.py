"""Names that a student types: of blanks, of functions and classes, of variables in a formula."""

from __future__ import annotations

import builtins
import keyword
import unicodedata
from functools import lru_cache

_IMPORTED = frozenset({"np", "numpy", "torch", "nn"})
"""What the file that is handed in imports."""


class ReservedNameError(ValueError):
    """A name that a student's file cannot use for what is asked, and what its author can do."""


def check_name(name: str, what: str, where: str) -> None:
    """Raise ReservedNameError unless a name is free for a student to give a value to.

    ``what`` has the name and ``where`` gives it, for the author: ``"blank"``, ``"w.derive(...)"``.
    Names are in ASCII, so that every keyboard has them, and so that no two of them look alike.
    """
    if reason := _why_reserved(name):
        raise ReservedNameError(
            f"a {what} cannot be called {name!r}: {reason}; take another name in {where}, such as "
            f"{_free_name_like(name)!r}"
        )


@lru_cache(maxsize=4096)
def _why_reserved(name: str) -> str:
    if not name.isascii() or not name.isidentifier():
        return "it is no identifier of ASCII letters, digits and underscores"
    if keyword.iskeyword(name) or keyword.issoftkeyword(name):
        return "it is a keyword of Python"
    if name.startswith("_"):
        return "names that begin with an underscore are not read from a program"
    if hasattr(builtins, name):
        return "Python has a function or value of its own under that name"
    if name in _IMPORTED:
        return "the file that is handed in has a module under that name"
    return ""


def _free_name_like(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    stem = "".join(c if c.isalnum() else "_" for c in letters).strip("_")
    names = (stem, f"the_{stem}") if stem else ()
    return next((name for name in names if not _why_reserved(name)), "answer")
