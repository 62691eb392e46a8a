"""How Alembic runs the steps: on the connection it is given, inside the caller's transaction."""

from __future__ import annotations

from alembic import context

from detente.ledger.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transaction_per_migration=False,
)
context.run_migrations()
