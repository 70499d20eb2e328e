"""What a user sets right: claims that were misread, stories that were split or run together, stories not to hear of.

Each is one transaction that keeps the edit, with who made it, when and why, and judges again the stories that it
touches. A service that runs on the same database takes it up before its next article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

from monitor import stories
from monitor.errors import EditError, NotFoundError
from monitor.ledger import REJECTION, Correction, Range, reading_of
from monitor.rejudging import merge, move, rejudge
from monitor.settings import Settings
from monitor.store import Action, Addressed, Edit, Store, Transaction

__all__ = ["Correction", "Editor", "Hand", "Range"]


@dataclass(frozen=True, slots=True)
class Hand:
    """Whose hand sets something right, when, and why."""

    by: str
    at: datetime
    reason: str = ""


class Editor:
    """The edits of one database by one hand. What cannot be raises NotFoundError or EditError, and changes nothing."""

    def __init__(self, store: Store, settings: Settings, hand: Hand) -> None:
        self._store = store
        self._settings = settings
        self._hand = hand

    def correct(self, address: str, correction: Correction) -> Edit:
        """Say what a claim says in truth, in every revision of its article and in every copy."""
        with self._store.deciding() as past:
            claim = _addressed(past, address)
            if correction.kind is not None and correction.kind not in self._settings.labels:
                known = ", ".join(self._settings.labels)
                raise EditError(f"there is no kind {correction.kind!r}; the configured ones are {known}")
            if correction.of(claim.stated.read) == claim.stated.claim:
                raise EditError(f"the claim {address} says that already")
            return self._set_right(past, claim, Action.CORRECT, correction)

    def reject(self, address: str) -> Edit:
        """Say that nobody made a claim: it moves nothing any more."""
        with self._store.deciding() as past:
            claim = _addressed(past, address)
            if REJECTION.of(claim.stated.read) == claim.stated.claim:
                raise EditError(f"the claim {address} moves nothing already: {claim.stated.verdict.reason}")
            return self._set_right(past, claim, Action.REJECT, REJECTION)

    def merge(self, old: str, into: str) -> Edit:
        """Make two stories one: the old one's articles, and all that come for it, go to the other."""
        with self._store.deciding() as past:
            gone, kept = _story(past, old), _story(past, into)
            if gone == kept:
                raise EditError(f"{old} and {into} are one story already")
            hand = self._hand
            rules = self._settings.rules
            return merge(past, self._assigner(past), rules, gone, kept, at=hand.at, reason=hand.reason, by=hand.by)

    def split(self, story: str, names: Sequence[str]) -> Edit:
        """Take articles out of a story into one of their own. Their copies and later revisions go along."""
        with self._store.deciding() as past:
            old = _story(past, story)
            inside = set(past.moves.articles_of(old))
            named = [_article_in(past, old, name) for name in names]
            articles = [key for key in past.moves.with_copies(named) if key in inside]
            if len(articles) == len(inside):
                raise EditError(
                    f"these, with their copies, are all articles of story {old}: nothing would be left in it"
                )
            new = blake2b("\0".join(["split", old, *articles]).encode(), digest_size=10).hexdigest()
            edit = self._keep(past, Action.SPLIT, old, other=new, articles=articles)
            move(past, self._assigner(past), self._settings.rules, articles, old, new)
            return edit

    def mute(self, story: str) -> Edit:
        """Keep a story's ledger and send no more alerts of it."""
        with self._store.deciding() as past:
            known = _story(past, story)
            if known in past.edits.standing().muted:
                raise EditError(f"story {known} is muted already")
            return self._keep(past, Action.MUTE, known)

    def unmute(self, story: str) -> Edit:
        """Send alerts of a story again."""
        with self._store.deciding() as past:
            known = _story(past, story)
            muted = [e for e in past.edits.all() if e.stands and e.action is Action.MUTE and e.story == known]
            if not muted:
                raise EditError(f"story {known} is not muted")
            return self._undo(past, muted[-1])

    def undo(self, number: int) -> Edit:
        """Take an edit back."""
        with self._store.deciding() as past:
            edit = past.edits.edit(number)
            if edit.undoes is not None:
                raise EditError(f"edit {number} is itself the undoing of edit {edit.undoes}; make that edit again")
            if edit.undone_by is not None:
                raise EditError(f"edit {number} was undone already, by edit {edit.undone_by}")
            later = past.edits.after(edit) if edit.other is not None else []
            if later:
                raise EditError(f"edit {later[-1].id} came later and rests on edit {number}; undo that first")
            return self._undo(past, edit)

    def _set_right(self, past: Transaction, claim: Addressed, action: Action, correction: Correction) -> Edit:
        edit = self._keep(
            past,
            action,
            claim.story,
            articles=(claim.article,),
            cluster=claim.cluster,
            reading=reading_of(claim.stated.read),
            correction=correction,
        )
        self._judge_again(past, edit)
        return edit

    def _judge_again(self, past: Transaction, edit: Edit) -> None:
        assert edit.cluster is not None
        edited = past.edits.standing()
        for story in past.moves.stories_of(edit.articles[0], edit.cluster):
            rejudge(past, story, self._settings.rules, edited)

    def _undo(self, past: Transaction, edit: Edit) -> Edit:
        undoing = past.edits.undo(edit, at=self._hand.at, by=self._hand.by, reason=self._hand.reason)
        if edit.reading is not None:
            self._judge_again(past, edit)
        elif edit.other is not None:
            articles = past.moves.articles_of(edit.other)
            if edit.action is Action.MERGE:  # what came since for the other story stays there
                own = set(past.moves.with_copies(edit.articles))
                articles = [key for key in articles if key in own]
            move(past, self._assigner(past), self._settings.rules, articles, edit.other, edit.story)
        return undoing

    def _keep(
        self,
        past: Transaction,
        action: Action,
        story: str,
        *,
        other: str | None = None,
        articles: Sequence[str] = (),
        cluster: str | None = None,
        reading: str | None = None,
        correction: Correction | None = None,
    ) -> Edit:
        return past.edits.add(
            action,
            story,
            at=self._hand.at,
            by=self._hand.by,
            reason=self._hand.reason,
            other=other,
            articles=articles,
            cluster=cluster,
            reading=reading,
            correction=correction,
        )

    def _assigner(self, past: Transaction) -> stories.Assigner:
        return stories.Assigner(self._settings.stories, past.stories.active(self._settings.stories))


def _story(past: Transaction, name: str) -> str:
    """The story that an address leads to."""
    return past.stories.story(past.edits.standing().story(name)).id


def _addressed(past: Transaction, address: str) -> Addressed:
    found = past.reports.addressed(address)
    if not found:
        raise NotFoundError(f"there is no claim {address}; `monitor why-not ARTICLE` shows those of an article")
    return found[-1]


def _article_in(past: Transaction, story: str, name: str) -> str:
    """The key of the one article of a story that a user means."""
    keys = {stored.article for stored in past.articles.find(name) if stored.story == story}
    if not keys:
        raise NotFoundError(f"there is no article {name} in story {story}; `monitor story {story}` lists them")
    if len(keys) > 1:
        raise EditError(f"{name} names {len(keys)} articles of story {story}; give a key: {', '.join(sorted(keys))}")
    return keys.pop()
