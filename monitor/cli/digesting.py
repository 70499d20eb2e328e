"""A digest in the form that was asked for."""

from __future__ import annotations

from enum import StrEnum

from monitor.alerts import Digest, as_json, digest_html, digest_markdown, digest_text


class DigestShape(StrEnum):
    """How a digest is printed."""

    TEXT = "text"
    MD = "md"
    HTML = "html"
    JSON = "json"


def digest_in(made: Digest, shape: DigestShape) -> str:
    """The digest in a shape, with its line end."""
    match shape:
        case DigestShape.TEXT:
            return digest_text(made)
        case DigestShape.MD:
            return digest_markdown(made)
        case DigestShape.HTML:
            return digest_html(made)
        case DigestShape.JSON:
            return as_json(made) + "\n"
