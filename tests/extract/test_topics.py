"""What a text is about."""

from __future__ import annotations

from detente.extract.topics import find_topics


def test_topics_come_in_the_order_of_their_first_mention() -> None:
    found = find_topics("They spoke of climate change, of terrorism and of climate change again.")
    assert found == ("climate change", "terrorism")


def test_a_word_inside_another_is_no_topic() -> None:
    assert find_topics("The counterterrorismic unit") == ()


def test_a_text_on_nothing_listed_has_no_topics() -> None:
    assert find_topics("The minister had soup.") == ()
