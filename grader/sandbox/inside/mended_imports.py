"""Libraries that are not there and that no work needs: a progress bar (see `mending`).

``for i in tqdm(range(n))`` goes through the same as ``for i in range(n)``.

Loaded by path in the child.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType
    from typing import Any

NO_PROGRESS_BAR = "progress-bar-missing"

_LIBRARY = "tqdm"


class Bar:
    """What goes through the same as it was given, and shows nothing."""

    def __init__(self, values: Any = (), *_: Any, **__: Any) -> None:
        self._values = values

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __enter__(self) -> Bar:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def __getattr__(self, name: str) -> Any:
        """``update``, ``set_description`` and the like do nothing."""
        return lambda *_, **__: None


class Finder:
    """Finds the library where nothing else has found it; it is also what loads it."""

    def __init__(self, found: set[str]) -> None:
        self._found = found

    def find_spec(self, name: str, *_: Any) -> ModuleSpec | None:
        """For the library and what is in it; None for all others."""
        if name.partition(".")[0] != _LIBRARY:
            return None
        return ModuleSpec(name, self, is_package=True)  # type: ignore[arg-type]

    def create_module(self, _: ModuleSpec) -> None:
        """None: a plain module is made."""

    def exec_module(self, module: ModuleType) -> None:
        """Gives the module its functions."""
        self._found.add(NO_PROGRESS_BAR)
        names = vars(module)
        names["tqdm"] = names["tqdm_notebook"] = Bar
        names["trange"] = lambda *numbers, **_: Bar(range(*numbers))


def install(found: set[str]) -> None:
    """Has the library found if no other finder finds it; ``found`` takes the mistake then."""
    sys.meta_path.append(Finder(found))
