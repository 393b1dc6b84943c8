"""Runs a student's program in confined processes that hold no answers.

`execution.execute` is the interface and `sandbox.Sandbox` is where it runs; `program`, `limits` and
`outcome` hold its arguments and results (values are plain data, `wire.Tensor` or `wire.Opaque`).
Nothing is imported here, so that a fork server may be started before heavy imports.
"""
