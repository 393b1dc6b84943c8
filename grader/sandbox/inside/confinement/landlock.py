"""Landlock: which files the program may read and write, whatever its uid may.

Source: landlock(7), linux/landlock.h (ABI 1 to 6).
"""

from __future__ import annotations

import ctypes
import os
import struct

from ... import kernel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 1, 1 << 2, 1 << 3
_REMOVE_DIR, _REMOVE_FILE = 1 << 4, 1 << 5
_MAKE_DIR, _MAKE_REGULAR = 1 << 7, 1 << 8
_REFER, _TRUNCATE = 1 << 13, 1 << 14
_IOCTL_DEVICE = 1 << 15

_OF_ABI = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 5: (1 << 16) - 1}
"""All rights on files, by the ABI that brought the last of them."""

_READ = _READ_FILE | _READ_DIR
_SCRATCH = (
    _READ
    | _WRITE_FILE
    | _TRUNCATE
    | _MAKE_DIR
    | _MAKE_REGULAR
    | _REMOVE_DIR
    | _REMOVE_FILE
    | _REFER
)
_ON_A_FILE = _READ_FILE | _WRITE_FILE | _TRUNCATE | _IOCTL_DEVICE

_ALL_TCP = 0b11
_ALL_SCOPES = 0b11  # abstract unix sockets, signals

_TCP_ABI, _SCOPE_ABI = 4, 6
_VERSION, _PATH_BENEATH = 1, 1
_RULE = struct.Struct("<Qi")
"""struct landlock_path_beneath_attr: the rights, and a descriptor of the path."""


def abi() -> int:
    """The version of Landlock that the kernel offers; 0 if none."""
    try:
        return kernel.call("landlock_create_ruleset", 0, 0, _VERSION)
    except OSError:
        return 0


class Rules:
    """What a process keeps of the file system, read off once for all children."""

    def __init__(
        self,
        read: Iterable[str],
        listed: Iterable[str],
        devices: Iterable[str],
        scratch: Iterable[str],
    ) -> None:
        """Leaves these paths, and what is below them, and no TCP.

        Of what is below ``listed`` only the names can be read. A path that does not exist is passed
        over.
        """
        version = abi()
        handled = max(rights for since, rights in _OF_ABI.items() if since <= version)
        self._attributes = struct.pack("<Q", handled)
        if version >= _TCP_ABI:
            self._attributes += struct.pack("<Q", _ALL_TCP)
        if version >= _SCOPE_ABI:
            self._attributes += struct.pack("<Q", _ALL_SCOPES)
        self._rules = [
            (path, (rights if os.path.isdir(path) else rights & _ON_A_FILE) & handled)
            for paths, rights in (
                (read, _READ),
                (listed, _READ_DIR),
                (devices, _READ_FILE | _WRITE_FILE),
                (scratch, _SCRATCH),
            )
            for path in paths
            if os.path.exists(path)
        ]

    def restrict(self) -> None:
        """Leaves this process no more than that, for good; NO_NEW_PRIVS is set before.

        Each process makes a ruleset of its own: one that is shared would gather all their rules.
        Raises OSError.
        """
        attributes = ctypes.create_string_buffer(self._attributes, len(self._attributes))
        ruleset = kernel.call("landlock_create_ruleset", attributes, len(attributes), 0)
        try:
            rule = ctypes.create_string_buffer(_RULE.size)
            for path, rights in self._rules:
                descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
                _RULE.pack_into(rule, 0, rights, descriptor)
                try:
                    kernel.call("landlock_add_rule", ruleset, _PATH_BENEATH, rule, 0)
                finally:
                    os.close(descriptor)
            kernel.call("landlock_restrict_self", ruleset, 0)
        finally:
            os.close(ruleset)
