"""Why an alert fired, and why an article said nothing: the claims that were compared, and where the article stands."""

from __future__ import annotations

from textwrap import shorten

from sqlalchemy import Connection, select

from monitor.alerts import ChangeView, Explanation, Sentence, Silence
from monitor.errors import NotFoundError
from monitor.store.articles import Articles, Stored
from monitor.store.copies import Copies, Edge
from monitor.store.ledger import Ledgers, claims
from monitor.store.outbox import Outbox
from monitor.store.outbox_tables import alerts
from monitor.store.showing import Labels, Revision, change_view, rows_where, sentence, verdict
from monitor.store.stories import Stories
from monitor.store.tables import revisions
from monitor.stories import Assignment

_PASSAGE_SHOWN = 200  # letters: two sentences


class Reasons:
    """The reasons kept in one database, over one connection. `labels` are the kinds in words."""

    def __init__(self, connection: Connection, copies: Copies) -> None:
        self._connection = connection
        self._copies = copies
        self._articles = Articles(connection)
        self._ledger = Ledgers(connection)
        self._stories = Stories(connection)

    def why(self, alert: str, labels: Labels) -> Explanation:
        """What an alert told, by which rule, and the sentences that were compared. Raises NotFoundError."""
        stored = self._articles.stored(Outbox(self._connection).seq_of(alert))
        row = self._row(stored.seq)
        changes = tuple(change_view(kept, row, labels) for kept in self._ledger.changed_by(stored.seq))
        compared = tuple(self._compared(stored, change) for change in changes)
        title = self._stories.story(stored.story).title
        return Explanation(alert, stored.item_id, stored.story, title, changes, compared, self._placed(stored))

    def why_not(self, name: str, labels: Labels) -> Silence:
        """What became of every figure that an article gives. Raises NotFoundError."""
        found = self._articles.find(name)
        if not found:
            raise NotFoundError(f"there is no article {name}; give its id, its address or its key")
        stored = found[-1]
        row = self._row(stored.seq)
        verdicts = tuple(verdict(one, row, labels) for one in self._ledger.stated(stored.seq))
        told = self._connection.scalar(select(alerts.c.id).where(alerts.c.seq == stored.seq))
        title = self._stories.story(stored.story).title
        return Silence(stored.item_id, stored.story, title, told, verdicts, self._placed(stored))

    def _compared(self, stored: Stored, change: ChangeView) -> Sentence | None:
        """The sentence that gave what stood before, said by one of those that it was compared with."""
        if change.before is None:
            return None
        query = (
            select(claims.c.seq, claims.c.position)
            .where(claims.c.story == stored.story, claims.c.kind == change.kind, claims.c.seq < stored.seq)
            .where(claims.c.low == change.before.low, claims.c.high.is_not_distinct_from(change.before.high))
            .order_by(
                claims.c.voice_name.in_(change.against).desc(),
                claims.c.source.is_(None),
                claims.c.seq,
                claims.c.position,
            )
        )
        found = self._connection.execute(query).first()
        if found is None:
            return None
        return sentence(self._ledger.stated(found.seq)[found.position], self._row(found.seq))

    def _placed(self, stored: Stored) -> tuple[str, ...]:
        """Why the article is in its story and its cluster, a line each."""
        told = []
        for edge in self._copies.edges(stored.seq):
            other = self._articles.stored(edge.seq).item_id
            told.append(_related(edge, other))
        placing = self._stories.placing(stored.seq)
        if placing.assignment is None:
            told.append("its story is that of its original, or of its earlier revision")
        elif placing.assignment.story is None:
            told.append("it founded its story: nothing known was close enough")
            if placing.assignment.related is not None:
                told.append(
                    f"its story has to do with story {placing.assignment.related}: {_shared(placing.assignment)}"
                )
        else:
            told.append(f"held to its story by {_shared(placing.assignment)}")
        return tuple(told)

    def _row(self, seq: int) -> Revision:
        return rows_where(self._connection, revisions.c.seq == seq)[0]


def _shared(assignment: Assignment) -> str:
    """The words, names and dates that an article has in common with the story that came closest."""
    held = assignment.held
    shared = [("words", held.words), ("names", held.names), ("dates", held.dates)]
    return "; ".join(f"{what} {', '.join(which)}" for what, which in shared if which)


def _related(edge: Edge, other: str) -> str:
    share = f"{edge.comparison.in_other:.0%} of its text stands there"
    if edge.passage is None:
        return f"{edge.relation.value} of {other}: {share}"
    passage = shorten(edge.passage, _PASSAGE_SHOWN, placeholder=" …")
    return f"shares a passage with {other}, which came {'later' if edge.is_later else 'before'}: {share}: “{passage}”"
