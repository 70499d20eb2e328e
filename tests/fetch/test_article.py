"""Items to articles: pages, fragments and plain text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monitor.errors import InputError
from monitor.fetch import article, pasted
from monitor.fetch.identity import canonical
from monitor.fetch.limits import MAX_TEXT
from monitor.model import Article, Item, Media, Moment, TimeOrigin

PAGE = """<!doctype html><html lang="en"><head><title>Dam breaks in Norden - The Post</title>
<meta property="og:title" content="Dam breaks in Norden"><meta property="og:site_name" content="The Post">
<link rel="canonical" href="https://post.example/world/dam">
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-01T10:00:00+02:00",
"dateModified": "2024-05-01T15:30:00+02:00"}</script></head><body>
<nav><ul><li>Home</li><li>World</li></ul></nav><article><h1>Dam breaks in Norden</h1>
<p>Nine people drowned when a dam above the town of <b>Norden</b> gave way early on Wednesday, the police said.</p>
<p>Eleven more were taken to hospital. Most of them had been asleep when the water came down the valley.</p>
<p>The dam was built in 1931 and had been due for repairs since last autumn, according to the provincial council.</p>
</article><aside><h3>Related stories</h3><ul><li><a href="/x">Bomb kills 40 in the capital</a></li></ul></aside>
<footer>Copyright The Post. Sign up for our newsletter.</footer></body></html>"""


def page(content: str, **fields: object) -> Article:
    return article(Item(id="x.html", content=content, media=Media.HTML, **fields))  # type: ignore[arg-type]


def lines(read: Article) -> list[str]:
    return [read.text[span.start : span.end] for span in read.body]


def test_a_page_gives_its_text_and_what_it_says_of_itself() -> None:
    read = page(PAGE)
    assert read.text.startswith("Nine people drowned") or "\nNine people drowned" in read.text
    assert "a dam above the town of Norden gave way" in read.text
    assert not any(word in read.text for word in ("Bomb", "newsletter", "Home"))
    assert (read.title, read.outlet, read.url, read.language) == (
        "Dam breaks in Norden",
        "The Post",
        "https://post.example/world/dam",
        "en",
    )
    assert read.published == Moment(datetime(2024, 5, 1, 8, tzinfo=UTC), TimeOrigin.PAGE)
    assert read.updated == Moment(datetime(2024, 5, 1, 13, 30, tzinfo=UTC), TimeOrigin.PAGE)


def test_what_the_source_says_comes_before_what_the_page_says() -> None:
    told = Moment(datetime(2024, 4, 30, tzinfo=UTC), TimeOrigin.MANIFEST)
    read = page(PAGE, title="Mine", outlet="Reprint", published=told, url="https://other.example/1")
    assert (read.title, read.outlet, read.published) == ("Mine", "Reprint", told)
    assert read.url == "https://other.example/1", (
        "another site's address would make this article a revision of that one"
    )


def test_a_canonical_address_of_the_same_site_names_the_article() -> None:
    assert page(PAGE, url="https://www.post.example/?p=77").url == "https://post.example/world/dam"
    front = PAGE.replace("https://post.example/world/dam", "https://post.example/")
    assert page(front, url="https://post.example/?p=77").url == "https://post.example/?p=77"


@pytest.mark.parametrize(
    ("at", "named", "is_its_own"),
    [
        ("https://m.post.example/dam", "https://www.post.example/world/dam", True),
        ("https://news.post.co.uk/dam", "https://www.post.co.uk/dam", True),
        ("https://evil.co.uk/dam", "https://post.co.uk/dam", False),
        ("https://evil.github.io/dam", "https://post.github.io/dam", False),
        ("https://192.0.2.7/dam", "https://198.51.2.7/dam", False),
        ("https://post.example/dam", "https://[bad/dam", False),
    ],
)
def test_an_address_of_another_owner_is_not_taken_for_the_articles(at: str, named: str, is_its_own: bool) -> None:
    read = page(PAGE.replace("https://post.example/world/dam", named), url=at)
    assert (read.url == canonical(named)) is is_its_own


def test_a_short_page_is_read_too() -> None:
    read = page("<html><body><div><p>Nine people <b>drowned</b> in Norden.</p></div></body></html>")
    assert lines(read) == ["Nine people drowned in Norden."]


def test_a_page_without_a_time_has_none() -> None:
    read = page("<html><body><p>Nine people drowned in Norden, the police said on Tuesday.</p></body></html>")
    assert read.published is None
    assert read.updated is None
    assert read.stands_at is None


def test_a_fragment_keeps_sentences_whole_over_inline_markup() -> None:
    html = "<p>Nine <em>people</em> drowned.<br>Two&nbsp;swam.</p><ul><li>a &amp; b</li></ul><style>p{}</style>tail"
    read = article(Item(id="f", content=html, media=Media.FRAGMENT))
    assert read.text == "Nine people drowned.\nTwo\u00a0swam.\na & b\ntail"


def test_plain_text_is_kept_whole_and_the_body_is_placed_in_it() -> None:
    text = (
        "Home\r\nNews\r\nSport\r\n\r\n  Dam breaks in Norden  \r\n\r\nNine people drowned in Norden, police said.\r\n"
    )
    read = article(Item(id="t", content=text, title="Dam breaks in Norden"))
    assert read.text == text
    assert lines(read) == ["Dam breaks in Norden", "Nine people drowned in Norden, police said."]
    assert read.title_at is not None
    assert text[read.title_at.start : read.title_at.end] == "Dam breaks in Norden"


def test_a_title_cut_short_is_its_line() -> None:
    line = "Nine people drowned on Wednesday when a dam above the small town of Norden gave way in the night."
    read = article(Item(id="t", content=f"{line}\nTwo swam ashore.", title=line[:70]))
    assert read.title_at == (0, len(line))


def test_a_title_that_is_no_line_has_no_place() -> None:
    assert article(Item(id="t", content="Nine people drowned.", title="Dam breaks")).title_at is None


def test_a_text_without_title_takes_its_headline() -> None:
    text = "Dam breaks in Norden\n\nNine people drowned in Norden, police said.\n"
    read = article(Item(id="t", content=text))
    assert (read.title, read.title_at) == ("Dam breaks in Norden", (0, 20))
    assert article(Item(id="t", content="Nine people drowned.\nTwo swam.")).title is None


def test_an_update_long_before_the_publication_is_not_the_articles() -> None:
    told = Moment(datetime(2024, 5, 1, tzinfo=UTC), TimeOrigin.MANIFEST)
    text = "Nine people drowned.\nUpdated: 3 May 2021, 10:00 GMT"
    assert article(Item(id="t", content=text, published=told)).updated is None


def test_a_stated_time_after_the_fetch_is_none() -> None:
    text = "Nine people drowned.\nPublished: 3 May 2030, 10:00 GMT"
    assert article(Item(id="t", content=text, fetched=datetime(2024, 5, 1, tzinfo=UTC))).published is None


@pytest.mark.parametrize(
    "item",
    [
        Item(id="bad", content=""),
        Item(id="bad", content=" \n\t "),
        Item(id="bad", content="<html><body><script>x()</script></body></html>", media=Media.HTML),
        Item(id="bad", content="", media=Media.HTML),
        Item(id="bad", content="<p></p>", media=Media.FRAGMENT),
        Item(id="bad", content="x " * MAX_TEXT),
        Item(id="bad", content="<html><body>" + "<div>" * 200_000 + "x", media=Media.HTML),
    ],
)
def test_what_holds_no_article_is_an_error_that_names_it(item: Item) -> None:
    with pytest.raises(InputError, match=r"^bad: "):
        article(item)


def test_what_is_pasted_is_an_item_or_an_error() -> None:
    text, html, bad = pasted(b"Nine drowned."), pasted(PAGE.encode()), pasted(b"")
    assert isinstance(text, Item)
    assert (text.id, text.media) == ("-", Media.PLAIN)
    assert isinstance(html, Item)
    assert html.media is Media.HTML
    assert isinstance(bad, InputError)


WORDS = st.sampled_from(
    [
        "Related stories",
        "Home",
        "News | Sport | Weather",
        "Nine people drowned in Norden, police said.",
        "Dam breaks",
        "Dam breaks in Norden",
        "Share",
        "Updated: June 20, 2023, 9:48 PM",
        "Tuesday, April 16, 2024",
        "19.3 C",
        "References",
        "Comments",
        "(c) Post",
        "1. ^ A source. Retrieved 2020-01-01.",
        "A caption. (AP Photo/Ann Lund)",
        "killed",
        "...",
        "12",
        "\t",
        "HomeWorldDam breaks in Norden",
        "By Ann Lund",
        "and it went on for hours before anyone noticed",
    ]
)
TEXTS = st.one_of(st.lists(WORDS, max_size=25).map("\n".join), st.text(max_size=300))


@settings(deadline=None)
@given(TEXTS, st.one_of(st.none(), WORDS, st.text(max_size=60)), st.sampled_from(Media))
def test_any_content_is_an_article_or_an_input_error(content: str, title: str | None, media: Media) -> None:
    item = Item(id="x", content=content, title=title, media=media)
    try:
        read = article(item)
    except InputError:
        return
    assert read == article(item)
    assert read.body
    at = 0
    for span in read.body:
        assert at <= span.start < span.end <= len(read.text)
        assert "\n" not in read.text[span.start : span.end]
        at = span.end
    if read.title_at is not None:
        assert 0 <= read.title_at.start < read.title_at.end <= len(read.text)
