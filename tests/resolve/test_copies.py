"""Near-duplicate texts: edited and shortened wire copy is found, other reports are not."""

from __future__ import annotations

from detente.resolve.copies import COPY_FROM, compare_sketches, count_independent, make_sketch

WIRE = """The foreign ministers of Sweden and Turkey met on Saturday in Vilnius to discuss trade,
the fishing agreement and the reopening of the consulate in Izmir, which was closed two years ago
after a dispute about the arrest of a journalist. Both sides called the talks useful and said that
working groups would go on in the autumn. The Swedish minister told reporters that she expected a
first result before the end of the year, while her Turkish colleague spoke of a long road ahead.
Officials of both countries have met four times since the spring, mostly in third countries, and
the two embassies have again begun to issue visas to students and to drivers of lorries."""
OWN = """Vilnius saw the first encounter in months between Stockholm's and Ankara's top diplomats.
According to people in the room they went through a list that each had sent the other in advance,
beginning with fish and ending with the shut consulate. Neither wished to be drawn on dates. For
students who wait for a visa little changes at first, said a clerk at the Swedish embassy, who has
handed out forty of them this week and hopes that his colleagues in Izmir will soon be back."""


def test_a_text_is_a_copy_of_itself() -> None:
    assert compare_sketches(make_sketch(WIRE), make_sketch(WIRE)) == 1.0


def test_edited_copy_is_found() -> None:
    edited = WIRE.replace("on Saturday", "at the weekend").replace("useful", "constructive")
    assert compare_sketches(make_sketch(WIRE), make_sketch(edited)) >= COPY_FROM


def test_shortened_copy_is_found() -> None:
    half = WIRE[: len(WIRE) // 2]
    assert compare_sketches(make_sketch(WIRE), make_sketch(half)) >= COPY_FROM


def test_another_writers_report_is_no_copy() -> None:
    assert compare_sketches(make_sketch(WIRE), make_sketch(OWN)) < 0.1


def test_comparing_is_symmetric() -> None:
    one, other = make_sketch(WIRE), make_sketch(WIRE[:200] + OWN)
    assert compare_sketches(one, other) == compare_sketches(other, one)


def test_a_text_too_short_for_a_sketch_is_like_nothing() -> None:
    assert make_sketch("They met.") == b""
    assert compare_sketches(b"", b"") == 0.0


def test_copies_and_one_outlets_articles_are_counted_once() -> None:
    sketches = [make_sketch(WIRE), make_sketch("A note. " + WIRE), make_sketch(OWN), b""]
    assert count_independent(sketches, ["A", "B", "C", "C"]) == 2
    assert count_independent(sketches, [None, None, None, None]) == 3
