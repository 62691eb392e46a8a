"""Every deliberate exception of Détente, so that a caller can tell what to do from its class.

    DetenteError            base; carries what was being read and what to do about it
    ├── InputError          one input cannot become an article; other inputs go on
    │   ├── NotFoundError       no such file or folder
    │   ├── EmptyTextError      nothing to read in it
    │   ├── EncodingError       bytes that are not text in a known encoding, or binary
    │   ├── LanguageError       the text is not English
    │   ├── TooLargeError       larger than the limit in the settings
    │   └── FetchError          an address that cannot or may not be fetched
    ├── UsageError          an option or argument that means nothing
    ├── SettingsError       the settings file or the environment holds a wrong value
    ├── LexiconError        a packaged or user table holds a wrong row
    ├── ModelError          the language pipeline is missing or not the pinned one
    ├── GoldError           a gold file that cannot be scored
    └── LedgerError         a ledger that cannot be opened, or does not hold what is asked for

A problem inside a text is not an exception: it is an ``Issue`` (see ``model/issues.py``).
"""

from __future__ import annotations


class DetenteError(Exception):
    """What went wrong, with what (``subject``), and what to do next (``remedy``)."""

    def __init__(self, subject: str, problem: str, remedy: str) -> None:
        self.subject = subject
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{subject}: {problem}; {remedy}")


class InputError(DetenteError):
    """One input cannot become an article; the others are still read."""


class NotFoundError(InputError):
    """No file or folder of that name."""


class EmptyTextError(InputError):
    """The input holds no text to read."""


class EncodingError(InputError):
    """The bytes are not text, or not in an encoding that is known."""


class LanguageError(InputError):
    """The text is not in English."""


class TooLargeError(InputError):
    """The input exceeds the size limit."""


class FetchError(InputError):
    """The address cannot be fetched, or may not be."""


class UsageError(DetenteError):
    """An option or argument has a value that means nothing."""


class SettingsError(DetenteError):
    """A setting has a wrong name or value."""


class LexiconError(DetenteError):
    """A row of a table is wrong."""


class ModelError(DetenteError):
    """The language pipeline is missing, or its weights are not the pinned ones."""


class GoldError(DetenteError):
    """A gold file is not in the guidelines' format."""


class LedgerError(DetenteError):
    """A ledger cannot be opened or written, or does not hold what it is asked for."""
