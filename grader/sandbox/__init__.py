"""Runs a student's program in a process of its own that holds no answers.

`execution.execute` is the interface; `program`, `limits` and `outcome` hold its arguments and
results (values are plain data, `wire.Tensor` or `wire.Opaque`), and `early.start_early` starts a
process ahead of time. Nothing is imported here, so that the latter may come before heavy imports.
"""
