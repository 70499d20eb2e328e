"""Bytes to text: by what the bytes say first, then by what is declared, then by what fits."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from monitor.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""(?:<\?xml[^>]{0,100}encoding|<meta[^>]{0,200}charset)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
_PARAMETER = re.compile(r""";\s*charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_DECLARED_WITHIN = 4096  # browsers look no further than 1,024 bytes; sloppy pages put it a little later
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
FEW_NULS = 8
"""In the first 4,096 bytes: a slip of the writer. Text of two bytes a letter has more, and so have programs."""

_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH = bytes(range(128, 256))
_UNSOUND = re.compile("[\x00\ud800-\udfff]")


def decode(content: bytes, where: str, declared: str | None = None) -> str:
    """The text of a file, page or feed. `declared` is the charset that a manifest or HTTP header names.

    Raises InputError where there is no text: empty, binary, or in no charset that makes sense of it.
    """
    if not content.strip(b" \t\r\n\x0b\x0c\x00"):
        raise InputError(where, "is empty: there is nothing to read")
    for mark, charset in _MARKS:
        if content.startswith(mark):
            return _sensible(_decoded(content[len(mark) :], charset, "replace") or "", where)
    for signature, what in _SIGNATURES:
        if content.startswith(signature):
            raise InputError(where, f"is {what}, not text: save it as text or HTML")
    if content[:4096].count(0) > FEW_NULS:
        return _sensible(_decoded(content, _sixteen_bit(content, where), "replace") or "", where)
    text = _decoded(content, "utf-8")
    if text is None:
        text = _not_utf8(content, declared)
    if text is None:
        raise InputError(where, "is in no known charset: save it as UTF-8")
    return _sensible(text, where)


def declared_in(content_type: str) -> str | None:
    """The charset that a Content-Type header names."""
    match = _PARAMETER.search(content_type)
    return match.group(1) if match else None


def sound(text: str) -> str:
    """The text with what no database can hold replaced, code point for code point: offsets stay."""
    return _UNSOUND.sub("\ufffd", text) if _UNSOUND.search(text) else text


def _not_utf8(content: bytes, declared: str | None) -> str | None:
    named = declared or _named_inside(content)
    if named and not named.lower().replace("_", "-").startswith(("utf-8", "utf8", "utf-16", "ascii", "us-ascii")):
        text = _decoded(content, "cp1252" if named.lower() in {"iso-8859-1", "latin-1", "latin1"} else named)
        if text is not None:
            return text
    mended = content.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    whole = sum(1 for letter in mended if letter > "\x7f") - broken
    if whole > 4 * broken:  # UTF-8, with a few bytes lost on the way
        return mended
    high = len(content) - len(content.translate(None, _HIGH))
    if high * 20 <= len(content):  # a Latin script: the charset that most such files are in
        return _decoded(content, "cp1252") or _decoded(content, "latin-1")
    best = from_bytes(content[:200_000]).best()
    return (_decoded(content, best.encoding) if best else None) or _decoded(content, "cp1252")


def _named_inside(content: bytes) -> str | None:
    match = _DECLARED.search(content, 0, _DECLARED_WITHIN)
    return match.group(1).decode("ascii", "replace") if match else None


def _sixteen_bit(content: bytes, where: str) -> str:
    """UTF-16 without a mark shows by its NULs: every second byte of Latin text. Other NULs are no text."""
    head = content[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > len(head) // 3 and even < len(head) // 50:
        return "utf-16-le"
    if even > len(head) // 3 and odd < len(head) // 50:
        return "utf-16-be"
    raise InputError(where, "is binary, not text: save it as text or HTML")


def _decoded(content: bytes, charset: str, errors: str = "strict") -> str | None:
    try:
        return content.decode(charset, errors)
    except (LookupError, ValueError):
        return None


def _sensible(text: str, where: str) -> str:
    if len(_CONTROLS.findall(text[:20_000])) * 50 > len(text[:20_000]):
        raise InputError(where, "is binary, not text: save it as text or HTML")
    if not text.strip("\ufeff\ufffd\x00 \t\r\n"):
        raise InputError(where, "is empty: there is nothing to read")
    return sound(text)
