"""Whether a bare word can mean an office, and a short name a person."""

from __future__ import annotations

import pytest

from detente.resolve.offices import is_same_office
from detente.resolve.same_names import is_compatible_name


@pytest.mark.parametrize(
    ("bare", "full"),
    [
        ("minister", "foreign minister"),
        ("envoy", "ambassador"),
        ("premier", "prime minister"),
        ("secretary", "secretary of state"),
        ("general", "gen."),
        ("president", "president"),
    ],
)
def test_a_bare_word_can_mean_an_office_of_its_kind(bare: str, full: str) -> None:
    assert is_same_office(bare, full)


@pytest.mark.parametrize(
    ("bare", "full"),
    [
        ("president", "vice president"),
        ("minister", "deputy foreign minister"),
        ("foreign minister", "defence minister"),
        ("ambassador", "envoy"),
    ],
)
def test_a_bare_word_does_not_mean_another_office(bare: str, full: str) -> None:
    assert not is_same_office(bare, full)


def test_initials_do_not_tell_persons_apart_but_short_given_names_do() -> None:
    assert is_compatible_name("John F. Kennedy", "John Kennedy")
    assert not is_compatible_name("Wang Min", "Wang Yi")
