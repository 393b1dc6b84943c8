"""Announces an array of 2 ** 60 cells, so that whoever believes it runs out of memory."""

import struct
import time


def conv1d(vector, kernel):
    number, before = asked()
    giant = b"a" + struct.pack("<sBBQ", b"f", 8, 1, 2**60)
    os.write(4, frame(number, [*before, in_the_form("done"), in_the_form("value", giant)]))
    time.sleep(0.3)
