"""The public names stay what they are, whatever has been imported."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

import detente
from detente import api

ENVOY = Path(__file__).parent.parent.parent / "examples" / "envoy.txt"


@pytest.mark.parametrize("name", ["read", "resolve"])
def test_a_stage_does_not_take_the_name_of_a_function(name: str) -> None:
    stage = importlib.import_module(f"detente.{name}.{'models' if name == 'read' else 'parties'}")
    assert stage.__name__.startswith(f"detente.{name}.")
    assert getattr(detente, name) is getattr(api, name)


@pytest.mark.model
def test_two_articles_can_be_read_one_after_the_other() -> None:
    assert detente.read(ENVOY) == detente.read(ENVOY)
    assert detente.resolve("Sweden left.")[0].parties[0].state == "SWE"
