"""What is counted, and the words that say so. Kinds are data: nothing here knows any one of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from monitor.model import Severity


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of figure. Words are given in their dictionary form, phrases with their words apart by a space.

    `counts` names the things counted, in the singular; empty where persons are. `done_to` are verbs whose object is
    counted (*kill*, *shoot down*), `does` verbs whose subject is (*die*), `state` words that follow a form of *to be*
    or stand before the noun (*dead*), `events` nouns that happen to the counted (*the murder of*), `called` nouns that
    name the counted themselves (*fatality*, *detainee*), `tolls` nouns that are followed by the number alone
    (*death toll*). `markers` turn another kind's verb into this kind (*fatally* shot, shot *dead*). `spared` are verbs
    that state it where they are denied (*none of the 12 survived*), `unscathed` words that say none (*unhurt*).
    `not_when` are phrases in which its words mean something else.

    `outcome_open` are verbs that say what was done and not how it ended (*shoot*): they count unless the article tells
    of the kind in `yields_to` for the same person, as do the other words of the kind. `none_of` are nouns whose absence
    says none of this kind (*no casualties*). `lets_go` are verbs of setting people free, which count unless the article
    tells the same people to be of the kind `not_from` (*the 60 arrested were freed*). `needs_incident` asks for the
    article to tell of violence, an accident or a disaster.
    """

    id: str
    label: str
    first: Severity = Severity.NOTICE
    counts: tuple[str, ...] = ()
    done_to: tuple[str, ...] = ()
    does: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    called: tuple[str, ...] = ()
    tolls: tuple[str, ...] = ()
    markers: tuple[str, ...] = ()
    suffers: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    unscathed: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    outcome_open: tuple[str, ...] = ()
    yields_to: str | None = None
    lets_go: tuple[str, ...] = ()
    not_from: str | None = None
    not_when: tuple[str, ...] = ()
    needs_incident: bool = False

    @property
    def counts_persons(self) -> bool:
        """Whether people are counted, rather than things."""
        return not self.counts


@dataclass(frozen=True, slots=True)
class Kinds:
    """All kinds that are watched, in the order of the settings."""

    all: tuple[Kind, ...] = field(default=())

    def __hash__(self) -> int:
        return hash(tuple(kind.id for kind in self.all))

    def __getitem__(self, kind: str) -> Kind:
        """The kind of that id; `KeyError` where there is none."""
        for known in self.all:
            if known.id == kind:
                return known
        raise KeyError(kind)

    def __contains__(self, kind: object) -> bool:
        return any(known.id == kind for known in self.all)
