"""Whom a speaker stands for: the body, or the authorities of a country or place, that his office names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from monitor.figures.document import Document, Token
from monitor.figures.en.countries import ADJECTIVES, NATIONAL, TWO_WORDS
from monitor.figures.en.offices import (
    AUTHORITY_BODIES,
    AUTHORITY_OFFICES,
    BODIES,
    CALENDAR,
    DETERMINERS,
    MODIFIERS,
    OFFICES,
    OTHER_BODIES,
    TITLES,
)
from monitor.figures.en.wordset import words
from monitor.model import Span

_GENERIC = words(
    "official officials chief chiefs officer officers president presidents secretary general commissioner administrator"
    " commander commanders investigators investigator captain consul"
)
"""Offices that many bodies have besides the state."""

_STATE = (
    (AUTHORITY_OFFICES | AUTHORITY_BODIES)
    - _GENERIC
    - words(
        "medic medics paramedic paramedics rescuer rescuers soldier soldiers hospital hospitals clinic"
        " agency office service"
        " services bureau committee commission directorate council force guard administration command district morgue"
        " department departments center"
    )
)
_OWN_BODIES = (
    OTHER_BODIES | words("hospital hospitals clinic agency school university church company party union")
) - words("authority council watch")
_PARTISAN = words(
    "opposition rebel rebels dissident dissidents exile exiled former ex militant militants insurgent"
    " insurgents separatist"
)
_ROLES = OFFICES | BODIES | TITLES | MODIFIERS
_MEMBERSHIP = words("includes include including comprises comprising")
_COALITIONS = words("coalition umbrella alliance")
_WINGS = words("wing arm branch affiliate front offshoot")
_LOCAL = words(
    "police sheriff sheriff's county city fire mayor governor attorney prosecutor prosecutors court"
    " coroner state district town village examiner constable detectives detective constabulary municipal prefecture"
)


class Sides:
    """The sides of one article."""

    def __init__(self, document: Document, short: Mapping[str, str], full: Mapping[str, str]) -> None:
        self.document = document
        self.short = short
        self.full = full
        self.home = self._home()
        self.parents = self._parents()

    def of(self, at: int, spans: Sequence[Span]) -> str | None:
        """The side that these phrases of a sentence give a speaker."""
        tokens = self.document.sentences[at].tokens
        for span in spans:
            found = self._of_phrase(tokens, span)
            if found is not None:
                return found
        return None

    def of_body(self, name: str) -> str | None:
        """The side of a body by its name: its parent's, or its own short form."""
        low = name.lower()
        bare = low.rsplit(" (", 1)[0]
        if bare in self.parents:
            return self.parents[bare]
        if bare in self.full:
            return self.full[bare]
        return None

    def _of_phrase(self, tokens: Sequence[Token], span: Span) -> str | None:
        lows = [token.low for token in tokens[span.start : span.end]]
        known = self._known_body(tokens, span)
        if known is not None:
            return known
        partisan = any(low in _PARTISAN for low in lows)
        own = any(low in _OWN_BODIES for low in lows)
        state = any(low in _STATE for low in lows)
        generic = any(low in _GENERIC for low in lows) or "department" in lows
        country = nation(lows)
        if partisan:
            return None
        if country and (state or (generic and not own)):
            return f"{_display(country)} authorities"
        organisation = self._organisation(tokens, span, own)
        if own and organisation:
            return organisation
        if own:
            return None
        if state or generic:
            place = self._place(tokens, span)
            if place and any(low in _LOCAL for low in lows):
                return f"{place} authorities"
            if organisation:
                return organisation
            if self.home:
                return f"{_display(self.home)} authorities"
            return "authorities" if any(low in OFFICES for low in lows) and not _is_plural(lows) else None
        return organisation

    def _known_body(self, tokens: Sequence[Token], span: Span) -> str | None:
        """A body that the article gives a short form for, or for which it names the one it belongs to."""
        text = " ".join(token.low for token in tokens[span.start : span.end])
        padded = f" {text} "
        for child, parent in self.parents.items():
            if f" {child} " in padded:
                return parent
        for place in range(span.start, span.end):
            low = tokens[place].low
            if low in self.short and tokens[place].text.isupper():
                name = self.short[low].rsplit(" (", 1)[0].lower()
                if not _is_state_name(name):
                    return self.parents.get(name) or tokens[place].text
        for full, short in self.full.items():
            plain = full.replace("-", " - ")
            if (f" {plain} " in padded or f" {full} " in padded) and not _is_state_name(full):
                return short
        return None

    def _organisation(self, tokens: Sequence[Token], span: Span, own: bool) -> str | None:
        """The body that a phrase names by capitals: after *for*, *of*, *with*, before *'s*, or before the office."""
        runs = _capital_runs(tokens, span)
        for run in runs:
            lows = [token.low for token in tokens[run.start : run.end]]
            if all(nation([low]) for low in lows) or all(
                low in OFFICES or low in TITLES or low in MODIFIERS for low in lows
            ):
                continue
            before = tokens[run.start - 1].low if run.start > span.start else ""
            second = tokens[run.start - 2].low if run.start - 1 > span.start else ""
            after = tokens[run.end].low if run.end < span.end else ""
            body = any(low in BODIES for low in lows)
            acronym = run.end - run.start == 1 and tokens[run.start].text.isupper() and len(tokens[run.start].text) > 1
            tied = before in ("for", "of", "with", "at", "from") or (
                before in DETERMINERS and second in ("for", "of", "with", "at", "from")
            )
            owns = after == "'s"
            leads = any(token.low in OFFICES for token in tokens[run.end : span.end]) or any(
                low in OFFICES for low in lows[1:]
            )
            if before in ("at",) and not body and not acronym:
                continue
            if body or acronym or ((tied and before != "at") or owns or leads):
                kept = Span(run.start, run.end)
                while kept.end > kept.start and tokens[kept.end - 1].low in OFFICES:
                    kept = Span(kept.start, kept.end - 1)
                if kept.end > kept.start:
                    return _spelled(self.document, tokens, kept)
        return None

    def _place(self, tokens: Sequence[Token], span: Span) -> str | None:
        """The town, county or state that a local office is of."""
        for run in _capital_runs(tokens, span):
            end = run.start
            while end < run.end and (
                tokens[end].low not in _ROLES or (end > run.start and tokens[end].low in ("county", "city", "parish"))
            ):
                end += 1
            if end > run.start:
                return _spelled(self.document, tokens, Span(run.start, end))
        return None

    def _home(self) -> str | None:
        """The one country whose authorities the article speaks of, if there is one."""
        found: Counter[str] = Counter()
        for sentence in self.document.sentences:
            lows = [token.low for token in sentence.tokens]
            for at, low in enumerate(lows):
                country = nation(lows[at : at + 2]) if (low, *lows[at + 1 : at + 2]) in TWO_WORDS else nation([low])
                if not country:
                    continue
                near = lows[at + 1 : at + 4]
                behind = lows[max(0, at - 3) : at]
                if (
                    any(word in _STATE or word in _GENERIC for word in near)
                    and not any(word in _PARTISAN for word in near)
                ) or (behind and behind[-1] in ("in", "of") and any(word in _STATE for word in behind)):
                    found[country] += 1
        ranked = found.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
            return None
        return ranked[0][0]

    def _parents(self) -> dict[str, str]:
        """*X, a coalition that includes Y*: for whom X speaks."""
        found: dict[str, str] = {}
        for sentence in self.document.sentences:
            tokens = sentence.tokens
            lows = [token.low for token in tokens]
            for at, low in enumerate(lows):
                if low not in _COALITIONS and low not in _WINGS:
                    continue
                comma = next((k for k in range(at - 1, max(-1, at - 6), -1) if lows[k] == ","), None)
                if comma is None or comma == 0:
                    continue
                child = _name_before(tokens, comma)
                if child is None:
                    continue
                if low in _COALITIONS:
                    verb = next((k for k in range(at + 1, min(at + 8, len(lows))) if lows[k] in _MEMBERSHIP), None)
                else:
                    verb = at + 1 if lows[at + 1 : at + 2] == ["of"] else None
                if verb is None:
                    continue
                start = verb + 1
                while start < len(lows) and lows[start] in DETERMINERS:
                    start += 1
                stop = start
                while stop < len(lows) and (tokens[stop].text[0].isupper() or (lows[stop] == "-" and stop > start)):
                    stop += 1
                if stop == start:
                    continue
                name = _spelled(self.document, tokens, Span(start, stop))
                short = self.full.get(name.lower(), name)
                key = " ".join(lows[child.start : child.end])
                found.setdefault(key, short)
                if key in self.full:
                    found.setdefault(self.full[key].lower(), short)
        initials = {
            "".join(word[0] for word in name.split() if word not in ("of", "the", "for", "and")): side
            for name, side in found.items()
        }
        return found | {short: side for short, side in initials.items() if len(short) > 2}


def nation(lows: Sequence[str]) -> str | None:
    """The adjective of the first country that the words name, in lower case."""
    for at, low in enumerate(lows):
        pair = (low, lows[at + 1]) if at + 1 < len(lows) else None
        if pair in TWO_WORDS:
            return TWO_WORDS[pair]
        if low in ADJECTIVES:
            return ADJECTIVES[low]
        if low in NATIONAL:
            return NATIONAL[low]
    return None


def _name_before(tokens: Sequence[Token], comma: int) -> Span | None:
    """The name that ends before a comma, a short form in brackets left out."""
    if comma > 3 and tokens[comma - 1].low == ")" and tokens[comma - 3].low == "(":
        comma -= 3
    start = comma
    while start > 0 and (
        (tokens[start - 1].text[0].isupper() and tokens[start - 1].low not in DETERMINERS)
        or (
            tokens[start - 1].low in ("of", "for", "-", "and") and start - 1 > 0 and tokens[start - 2].text[0].isupper()
        )
    ):
        start -= 1
    return Span(start, comma) if start < comma else None


def _capital_runs(tokens: Sequence[Token], span: Span) -> list[Span]:
    runs: list[Span] = []
    at = span.start
    while at < span.end:
        if not tokens[at].text[0].isupper() or tokens[at].low in DETERMINERS or tokens[at].low in CALENDAR:
            at += 1
            continue
        stop = at + 1
        while stop < span.end and (
            tokens[stop].text[0].isupper()
            or (
                tokens[stop].low in ("of", "for", "and", "-", "e")
                and stop + 1 < span.end
                and tokens[stop + 1].text[0].isupper()
            )
        ):
            stop += 1
        runs.append(Span(at, stop))
        at = stop
    return runs


def _spelled(document: Document, tokens: Sequence[Token], span: Span) -> str:
    text = ""
    for at in range(span.start, span.end):
        if at > span.start and tokens[at].start > tokens[at - 1].end:
            text += " "
        text += tokens[at].text
    return text


def _display(country: str) -> str:
    return " ".join(word.capitalize() for word in country.split())


def _is_plural(lows: Sequence[str]) -> bool:
    return lows[-1].endswith("s") or lows[-1] == "police"


def _is_state_name(name: str) -> bool:
    lows = name.split()
    return any(
        low in ("police", "ministry", "department", "government", "army", "prosecution", "prosecutor", "court")
        for low in lows
    )
