"""HTML to an article: its words and what is known of it, and nothing of the page around it."""

import logging

import pytest

from detente.errors import EmptyTextError
from detente.ingest.clean import parse_html

from .pages import FIRST, HEADLINE, SECOND, make_page


def test_title_and_paragraphs_are_parted_by_blank_lines() -> None:
    page = parse_html(make_page(), "a.html")
    assert page.text == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"
    assert page.title == HEADLINE


def test_menus_footers_scripts_and_comments_are_left_out() -> None:
    noise = (
        "<nav><ul><li><a href='/'>Home page of the newspaper</a></li></ul></nav>"
        "<script>var talks = 'held';</script><style>p {}</style>"
    )
    footer = (
        "<div id='comments'><p>I for one think they should have met in Cusco, says a reader.</p>"
        "</div><footer>All rights reserved by the newspaper</footer>"
    )
    page = parse_html(make_page(above=noise, body=footer), "a.html")
    assert page.text == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"


def test_the_words_of_links_and_emphasis_stay_in_their_sentence() -> None:
    body = "<p>Chile’s <a href='/x'>foreign ministry</a> said <b>no date</b> was set for it.</p>"
    page = parse_html(make_page(body=body), "a.html")
    assert "Chile’s foreign ministry said no date was set for it." in page.text.split("\n\n")


def test_metadata_names_outlet_author_and_address() -> None:
    head = (
        '<meta property="og:site_name" content="The Morning Post">'
        '<meta name="author" content="Ann  Other">'
        '<link rel="canonical" href="https://news.example/envoys">'
    )
    page = parse_html(make_page(head=head), "a.html")
    assert (page.outlet, page.author) == ("The Morning Post", "Ann Other")
    assert page.url == "https://news.example/envoys"


def test_the_address_it_was_fetched_from_goes_before_the_pages_own() -> None:
    head = '<link rel="canonical" href="https://news.example/envoys">'
    page = parse_html(make_page(head=head), "a.html", url="https://other.example/copy")
    assert page.url == "https://other.example/copy"


def test_the_sites_name_behind_the_title_does_not_double_the_headline() -> None:
    head = f"<title>{HEADLINE} | The Morning Post</title>"
    page = parse_html(make_page(head=head), "a.html")
    assert page.text.count(HEADLINE) == 1
    assert page.text.startswith(f"{HEADLINE}\n\n")


def test_a_given_title_takes_the_place_of_the_pages_own() -> None:
    page = parse_html(make_page(), "a.html", title="Talks in Lima")
    assert page.text.startswith(f"Talks in Lima\n\n{FIRST}")
    assert HEADLINE not in page.text


def test_a_page_without_a_title_has_none() -> None:
    page = parse_html(make_page(headline=""), "a.html")
    assert page.title is None
    assert page.text.startswith(FIRST)


def test_lines_parted_by_breaks_are_lines_of_the_text() -> None:
    body = f"<p>{FIRST.replace('Lima', 'Cusco')}<br><br>{SECOND.replace('March', 'May')}</p>"
    paragraphs = parse_html(make_page(body=body), "a.html").text.split("\n\n")
    assert FIRST.replace("Lima", "Cusco") in paragraphs
    assert SECOND.replace("March", "May") in paragraphs


def test_a_table_is_read_only_where_there_is_nothing_else() -> None:
    row = f"<table><tr><td>{FIRST}</td></tr><tr><td>{SECOND}</td></tr></table>"
    page = parse_html(f"<html><body>{row}</body></html>", "a.html")
    assert FIRST in page.text
    figures = "<table><tr><td>Tons of anchovy landed in the season</td><td>12</td></tr></table>"
    assert "anchovy" not in parse_html(make_page(body=figures), "a.html").text


def test_invisible_characters_from_entities_are_taken_out() -> None:
    body = "<p>The mini&shy;ster of Peru said &#x200b;nothing more to the reporters there.</p>"
    page = parse_html(make_page(body=body), "a.html")
    assert "The minister of Peru said nothing more to the reporters there." in page.text


def test_an_encoding_declared_in_xml_does_no_harm() -> None:
    page = parse_html(f'<?xml version="1.0" encoding="utf-8"?>{make_page()}', "a.html")
    assert page.title == HEADLINE


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<!-- nothing -->",
        "<html><body><p>Page not found</p></body></html>",
        "<" * 5000,
        "<div>" * 5000,
    ],
    ids=["empty", "comment", "short", "brackets", "deep"],
)
def test_a_page_without_an_article_is_refused_with_the_way_out(
    html: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL), pytest.raises(EmptyTextError) as caught:
        parse_html(html, "a.html")
    assert str(caught.value) == (
        "a.html: no article found on the page; save its text to a file and read that"
    )
