"""What users set right, and merges by the program itself: kept for good, with who, when, why, and what was undone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Column, Connection, Index, Integer, RowMapping, String, Table, Text, func, insert, select, update
from sqlalchemy.types import JSON

from monitor.errors import NotFoundError
from monitor.ledger import Correction, reading_of
from monitor.model import Claim
from monitor.store.ledger_rows import correction_from, correction_row
from monitor.store.metadata import UtcDateTime, metadata

PROGRAM = "monitor"
"""Who merges where no user does."""

edits = Table(
    "edits",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcDateTime),
    Column("by", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("action", String(16), nullable=False),
    Column("story", String(32), nullable=False),
    Column("other", String(32)),
    Column("articles", JSON, nullable=False),  # ["...", ...], keys
    Column("cluster", String(32)),
    Column("reading", String(16)),
    Column("correction", JSON),
    Column("undoes", Integer),
    Column("undone_by", Integer),
    Index(None, "story"),
)
"""One row an edit. Rows are never taken out: an edit that undoes another is a row of its own."""


class Action(StrEnum):
    """What an edit does."""

    CORRECT = "correct"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    MUTE = "mute"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that was set right. `at` None: a replay that no time had reached.

    `story` is the one that it was done to; `other` the story that it was merged into, or that was split off it.
    `articles` are the keys of those that changed their story, or of the one whose claim was corrected: that claim is
    known by its `reading`, in every revision of the article and every text of its `cluster`.
    """

    id: int
    at: datetime | None
    by: str
    reason: str
    action: Action
    story: str
    other: str | None = None
    articles: tuple[str, ...] = ()
    cluster: str | None = None
    reading: str | None = None
    correction: Correction | None = None
    undoes: int | None = None
    undone_by: int | None = None

    @property
    def subject(self) -> str:
        """What it was done to, in words."""
        if self.undoes is not None:
            return f"of edit {self.undoes}"
        if self.reading is not None:
            return f"claim {self.articles[0][:8]}-{self.reading[:8]}"
        if self.action is Action.MERGE:
            return f"story {self.story} into {self.other}"
        if self.action is Action.SPLIT:
            count = len(self.articles)
            return f"{count} {'article' if count == 1 else 'articles'} of story {self.story} into {self.other}"
        return f"story {self.story}"

    @property
    def stands(self) -> bool:
        """Whether it holds: it was not undone, and is no undoing itself."""
        return self.undone_by is None and self.undoes is None


@dataclass(frozen=True, slots=True)
class Edited:
    """All that stands of what was set right, as deciding needs it. `version` grows with every edit.

    `corrections` by the reading of the claim; `leads` from a story to the one that it was merged into; `apart` are
    pairs that were split, or whose merge was undone.
    """

    version: int = 0
    corrections: Mapping[str, tuple[Edit, ...]] = field(default_factory=dict)
    leads: Mapping[str, str] = field(default_factory=dict)
    muted: frozenset[str] = frozenset()
    apart: frozenset[frozenset[str]] = frozenset()

    def correction(self, article: str, cluster: str, claim: Claim) -> Correction | None:
        """What was made of a claim of an article, or of another text of its cluster; the last word holds."""
        if not self.corrections:
            return None
        made = self.corrections.get(reading_of(claim), ())
        return next(
            (one.correction for one in reversed(made) if article in one.articles or cluster == one.cluster), None
        )

    def story(self, story: str) -> str:
        """The story that an address leads to now."""
        while story in self.leads:
            story = self.leads[story]
        return story

    def keeps_apart(self, one: str, other: str) -> bool:
        """Whether somebody said that two stories are not one."""
        return any({self.story(story) for story in pair} == {one, other} for pair in self.apart)


class Edits:
    """The edits of one database, over one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def version(self) -> int:
        """Grows with every edit: what was made from `standing` before is to be made again."""
        return self._connection.scalar(_VERSION) or 0

    def standing(self) -> Edited:
        """All that holds of what was set right."""
        made = self.all()
        by_id = {edit.id: edit for edit in made}
        corrections: dict[str, list[Edit]] = {}
        leads: dict[str, str] = {}
        apart: set[frozenset[str]] = set()
        for edit in made:
            if edit.reading is not None and edit.stands:
                corrections.setdefault(edit.reading, []).append(edit)
            if edit.other is None:
                continue
            undone = by_id[edit.undoes].action if edit.undoes is not None else None
            if edit.action is Action.MERGE or undone is Action.SPLIT:
                emptied, into = (edit.story, edit.other) if undone is None else (edit.other, edit.story)
                leads[emptied] = into
                apart.discard(frozenset((edit.story, edit.other)))
            else:
                leads.pop(edit.story if undone is Action.MERGE else edit.other, None)
                apart.add(frozenset((edit.story, edit.other)))
        return Edited(
            version=made[-1].id if made else 0,
            corrections={reading: tuple(found) for reading, found in corrections.items()},
            leads=leads,
            muted=frozenset(edit.story for edit in made if edit.stands and edit.action is Action.MUTE),
            apart=frozenset(apart),
        )

    def all(self) -> list[Edit]:
        """Every edit in the order in which they were made."""
        return [_edit(row) for row in self._connection.execute(select(edits).order_by(edits.c.id)).mappings()]

    def edit(self, number: int) -> Edit:
        """One edit. Raises NotFoundError."""
        row = self._connection.execute(select(edits).where(edits.c.id == number)).mappings().first()
        if row is None:
            raise NotFoundError(f"there is no edit {number}; `monitor edits` lists them")
        return _edit(row)

    def after(self, edit: Edit) -> list[Edit]:
        """What stands of the later edits that moved articles into or out of the stories of this one."""
        own = {edit.story, edit.other} - {None}
        later = [made for made in self.all() if made.id > edit.id and made.stands and made.other is not None]
        return [made for made in later if own & {made.story, made.other}]

    def add(
        self,
        action: Action,
        story: str,
        *,
        at: datetime | None,
        by: str,
        reason: str,
        other: str | None = None,
        articles: Sequence[str] = (),
        cluster: str | None = None,
        reading: str | None = None,
        correction: Correction | None = None,
    ) -> Edit:
        """Keep a new edit, under the next number."""
        edit = Edit(
            self.version() + 1, at, by, reason, action, story, other, tuple(articles), cluster, reading, correction
        )
        self._insert(edit)
        return edit

    def undo(self, edit: Edit, *, at: datetime | None, by: str, reason: str) -> Edit:
        """Keep that an edit was undone: an edit of its own."""
        undoing = Edit(self.version() + 1, at, by, reason, Action.UNDO, edit.story, edit.other, undoes=edit.id)
        self._insert(undoing)
        self._connection.execute(update(edits).where(edits.c.id == edit.id).values(undone_by=undoing.id))
        return undoing

    def _insert(self, edit: Edit) -> None:
        self._connection.execute(
            insert(edits).values(
                id=edit.id,
                at=edit.at,
                by=edit.by,
                reason=edit.reason,
                action=edit.action.value,
                story=edit.story,
                other=edit.other,
                articles=list(edit.articles),
                cluster=edit.cluster,
                reading=edit.reading,
                correction=correction_row(edit.correction),
                undoes=edit.undoes,
            )
        )


def _edit(row: RowMapping) -> Edit:
    return Edit(
        id=row["id"],
        at=row["at"],
        by=row["by"],
        reason=row["reason"],
        action=Action(row["action"]),
        story=row["story"],
        other=row["other"],
        articles=tuple(row["articles"]),
        cluster=row["cluster"],
        reading=row["reading"],
        correction=None if row["correction"] is None else correction_from(row["correction"]),
        undoes=row["undoes"],
        undone_by=row["undone_by"],
    )


_VERSION = select(func.max(edits.c.id))
