"""The road of an article, from what a source hands over to the alert: two halves, and the only file that knows all.

`read` depends on nothing but the item and the settings: pure, and run on as many processes as there are. `Road.decide`
depends on all that came before: one transaction an article, in order of arrival, under keys that make a second try
harmless. What only the past can tell of a text, such as which of its lines recur in its outlet, is settled there too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b

from monitor import dedup, fetch, figures, ledger, stories
from monitor.alerts import Facts, Posting, Rise, Watch, compose, facts_of, heard, post
from monitor.errors import InputError, MonitorError
from monitor.model import Alert, Article, Claim, Item, Span, Totals
from monitor.record import Borrowed, record
from monitor.rejudging import set_right
from monitor.settings import Settings
from monitor.store import Delivery, Edited, Standing, Store, Stored, Transaction, voice_rows


@dataclass(frozen=True, slots=True)
class Reading:
    """All that can be told of an article from itself alone. `item` is the hash of what was handed over."""

    item: str
    article: Article
    sketch: dedup.Sketch
    features: stories.Features
    claims: tuple[Claim, ...]
    totals: Totals
    agency: str | None


def read(item: Item, settings: Settings) -> Reading:
    """Read one item. Raises InputError, naming it, where it is no article that can be read."""
    (reading,) = read_all([item], settings)
    return reading


def read_all(items: Sequence[Item], settings: Settings) -> list[Reading]:
    """Read some items, each as if alone, which takes less time. Raises as `read` does, for the first that is none."""
    articles = [fetch.article(item) for item in items]
    sketches = dedup.sketches(articles, settings.copies)
    return [_reading(*each, settings) for each in zip(items, articles, sketches, strict=True)]


def _reading(item: Item, article: Article, sketch: dedup.Sketch, settings: Settings) -> Reading:
    claims = figures.read(article, settings.kinds)
    return Reading(
        item=fetch.item_hash(item),
        article=article,
        sketch=sketch,
        features=stories.features(article),
        claims=claims,
        totals=figures.totals(article, claims),
        agency=dedup.agency(article),
    )


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of one item: its line of output, and the alert that it raised now."""

    record: str
    alert: Alert | None = None


@dataclass(frozen=True, slots=True)
class _Decision:
    """What was decided of one article that is new, or new in this text."""

    seq: int
    reading: Reading
    match: dedup.Match
    assignment: stories.Assignment | None
    standing: Standing
    report: ledger.Report
    judgement: ledger.Judgement
    alert: Alert | None
    postings: tuple[Posting, ...]
    is_revision: bool
    record: str


class Road:
    """The deciding half over one database. What it keeps in memory is rebuilt from the database when it is opened.

    `replaying`: alerts are recorded, never sent.
    """

    _assigner: stories.Assigner
    _clock: datetime | None
    _edited: Edited

    def __init__(self, store: Store, settings: Settings, *, replaying: bool = True) -> None:
        self._store = store
        self._settings = settings
        self._replaying = replaying
        self._default = Watch(groups=settings.alerts.groups)
        with store.reading() as past:
            self._remember(past)

    def decided(self, item: Item) -> Decided | None:
        """What was decided of this very item before, if it was."""
        with self._store.reading() as past:
            line = past.articles.record_of(fetch.item_hash(item))
            return None if line is None else Decided(line)

    def decide(
        self, reading: Reading, now: datetime | None = None, *, watched_since: datetime | None = None
    ) -> Decided:
        """Decide what an article is a copy of, which story it belongs to, what it changes, and who hears of it.

        `now` is the service's clock; a replay gives none, and the latest arrival so far is the time. What was published
        before its feed was watched (`watched_since`) is known: it makes its ledger and alerts nobody. Recorded input
        alerts as if we had been there. An item that was decided before changes nothing, and its line is what it was.

        Raises StoreError where the database cannot be used, and InputError, naming the article, for a fault of ours.
        """
        clock = now or _later(self._clock, reading.article.arrived)
        try:
            with self._store.deciding() as past:
                if past.edits.version() != self._edited.version:  # a user set something right
                    self._remember(past)
                line = past.articles.record_of(reading.item)
                done = self._enter(reading, past, clock, watched_since) if line is None else Decided(line)
        except BaseException as error:
            with self._store.reading() as past:
                self._remember(past)  # what was learnt and not committed is forgotten
            if isinstance(error, Exception) and not isinstance(error, MonitorError):
                raise InputError.of_ours(reading.article.id, "decided", error) from error
            raise
        self._clock = clock
        return done

    def _remember(self, past: Transaction) -> None:
        """Take into memory what the database has: the active stories, the time, and what users set right."""
        kept = past.stories.active(self._settings.stories)
        self._assigner = stories.Assigner(self._settings.stories, kept)
        self._clock = past.articles.clock()
        self._edited = past.edits.standing()

    def _enter(
        self, reading: Reading, past: Transaction, clock: datetime | None, watched_since: datetime | None
    ) -> Decided:
        """Decide an item that was not seen before, and keep what was decided."""
        earlier = past.articles.latest(reading.article.key)
        if earlier is not None and earlier.revision == reading.article.revision:
            line = _seen_again(reading, earlier, past)
            past.articles.remember(reading.item, earlier.seq, line)
            return Decided(line)
        decision = self._decide(reading, earlier, past, clock, watched_since)
        self._save(decision, past, clock)
        return Decided(decision.record, decision.alert)

    def _decide(
        self,
        reading: Reading,
        earlier: Stored | None,
        past: Transaction,
        clock: datetime | None,
        watched_since: datetime | None,
    ) -> _Decision:
        settings = self._settings
        reading = _without_furniture(reading, past.copies, settings)
        article = reading.article
        match = dedup.match(reading.sketch, past.copies, settings.copies)
        original = past.articles.stored(match.copies.seq) if match.copies else None
        known_in = earlier or original  # an article stays in its story, and a copy takes its original's
        assignment = None if known_in else self._assigner.assign(reading.features, stories.clock_of(article))
        story = known_in.story if known_in else (assignment and assignment.story) or _story_id(article.key)
        publisher = dedup.publisher(article.outlet, article.url, settings.sources.publishers)
        origin = dedup.origin(reading.agency, publisher, match.cluster, original.origin if original else None)
        seq = past.articles.next_seq()
        report = ledger.Report(
            article=article.key,
            revision=article.revision,
            cluster=match.cluster,
            origin=origin,
            at=_claims_time(article, clock, is_revision=earlier is not None),
            order=seq,
            claims=reading.claims,
            totals=reading.totals,
            is_copy=match.copies is not None,
            earlier=past.ledger.claims_of(earlier.seq) if earlier else None,
            event_at=_event_at(reading),
            outlet=None if reading.agency else article.outlet or publisher or article.id,
        )
        if assignment and assignment.related:
            report = _beside(report, article, assignment.related, past)
        report = set_right(report, article.body, self._edited)
        judgement = ledger.judge(past.ledger.known(story, report), report, settings.rules)
        appeared = _appeared(article, is_revision=earlier is not None)
        is_old = watched_since is not None and appeared is not None and appeared <= watched_since
        alert, postings = (
            (None, ()) if is_old and not article.offline else self._told(story, article, judgement, past, clock)
        )
        return _Decision(
            seq=seq,
            reading=reading,
            match=match,
            assignment=assignment,
            standing=Standing(match.cluster, story, origin, reading.agency),
            report=report,
            judgement=judgement,
            alert=alert,
            postings=postings,
            is_revision=earlier is not None,
            record=record(
                article.id,
                article=article.key,
                revision_of=earlier.item_id if earlier else None,
                copy_of=original.item_id if original else None,
                similarity=match.copies.similarity if match.copies else None,
                cluster=match.cluster,
                borrows_from=[Borrowed(past.articles.stored(its.seq).item_id, its.share) for its in match.borrows],
                agency=reading.agency,
                story=story,
                claims=report.claims,
                totals=report.totals,
                alert=self._printed(alert),
            ),
        )

    def _told(
        self, story: str, article: Article, judgement: ledger.Judgement, past: Transaction, clock: datetime | None
    ) -> tuple[Alert | None, tuple[Posting, ...]]:
        """The one alert of an article, and which channels are told. A page edited to and fro tells each change once.

        A muted story tells nobody.
        """
        if story in self._edited.muted:
            return None, ()
        watches = self._settings.watches
        facts = facts_of(article, past.stories.title(story), past.outbox.told(story) if _counts_rises(watches) else {})
        anyone = {change for watch in (self._default, *watches) for change in heard(judgement.changes, watch, facts)}
        changes = tuple(change for change in judgement.changes if change in anyone)
        alert_id = ledger.alert_id(article.key, f"{article.revision} {article.id}", changes)
        if not changes or past.outbox.has(alert_id):
            return None, ()
        alert = compose(alert_id, story, article, changes, self._settings.labels)
        return alert, post(changes, watches, facts, clock)

    def _printed(self, alert: Alert | None) -> Alert | None:
        """An alert as the line of output has it: what the default watch hears of, whoever else hears more."""
        listened = heard(alert.changes, self._default, Facts()) if alert else ()
        return replace(alert, changes=listened) if alert and listened else None

    def _save(self, decision: _Decision, past: Transaction, clock: datetime | None) -> None:
        reading, article, seq = decision.reading, decision.reading.article, decision.seq
        past.articles.add(seq, article, decision.standing, clock, is_revision=decision.is_revision)
        past.articles.remember(reading.item, seq, decision.record)
        past.copies.save(seq, reading.sketch, decision.match)
        story = decision.standing.story
        if decision.assignment is None and not self._assigner.is_active(story):
            self._assigner.recall(past.stories.kept(story))
        copies = decision.match.copies
        adds_no_weight = decision.is_revision or (copies is not None and copies.relation is not dedup.Relation.EXTENDED)
        learnt = self._assigner.learn(
            story, reading.features, article.stands_at, stories.title_of(article), copy=adds_no_weight
        )
        features = None if adds_no_weight else reading.features
        past.stories.place(seq, learnt, article.stands_at, features=features, assignment=decision.assignment)
        kinds = {change.kind for change in decision.alert.changes} if decision.alert else set()
        stood = past.ledger.standing(story, kinds) if kinds else []
        past.ledger.save(story, decision.report, decision.judgement)
        if decision.alert is not None:
            state = Delivery.RECORDED if self._replaying else Delivery.WAITING
            voices = voice_rows(stood, past.ledger.standing(story, kinds))
            past.outbox.add(decision.alert, seq, decision.postings, state, clock, voices)
            if clock is not None and not self._replaying:
                past.pages.watch(story, clock)  # what moves is edited in place, too


def _beside(report: ledger.Report, article: Article, related: str, past: Transaction) -> ledger.Report:
    """The report of a new event, what it says of a related one set apart."""
    known = past.ledger.known(related, report)
    claims = ledger.set_apart(report.claims, known, past.stories.title(related) or "a related event")
    if claims == report.claims:
        return report
    return replace(report, claims=claims, totals=figures.totals(article, claims))


def _without_furniture(reading: Reading, past: dedup.Past, settings: Settings) -> Reading:
    """The reading without what stands in lines that recur in the article's outlet."""
    recurring = dedup.furniture(reading.sketch, past, settings.copies)
    if not recurring:
        return reading
    gone = dedup.lines_at(reading.sketch, recurring)
    claims = tuple(claim for claim in reading.claims if not _stands_in(claim, gone))
    return replace(
        reading,
        sketch=dedup.leave_out(reading.sketch, settings.copies, recurring),
        claims=claims,
        totals=reading.totals if claims == reading.claims else figures.totals(reading.article, claims),
    )


def _stands_in(claim: Claim, spans: Iterable[Span]) -> bool:
    return claim.start is not None and any(span.start <= claim.start < span.end for span in spans)


def _seen_again(reading: Reading, earlier: Stored, past: Transaction) -> str:
    """The line of an article that came again as it was: it changes nothing."""
    return record(
        reading.article.id,
        article=earlier.article,
        revision_of=earlier.item_id,
        copy_of=None,
        similarity=None,
        cluster=earlier.cluster,
        borrows_from=(),
        agency=reading.agency,
        story=earlier.story,
        claims=past.ledger.claims_of(earlier.seq),
        totals=reading.totals,
        alert=None,
    )


def _counts_rises(watches: Iterable[Watch]) -> bool:
    return any(watch.rise != Rise() for watch in watches)


def _claims_time(article: Article, clock: datetime | None, *, is_revision: bool) -> datetime | None:
    """When an article's claims were made: its own time; for an edit when it was fetched; undated, when it arrived."""
    if is_revision:
        return article.fetched or article.stands_at or clock
    return article.stands_at or clock


def _appeared(article: Article, *, is_revision: bool) -> datetime | None:
    """When an article's text came into the world, by which it is told whether it was there before its feed was watched.

    An edit is as young as the fetch that found it; what has no date was there when it was fetched.
    """
    if article.published is None or (is_revision and article.fetched is not None):
        return article.fetched
    return article.published.at


def _event_at(reading: Reading) -> datetime | None:
    """When the event happened, as far as the article tells: the latest day that it names, up to its own."""
    at = reading.article.stands_at
    if at is None:
        return None
    named = max((day for day in reading.features.calendar.days if day <= at.toordinal()), default=None)
    return None if named is None else datetime.fromordinal(named).replace(tzinfo=UTC)


def _story_id(article: str) -> str:
    return blake2b(f"story\0{article}".encode(), digest_size=10).hexdigest()


def _later(clock: datetime | None, arrived: datetime | None) -> datetime | None:
    return max((at for at in (clock, arrived) if at is not None), default=None)
