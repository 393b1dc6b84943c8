"""What the grader and a zygote say to each other, over a socket that keeps messages apart.

ready or failed   (zygote) how the start went: JSON
F limits          (grader) fork; the descriptors of in, out and log come along
pid               (zygote) and a descriptor for the child's process comes along
K pid             (grader) kill the child if it lives, and wait for it
status, seconds   (zygote) wait status, CPU seconds, and whether it was alive
"""

from __future__ import annotations

from struct import Struct

MAX_MESSAGE = 1 << 16
FORK, KILL = b"F", b"K"
ENDED = Struct("<id?")
"""Wait status, CPU seconds, whether the process was alive when it was to be killed."""

NOT_CONFINED = 82
"""The exit code of a child that could not be confined; its log says why."""
