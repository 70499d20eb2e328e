"""A digest in the form that was asked for."""

from __future__ import annotations

from monitor.alerts import Digest, as_json, digest_markdown, digest_text
from monitor.cli.app import Shape


def digest_in(made: Digest, shape: Shape) -> str:
    """The digest as text, Markdown or JSON, with its line end."""
    if shape is Shape.JSON:
        return as_json(made) + "\n"
    return digest_markdown(made) if shape is Shape.MD else digest_text(made)
