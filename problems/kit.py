"""What families of one kind share: a kit is a folder of this package beside theirs.

A kit has modules, which a family imports, and may have ``slips/KEY.py.j2``: programs with one
mistake, which every family has that names the kit. A kit's program extends ``solution.py.j2``: the
family's.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from problems.family import Family, InCode

TEMPLATES = Path(__file__).parent
"""The folder from which the templates of kits are named: ``layer_class/slips/KEY.py.j2``."""


def slip_programs(family: Family, folder: Path) -> Mapping[str, str]:
    """The programs with one mistake: by the key of the slip, the template's name for the family.

    ``folder`` is the family's own, whose programs stand in place of a kit's of the same key. Raises
    ValueError where a kit that the family names is not there.
    """
    kits = family.task.kits if isinstance(family.task, InCode) else ()
    programs: dict[str, str] = {}
    for kit in kits:
        if not (TEMPLATES / kit / "__init__.py").is_file():
            raise ValueError(f"the family {family.key!r} uses a kit {kit!r}, which is not there")
        programs |= {key: f"{kit}/slips/{key}.py.j2" for key in _keys(TEMPLATES / kit / "slips")}
    programs |= {key: f"slips/{key}.py.j2" for key in _keys(folder / "slips")}
    return dict(sorted(programs.items()))


def _keys(slips: Path) -> list[str]:
    return [path.name.removesuffix(".py.j2") for path in slips.glob("*.py.j2")]
