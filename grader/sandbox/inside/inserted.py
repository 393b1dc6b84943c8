"""Names that stand in a mended program for what is ours, where several kinds of mending meet.

Loaded by path in the child.
"""

SLICE = "__mended_slice__"
"""What is called in place of a slice that is written with a step."""

VALUE = "__mended_value__"
"""The variable for what goes into a part of an array: it is worked out before the part."""
