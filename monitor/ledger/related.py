"""What an article of a new event says of the event that it has to do with: an aftershock's report of the quake."""

from __future__ import annotations

from dataclasses import replace

from monitor.ledger.hearing import account_of, number_of
from monitor.ledger.known import Known
from monitor.model import Claim, Scope

TELLING = 10
"""The least number that two events seldom have by chance."""


def set_apart(claims: tuple[Claim, ...], known: Known, event: str) -> tuple[Claim, ...]:
    """The claims of a new story's first article, those of the related `event` being background.

    `known` is what the related story knows. A number that it has is taken to be its own, where it is no
    number that two events often share.
    """
    figures = {(figure.account, figure.range) for figure in known.figures if figure.range.low >= TELLING}
    return tuple(
        replace(claim, scope=Scope.BACKGROUND, refers_to=event)
        if claim.scope is Scope.EVENT and (account_of(claim), number_of(claim)) in figures
        else claim
        for claim in claims
    )
