"""Tests of the ingest stage: bytes to articles."""
