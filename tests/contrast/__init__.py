"""Contrast: sentences in groups that differ in one thing, in the format of README.md."""
