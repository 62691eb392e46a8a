"""The title stands first in the text, once."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.ingest.titles import put_title_first

BODY = "Envoys of both sides met in Lima.\n\nThey will meet again."


def test_a_title_is_put_before_a_body_without_it() -> None:
    assert put_title_first("Envoys meet", BODY) == ("Envoys meet", f"Envoys meet\n\n{BODY}")


@pytest.mark.parametrize(
    "title",
    [
        "Envoys ‘meet’ in Lima",
        "envoys 'meet' in lima.",
        "Envoys 'meet' in Lima | The Morning Post",
        "Envoys 'meet' in Lima - BBC News",
        "  Envoys 'meet'\nin Lima ",
    ],
)
def test_a_title_that_the_first_line_repeats_is_not_doubled(title: str) -> None:
    text = f"Envoys 'meet' in Lima\n\n{BODY}"
    assert put_title_first(title, text) == ("Envoys 'meet' in Lima", text)


@pytest.mark.parametrize("title", ["Envoys", "Envoys of both sides met in Lim", "Envoys - Lima"])
def test_a_first_line_that_only_begins_alike_is_not_the_title(title: str) -> None:
    assert put_title_first(title, BODY) == (title, f"{title}\n\n{BODY}")


def test_a_short_first_line_does_not_cut_a_title_with_a_dash() -> None:
    found, text = put_title_first("Lima – a city in talks", "Lima\n\nThe envoys met.")
    assert found == "Lima – a city in talks"
    assert text.startswith("Lima – a city in talks\n\nLima\n")


def test_without_a_title_the_first_line_is_it() -> None:
    assert put_title_first(None, f"Envoys meet\n{BODY}")[0] == "Envoys meet"


def test_a_first_line_as_long_as_a_paragraph_is_no_title() -> None:
    assert put_title_first(None, "They met again. " * 30)[0] is None


@settings(deadline=None)
@given(st.one_of(st.none(), st.text()), st.text())
def test_the_text_always_begins_with_the_title(title: str | None, body: str) -> None:
    found, text = put_title_first(title, body)
    assert found is None or text.startswith(found)
    assert found is None or "\n" not in found
    assert body.strip() in text
