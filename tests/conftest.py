"""What all tests share: a reader loaded once, the development data where it is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

    from detente.pipeline import Reader

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def reader() -> Reader:
    from detente.pipeline import load_reader
    from detente.settings import Settings

    return load_reader(Settings())


@pytest.fixture(scope="session")
def nlp(reader: Reader) -> Language:
    return reader.pipeline.nlp


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data; a user's clone has none."""
    if not SHARED.is_dir():
        pytest.skip("needs the development data in ../shared, which is not there")
    return SHARED
