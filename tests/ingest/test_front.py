"""Front matter: what tells of the article is taken off its text; what may be a headline is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import EmptyTextError
from detente.ingest.front import PlainText, check_words, parse_plain

BODY = "The envoys met in Lima on Tuesday.\n\nThey will meet again."


def parse(text: str) -> PlainText:
    return parse_plain(text, "a.txt")


def test_a_text_without_front_matter_stays_as_it_is() -> None:
    text = f"Envoys meet\n\n{BODY}"
    assert parse(text) == PlainText(text=text, title="Envoys meet")


def test_front_matter_lines_are_read_and_taken_off() -> None:
    found = parse(
        "Title: Envoys meet\nPublished: April 18, 2022\nOutlet: The Morning Post\n"
        f"Author: Ann Other\nURL: https://news.example/1\n\n{BODY}"
    )
    assert (found.title, str(found.published)) == ("Envoys meet", "2022-04-18")
    assert (found.outlet, found.author) == ("The Morning Post", "Ann Other")
    assert found.url == "https://news.example/1"
    assert found.text == f"Envoys meet\n\n{BODY}"


def test_other_names_of_the_same_fields_are_known() -> None:
    found = parse(f"HEADLINE: Envoys meet\nDate: 2022-04\nSource: A Post\nBy: Ann Other\n\n{BODY}")
    assert (found.title, str(found.published)) == ("Envoys meet", "2022-04")
    assert (found.outlet, found.author) == ("A Post", "Ann Other")


def test_front_matter_may_stand_under_the_title() -> None:
    found = parse(f"Envoys meet\nPublished: 2022-04-18\nSource: A Post\n\n{BODY}")
    assert found.text == f"Envoys meet\n\n{BODY}"
    assert (found.title, str(found.published), found.outlet) == (
        "Envoys meet",
        "2022-04-18",
        "A Post",
    )


def test_a_byline_and_a_date_line_under_the_title_are_read() -> None:
    found = parse(f"Envoys meet\nBy Ann Other and Jo van Dyke\nMonday, April 18, 2022\n\n{BODY}")
    assert found.text == f"Envoys meet\n\n{BODY}"
    assert (found.author, str(found.published)) == ("Ann Other and Jo van Dyke", "2022-04-18")


def test_front_matter_ends_where_the_text_begins_without_a_blank_line() -> None:
    found = parse(f"Envoys meet\nPublished: 2022-04-18\n{BODY}")
    assert found.text == f"Envoys meet\n\n{BODY}"


def test_unknown_keys_among_known_ones_are_taken_off_with_them() -> None:
    found = parse(f"Title: Envoys meet\nSection: World\nPublished: 2022-04-18\n\n{BODY}")
    assert found.text == f"Envoys meet\n\n{BODY}"
    assert str(found.published) == "2022-04-18"


def test_unknown_keys_behind_the_known_ones_are_text() -> None:
    found = parse(f"Title: Envoys meet\nGENEVA: The envoys met.\n\n{BODY}")
    assert found.text == f"Envoys meet\n\nGENEVA: The envoys met.\n\n{BODY}"


def test_lines_after_the_first_blank_line_are_text() -> None:
    text = f"Envoys meet\n\nSource: A Post\nAuthor: Ann Other\nDate: 2022-04-18\n\n{BODY}"
    assert parse(text) == PlainText(text=text, title="Envoys meet")


@pytest.mark.parametrize("byline", ["", "By Ann Other\n\n", "By Ann Other\n"])
def test_a_bare_date_under_the_title_is_read_after_a_blank_line_and_stays(byline: str) -> None:
    text = f"Envoys meet\n\n{byline}Monday, April 18, 2022\n\n{BODY}"
    found = parse(text)
    assert (found.text, str(found.published)) == (text, "2022-04-18")
    assert found.author == ("Ann Other" if byline else None)


def test_a_bare_date_further_down_is_no_date_of_publication() -> None:
    assert parse(f"Envoys meet\n\n{BODY}\n\nApril 18, 2022\n\n{BODY}").published is None


@pytest.mark.parametrize(
    "headline",
    [
        "Source: Iran to resume talks",
        "Ukraine: talks fail",
        "By Monday, talks must resume",
        "Date: a city between two rivers",
        "Link: Cairo and Amman speak again",
        "2022",
    ],
)
def test_a_headline_with_a_colon_stays_the_headline(headline: str) -> None:
    found = parse(f"{headline}\n\n{BODY}")
    assert found == PlainText(text=f"{headline}\n\n{BODY}", title=headline)


def test_an_unreadable_date_gives_none_and_is_taken_off() -> None:
    found = parse(f"Title: Envoys meet\nPublished: last Tuesday\n\n{BODY}")
    assert found.published is None
    assert "Tuesday\n\nThe" not in found.text


def test_yaml_between_lines_is_read_and_taken_off() -> None:
    found = parse(
        '---\ntitle: "Envoys meet: again"\ndate: 2022-04-18\ntags:\n  - peru\n- chile\n'
        f"# a note\nauthor: [Ann Other, 'Jo Dyke']\noutlet: ~\n---\n\n{BODY}"
    )
    assert (found.title, str(found.published)) == ("Envoys meet: again", "2022-04-18")
    assert (found.author, found.outlet) == ("Ann Other, Jo Dyke", None)
    assert found.text == f"Envoys meet: again\n\n{BODY}"


@pytest.mark.parametrize("rest", ["A rule drawn above it.\n---\n", "The end never comes."])
def test_a_rule_drawn_in_the_text_is_not_front_matter(rest: str) -> None:
    text = f"---\n{rest}\n{BODY}"
    assert parse(text).text == text


def test_the_first_of_two_lines_with_one_key_counts() -> None:
    found = parse(f"Title: Envoys meet\nDate: 2022-04-18\nPosted: 2023-01-01\n\n{BODY}")
    assert str(found.published) == "2022-04-18"


def test_a_title_that_the_text_repeats_is_not_doubled() -> None:
    assert parse(f"Title: Envoys meet\n\nEnvoys meet\n\n{BODY}").text == f"Envoys meet\n\n{BODY}"


def test_the_mark_of_a_markdown_heading_is_taken_off_the_title() -> None:
    assert parse(f"# Envoys meet\n\n{BODY}").title == "Envoys meet"


def test_a_given_title_goes_before_the_one_in_front_matter() -> None:
    found = parse_plain(f"Title: Envoys meet\n\n{BODY}", "a.txt", title="Talks in Lima")
    assert (found.title, found.text) == ("Talks in Lima", f"Talks in Lima\n\n{BODY}")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "holds no words"),
        (" \n\n 12345 --- !!", "holds no words"),
        ("Hello there", "holds only 2 words"),
        ("Title: Envoys meet in Lima\nPublished: 2022-04-18\n", "holds no words"),
    ],
)
def test_a_text_without_enough_words_is_refused(text: str, problem: str) -> None:
    with pytest.raises(EmptyTextError, match=f"a.txt: {problem}; give the text"):
        parse(text)


def test_a_language_without_spaces_is_not_taken_for_one_word() -> None:
    check_words("外交部长周一在日内瓦拒绝会见大使,发言人说。", "a.txt")


_WORDS = st.from_regex(r"[A-Z][a-z]{1,9}( [a-z]{1,9}){0,4}", fullmatch=True)


@settings(deadline=None, max_examples=40)
@given(_WORDS, st.dates(), _WORDS, _WORDS)
def test_front_matter_comes_back_as_it_was_written(
    title: str, day: object, outlet: str, author: str
) -> None:
    text = f"Title: {title}\nPublished: {day}\nOutlet: {outlet}\nAuthor: {author}\n\n{BODY}"
    found = parse(text)
    assert (found.title, str(found.published)) == (title, str(day))
    assert (found.outlet, found.author) == (outlet, author)
    assert found.text == f"{title}\n\n{BODY}"


@settings(deadline=None)
@given(st.text())
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        found = parse(text)
    except EmptyTextError:
        return
    assert found.text.strip() == found.text
    assert found.title is None or found.text.startswith(found.title)
