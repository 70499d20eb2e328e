"""Who says a figure in this article, and how firmly."""

from __future__ import annotations

from collections.abc import Sequence

from monitor.figures.document import Attribution, Document, Mention
from monitor.model import Status


def attribute(document: Document, mentions: Sequence[Mention]) -> list[Attribution]:
    """The article itself says it, as firmly as the mention's own words do."""
    return [Attribution(None, None, mention.status or Status.ASSERTED) for mention in mentions]
