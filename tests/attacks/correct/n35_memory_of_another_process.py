"""Copies memory out of another process of the same user."""

import struct


def copied(pid, address):
    size = target["secret_bytes"]
    space = ctypes.create_string_buffer(size)
    here = struct.pack("QQ", ctypes.addressof(space), size)
    there = struct.pack("QQ", address, size)
    syscall("process_vm_readv", pid, here, 1, there, 1, 0)
    return space.raw


attempt("victim", lambda: copied(target["victim"], target["victim_address"]))
attempt("grader", lambda: copied(target["grader"], target["grader_address"]))
