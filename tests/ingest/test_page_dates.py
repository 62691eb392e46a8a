"""The day of first publication: what a page states of itself, and no guess."""

import pytest

from detente.ingest.page_dates import find_page_date

from .pages import make_page

LD = '<script type="application/ld+json">{}</script>'


def find(*, head: str = "", above: str = "", url: str | None = None, **more: str) -> str | None:
    found = find_page_date(make_page(head=head, above=above, **more), url)
    return None if found is None else str(found)


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2022-04-18T23:30:00-05:00">',
        '<meta name="date" content="2022-04-18">',
        '<meta name="pubdate" content="April 18, 2022">',
        '<meta itemprop="datePublished" content="18 Apr 2022 09:00 GMT">',
        LD.format('{"@type": "NewsArticle", "datePublished": "2022-04-18T10:00:00Z"}'),
        LD.format('{"dateModified": "2023-01-01", "datePublished": "2022-04-18"}'),
        '<link rel="canonical" href="https://news.example/world/2022/04/18/envoys.html">',
    ],
)
def test_a_date_stated_in_the_head_is_taken(head: str) -> None:
    assert find(head=head) == "2022-04-18"


@pytest.mark.parametrize(
    "above",
    [
        '<time datetime="2022-04-18T10:00Z">2 hours ago</time>',
        "<time>18 April 2022</time>",
        '<p class="date">April 18, 2022</p>',
        '<p class="byline">By Ann Other | Published 18 April 2022</p>',
        '<span id="posted-on">Posted on Monday, April 18, 2022 at 9:00</span>',
        '<abbr class="published" title="2022-04-18">Monday</abbr>',
    ],
)
def test_a_date_displayed_under_the_headline_is_taken(above: str) -> None:
    assert find(above=above) == "2022-04-18"


def test_the_address_says_when() -> None:
    assert find(url="https://news.example/2022/04/18/envoys") == "2022-04-18"


def test_of_several_displayed_dates_the_first_after_the_headline_counts() -> None:
    above = "<time>18 April 2022</time><time>1 March 2020</time>"
    assert find(above=above) == "2022-04-18"


def test_without_a_headline_several_displayed_dates_say_nothing() -> None:
    above = "<time>18 April 2022</time><time>1 March 2020</time>"
    assert find(above=above, headline="") is None
    assert find(above="<time>18 April 2022</time>", headline="") == "2022-04-18"


def test_old_and_late_years_do_not_hang_on_the_day_of_reading() -> None:
    assert find(head='<meta name="date" content="1962-10-22">') == "1962-10-22"
    assert find(head='<meta name="date" content="2090-10-22">') == "2090-10-22"


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:modified_time" content="2022-04-18T10:00:00Z">',
        '<meta name="last-modified" content="2022-04-18">',
        '<meta itemprop="copyrightYear" content="2019">',
        '<meta name="date" content="2022">',
        '<meta name="date" content="2022-04">',
        '<meta name="date" content="04/05/2022">',
        '<meta name="date" content="yesterday">',
        '<meta name="expires" content="2022-04-18">',
        '<meta property="og:image" content="https://news.example/2022/04/18/a.jpg">',
        LD.format('{"dateModified": "2022-04-18"}'),
        LD.format('{"datePublished": "2022"}'),
    ],
)
def test_what_is_no_whole_date_of_publication_in_the_head_gives_none(head: str) -> None:
    assert find(head=head) is None


@pytest.mark.parametrize(
    "above",
    [
        "<p>They had met on April 18, 2022 in Lima, the ministry said in a note.</p>",
        '<p class="date">Updated April 18, 2022</p>',
        '<time class="updated" datetime="2022-04-18">Monday</time>',
        '<p class="date">April 2022</p>',
        '<p class="date">04/05/2022</p>',
        '<p class="byline">18 April 2022 to 20 April 2022</p>',
        '<aside><time datetime="2020-01-01">January</time></aside>',
        '<div class="related"><p class="date">April 18, 2022</p></div>',
        '<footer><p class="date">April 18, 2022</p></footer>',
        '<img src="/2022/04/18/a.jpg">',
        "<!-- 2022-04-18 -->",
    ],
)
def test_what_is_no_displayed_date_of_publication_gives_none(above: str) -> None:
    assert find(above=above) is None


def test_a_date_in_the_headline_is_no_date_of_publication() -> None:
    assert find(headline="Summit set for April 18, 2022") is None


@pytest.mark.parametrize("html", ["", "<", "<!-- -->", "<html></html>"])
def test_a_page_of_nothing_gives_none(html: str) -> None:
    assert find_page_date(html, None) is None
