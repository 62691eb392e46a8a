"""The steps from each form of the ledger to the next, run by Alembic; see ``versions``."""
