"""A check of a program as a script that repeats it: inputs, calls, and what ought to come.

`loading` and `comparing` are parts of such a script, which has their text: they import nothing of
ours.
"""
