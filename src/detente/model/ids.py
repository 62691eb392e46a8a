"""Ids as digests of raw source values, so that the same input has the same id on every machine."""

from __future__ import annotations

import hashlib

_SEPARATOR = "\x1f"  # cannot stand in a text that ingest accepts, so parts never run together
_LENGTH = 16


def digest(*parts: str) -> str:
    """Sixteen hex digits that depend on every part and their order."""
    joined = _SEPARATOR.join(parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
