"""Runs a student's program in confined processes that hold no answers.

``inside`` is what runs in the fork server and its children, beside a student's program; ``outside``
is the grader's side, with the questions; ``wire`` is what passes between them, and all that both
import. `outside.execution.execute` is the interface and `outside.sandbox.Sandbox` is where it runs;
`outside.program`, `outside.limits` and `outside.outcome` hold its arguments and results (values are
plain data, `wire.frames.Tensor` or `wire.frames.Opaque`). Nothing is imported here, so that a fork
server may be started before heavy imports.
"""
