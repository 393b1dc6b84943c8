"""How Alembic runs the steps: over the connection that it is given, in its transaction."""

from __future__ import annotations

from alembic import context

from grader.store.tables import META

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=META,
    compare_type=True,
)
context.run_migrations()
