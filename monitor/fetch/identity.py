"""One identity for an article however it is reached, and the hashes by which the store knows what it has seen."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import SplitResult, parse_qsl, quote, urlencode, urlsplit

from monitor.fetch.text.furniture import is_stamp
from monitor.model import Item, Media

_TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|at_(?:medium|campaign|custom\d|link\w*|format|ptr\w*|bbc\w*)|ito|ocid|ns_\w+|"
    r"fbclid|gclid|dclid|gbraid|wbraid|gclsrc|msclkid|yclid|twclid|ttclid|igshid|igsh|mc_[ce]id|mkt_tok|_hs(?:enc|mi)|"
    r"cmpid?|icid|icmp|ncid|sr_share|smid|smtyp|ref|ref_src|ref_url|referrer|rss|source|src|share|shared?_from|"
    r"partner|feedtype|feedname|xtor|xtref|guccounter|guce_\w+|ftag|spm|trk|traffic_source|wt\.\w+|amp|outputtype|"
    r"__twitter_impression|usqp|amp_js_v|_ga|_gl|cx_\w+|taid|sref|s_cid|s_kwcid|ss_\w+|soc_(?:src|trk)|from_source",
    re.IGNORECASE,
)
"""Query parameters that say how a reader came, never what is read."""

_MARKUP = re.compile(r"<[^<>]*>")
_AGO = re.compile(
    r"(?:(?:last )?(?:updated|published|posted|modified)[:\s]*)?(?:about )?(?:\d{1,3}|an?|one) "
    r"(?:second|sec|minute|min|hour|hr|day)s? ago\.?",
    re.IGNORECASE,
)

_AMP_CACHE = re.compile(r"(?:^|\.)cdn\.ampproject\.org$")
_AMP_PATH = re.compile(r"^/(?:[civ]/)?(?:s/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(/.*)?$", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_WEB = re.compile(r"^https?://(?:www\.)?")
_PORTS = {"http": 80, "https": 443}


def canonical(url: str) -> str:
    """The address without what does not name the article: tracking, fragment, default port, AMP and mobile variants.

    What is no web address comes back as it is, without the spaces around it.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower().rstrip(".")
    if scheme not in _PORTS or not host:
        return url
    host, path = _without_amp(host, parts.path)
    host = _without_mobile(host)
    if port is not None and port != _PORTS[scheme]:
        host = f"{host}:{port}"
    path = quote(_INDEX.sub("/", path), safe="/%:@!$&'()*+,;=~-._")
    path = path.rstrip("/") or "/"
    return SplitResult(scheme, host, path, _query(parts.query), "").geturl()


def article_key(url: str | None, item_id: str, text: str) -> str:
    """The identity of an article: that of its address where it has one, else of its name and text.

    One article is served over http and https, with and without `www`: these do not tell articles apart.
    """
    if url:
        return _digest("url", _WEB.sub("", url, count=1))
    return _digest("text", item_id, text)


def revision_of(title: str | None, text: str) -> str:
    """The hash of what an article says: another for every change of its title or text."""
    return _digest("revision", title or "", text)


def said(item: Item) -> str:
    """What an entry says, without its markup and without lines that hold a time stamp and nothing else.

    A feed that prints its own clock says the same at every poll.
    """
    text = _MARKUP.sub("\n", item.content) if item.media is not Media.PLAIN else item.content
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join((item.title or "", *(line for line in lines if line and not _is_clock(line))))


def _is_clock(line: str) -> bool:
    if line.endswith(("ago", "ago.")) and _AGO.fullmatch(line):
        return True
    return is_stamp(line, line.count(" ") + 1)


def item_hash(item: Item) -> str:
    """The hash of everything that a source handed over, by which a second try is known.

    When it was fetched is left out: a feed hands over the same entry at every poll.
    """
    published = item.published
    return _digest(
        "item",
        item.id,
        item.content,
        item.media.value,
        *(_told(value) for value in (item.title, item.url, item.outlet, item.language, item.credit, item.source)),
        _told(f"{published.at.isoformat()} {published.origin.value} {published.guessed}" if published else None),
        _told(item.fetched.isoformat() if item.fetched else None),
        str(item.offline),
    )


def _digest(*parts: str) -> str:
    """32 hexadecimal digits. Each part is told apart from the next by its length, so that no two lists share a hash."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        coded = part.encode("utf-8", "surrogatepass")
        digest.update(len(coded).to_bytes(8, "big"))
        digest.update(coded)
    return digest.hexdigest()


def _told(value: str | None) -> str:
    return "-" if value is None else f"+{value}"


def _without_amp(host: str, path: str) -> tuple[str, str]:
    """The article's own host and path behind an AMP cache, an `amp` host, or an `amp` ending."""
    cached = None
    if _AMP_CACHE.search(host):
        cached = _AMP_PATH.match(path)
    elif host.startswith(("google.", "www.google.")) and path.startswith("/amp/"):
        cached = _AMP_PATH.match(path[len("/amp") :])
    if cached:
        host, path = cached.group(1).lower(), cached.group(2) or "/"
    if host.startswith("amp.") and host.count(".") >= 2:
        host = host.removeprefix("amp.")
    for ending in ("/amp/", "/amp", ".amp", ".amp.html"):
        if path.lower().endswith(ending) and len(path) > len(ending):
            stem = path[: -len(ending)]
            return host, stem + ".html" if ending == ".amp.html" else stem
    return host, path


def _without_mobile(host: str) -> str:
    labels = host.split(".")
    if len(labels) >= 3 and labels[0] in {"m", "mobile"}:
        return ".".join(labels[1:])
    if len(labels) >= 4 and labels[1] == "m":  # en.m.wikipedia.org
        return ".".join([labels[0], *labels[2:]])
    return host


def _query(query: str) -> str:
    """The parameters that name the article, sorted: their order says nothing."""
    pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=None)
    return urlencode(sorted(pair for pair in pairs if not _TRACKING.fullmatch(pair[0])))
