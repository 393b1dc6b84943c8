"""A lecturer's own network: a TOML file of layers, read into plain data, or refused in words.

``docs/networks.md`` says what may stand in one. What comes out has every number spelled out, and
reads as itself again, so that the header of a sheet can carry it and anybody's header is checked.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from problems.network_layers import ALIASES, FIELDS, LEFT_OUT, MOST_CELLS, MOST_CHANNELS, output
from problems.network_values import Reader, WrongValueError, names, text_of, whole
from reference.errors import ShapeError

MOST_LAYERS = 64
MOST_CHARACTERS = 16 * 1024
"""Of a network as the header of a sheet holds it."""

_MOST_BYTES = 256 * 1024
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*")
_TITLE = re.compile(r"[^\W_]([^\W_]|[ .,()+-])*")
_MOST_OF_NAME, _MOST_OF_TITLE = 16, 60
_RESERVED = ("image",)

Network = Mapping[str, Any]
"""``name``, ``input`` (C, H, W) and ``layers``, each with ``kind``, ``name`` and ``after``."""


class NetworkError(ValueError):
    """A network that cannot be used: where, what was expected, what came, and what to do."""


def read_network(path: Path) -> Network:
    """The network in a file. Raises NetworkError, with the line."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise NetworkError(f"{path}: cannot be read ({error.strerror})") from None
    if len(data) > _MOST_BYTES:
        raise NetworkError(f"{path}: a network of at most {_MOST_BYTES // 1024} KB was expected")
    try:
        text = data.decode("utf-8-sig")
        tables = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise NetworkError(f"{path}: TOML in UTF-8 was expected, but it is none: {error}") from None
    try:
        return _read(tables, layers="layer")
    except _PlacedError as error:
        raise NetworkError(f"{path}{_line_of(text, error)}: {error}") from None


def checked(network: Any) -> Network:
    """A network out of a header, as it is. Raises NetworkError for what is not spelled out."""
    if not isinstance(network, dict):
        raise NetworkError(f"a network was expected, but {type(network).__name__} came")
    try:
        found = _read(network, layers="layers")
    except _PlacedError as error:
        raise NetworkError(str(error)) from None
    if found != network:
        raise NetworkError("a network with all of its numbers was expected")
    return found


class _PlacedError(ValueError):
    """What is wrong, with the number of the layer (None for the head of the file) and the key."""

    def __init__(self, text: str, layer: int | None = None, key: str = "") -> None:
        super().__init__(text)
        self.layer = layer
        self.key = key


_LAYER = re.compile(r"^[ \t]*\[\[[ \t]*layer[ \t]*\]\]", re.MULTILINE)


def _line_of(text: str, error: _PlacedError) -> str:
    """``, line 12``: of the key that is wrong, or else of its table; nothing if it is not found."""
    starts = [found.start() for found in _LAYER.finditer(text)]
    first, last = 0, starts[0] if starts else len(text)
    if error.layer is not None:
        if error.layer > len(starts):
            return ""
        first = starts[error.layer - 1]
        last = starts[error.layer] if error.layer < len(starts) else len(text)
    key = re.compile(rf"^[ \t]*\"?{re.escape(error.key)}\"?[ \t]*=", re.MULTILINE)
    found = key.search(text, first, last) if error.key else None
    if found is None and error.layer is None:
        return ""
    return f", line {text.count(chr(10), 0, found.start() if found else first) + 1}"


def _read(tables: dict[str, Any], layers: str) -> Network:
    _refuse_unknown(tables, ("name", "input", layers), "a network", None)
    title = _value(tables, "name", _title, None)
    image = _value(tables, "input", _image, None)
    given = tables.get(layers)
    if not isinstance(given, list) or not all(isinstance(each, dict) for each in given):
        raise _PlacedError("layers were expected: write a table [[layer]] for each of them")
    if not 1 <= len(given) <= MOST_LAYERS:
        raise _PlacedError(f"1 to {MOST_LAYERS} layers were expected, but {len(given)} came")
    shapes: dict[str, tuple[int, ...]] = {"image": tuple(image)}
    found = []
    for place, table in enumerate(given, start=1):
        layer = _layer(table, place, shapes)
        found.append(layer)
    network = {"name": title, "input": image, "layers": found}
    if len(json.dumps(network)) > MOST_CHARACTERS:
        raise _PlacedError(
            f"a network that takes at most {MOST_CHARACTERS // 1024} KB in the header of a sheet "
            "was expected; leave out layers, or shorten names and connection tables"
        )
    return network


def _layer(table: dict[str, Any], place: int, shapes: dict[str, tuple[int, ...]]) -> dict[str, Any]:
    """One layer with all of its numbers; what it puts out is added to the shapes."""
    kind = _value(table, "kind", _kind, place)
    name = table.get("name", _usual_name(kind, shapes))
    name = _value({"name": name}, "name", _name(shapes), place)
    told = f"layer {place} (`{name}`)"
    readers = FIELDS[kind]
    _refuse_unknown(table, ("kind", "name", "after", *readers), told, place, f"`{kind}`")
    several = kind in ("sum", "concat")
    before = [list(shapes)[-1]] if not several else None
    after = _value(table, "after", names(shapes, several=several), place, told, before)
    numbers: dict[str, Any] = {}
    for key, (reader, default) in readers.items():
        usual = default(numbers) if callable(default) else default
        numbers[key] = _value(table, key, reader, place, told, usual)
    try:
        kind, numbers, shape = output(kind, numbers, [(one, shapes[one]) for one in after])
    except (ShapeError, WrongValueError) as error:
        key = getattr(error, "key", "")
        raise _PlacedError(f"{told}: {error}", place, key) from None
    if max(shape[1:], default=1) > MOST_CELLS or max(shape) > MOST_CHANNELS**2:
        raise _PlacedError(f"{told}: it puts out {text_of(shape)}, which is too much", place)
    shapes[name] = shape
    return {"kind": kind, "name": name, "after": after, **numbers}


def _usual_name(kind: str, taken: Collection[str]) -> str:
    """``conv1``, ``conv2`` and so on: the first that is free."""
    stem = ALIASES.get(kind, kind)
    return next(name for n in range(1, MOST_LAYERS + 1) if (name := f"{stem}{n}") not in taken)


def _value(
    table: Mapping[str, Any],
    key: str,
    reader: Reader,
    place: int | None,
    told: str = "",
    default: Any = None,
) -> Any:
    """What a key says, or what it usually is; without a usual value it has to be there."""
    where = f"{told}: " if told else "" if place is None else f"layer {place}: "
    if key not in table:
        if default is not None:
            return default
        raise _PlacedError(f"{where}`{key}` is missing; {reader.expected} was expected", place)
    try:
        return reader.read(table[key])
    except WrongValueError as error:
        came = json.dumps(table[key], default=str, ensure_ascii=False)
        said = f"; {error}" if str(error) else ""
        raise _PlacedError(
            f"{where}`{key}` must be {reader.expected}, but {came[:60]} came{said}", place, key
        ) from None


def _refuse_unknown(
    table: Mapping[str, Any], known: Collection[str], what: str, place: int | None, of: str = ""
) -> None:
    for key in table:
        if key not in known:
            close = difflib.get_close_matches(key, known, n=1)
            meant = f"; is `{close[0]}` meant?" if close else ""
            raise _PlacedError(
                f"{what}: there is no `{key}`{' of ' + of if of else ''}; there are "
                f"{', '.join(known)}{meant}",
                place,
                key,
            )


def _read_kind(given: Any) -> str:
    if isinstance(given, str) and given in FIELDS:
        return given
    if isinstance(given, str) and given.casefold() in LEFT_OUT:
        raise WrongValueError("leave such layers out: nothing that is asked depends on them")
    close = difflib.get_close_matches(str(given), FIELDS, n=1)
    raise WrongValueError(f"is {close[0]!r} meant?" if close else "")


_kind = Reader(f"one of {', '.join(FIELDS)}", _read_kind)


def _read_title(given: Any) -> str:
    if not isinstance(given, str) or not _TITLE.fullmatch(given) or len(given) > _MOST_OF_TITLE:
        raise WrongValueError
    return given


_title = Reader(
    f"a text of letters, digits, blanks and . , ( ) + - with at most {_MOST_OF_TITLE} characters",
    _read_title,
)


def _read_image(given: Any) -> list[int]:
    if not isinstance(given, list) or len(given) != 3:
        raise WrongValueError
    most = (MOST_CHANNELS, MOST_CELLS, MOST_CELLS)
    return [whole(1, each).read(n) for n, each in zip(given, most, strict=True)]


_image = Reader(
    f"[channels, height, width], whole numbers of which a side is at most {MOST_CELLS}",
    _read_image,
)


def _name(taken: Collection[str]) -> Reader:
    def read(given: Any) -> str:
        if not isinstance(given, str) or not _NAME.fullmatch(given) or len(given) > _MOST_OF_NAME:
            raise WrongValueError
        if given in taken or given in _RESERVED:
            raise WrongValueError("the name is taken")
        return given

    return Reader(
        "a name of its own, such as conv1: letters, digits and single underscores, at most "
        f"{_MOST_OF_NAME}",
        read,
    )


__all__ = ["MOST_LAYERS", "Network", "NetworkError", "checked", "read_network"]
