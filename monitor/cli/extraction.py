"""What was read in one text, for a person or a program."""

from __future__ import annotations

import json
from textwrap import fill

from monitor.alerts import bounds_in_words, plain
from monitor.model import Bounds, Claim
from monitor.pipeline import Reading
from monitor.record import claim_form
from monitor.settings import Settings

WIDTH = 100


def extraction_json(reading: Reading) -> str:
    """Every claim with its sentence and the place of its number, and the totals; one line of JSON."""
    claims = [
        claim_form(claim) | {"number": list(claim.number) if claim.number else None, "names": list(claim.names)}
        for claim in reading.claims
    ]
    totals = {kind: {"low": bounds.low, "high": bounds.high} for kind, bounds in reading.totals.items()}
    return json.dumps({"id": reading.article.id, "claims": claims, "totals": totals}, ensure_ascii=False) + "\n"


def extraction_text(reading: Reading, settings: Settings) -> str:
    """The same for a reader: figure, how firmly, of what, by whom; the sentence with its number in brackets."""
    lines = [plain(reading.article.title or reading.article.id)]
    if not reading.claims:
        lines.append("  no figure was read")
    for claim in reading.claims:
        lines += ["", f"  {_said(claim, settings)}", _quote(claim)]
    if reading.totals:
        told = (f"{kind} {bounds_in_words(bounds)}" for kind, bounds in reading.totals.items())
        lines += ["", f"  Totals of the event: {'; '.join(told)}"]
    return "\n".join(lines) + "\n"


def _said(claim: Claim, settings: Settings) -> str:
    figure = bounds_in_words(Bounds(claim.low, claim.high), claim.modifier)
    exactly = f"{'?' if claim.low is None else claim.low}..{'' if claim.high is None else claim.high}"
    group = f" ({plain(claim.group)})" if claim.group else ""
    of = claim.scope.value + (f" ({plain(claim.refers_to)})" if claim.refers_to else "")
    voice = plain(claim.source) if claim.source else "the article"
    side = f" for {plain(claim.side)}" if claim.side else ""
    label = settings.kinds[claim.kind].label
    return f"{label}{group}: {figure} [{exactly}, {claim.modifier.value}] · {claim.status.value} · {of} · {voice}{side}"


def _quote(claim: Claim) -> str:
    quote = claim.quote
    if claim.number is not None:
        start, end = claim.number
        quote = f"{quote[:start]}[{quote[start:end]}]{quote[end:]}"
    return fill(plain(quote), WIDTH, initial_indent="    > ", subsequent_indent="    > ")
